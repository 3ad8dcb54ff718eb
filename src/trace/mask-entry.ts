import type { AgentObservation } from '../model/observation.ts';
import { isPlainObject } from '../model/plain-value.ts';
import type { TraceEntry } from '../model/trace-entry.ts';
import { maskDialerMessage } from './mask-dialer-message.ts';
import { maskObservation } from './mask-observation.ts';
import { MASK, maskSentence } from './mask-text.ts';

type Data = Readonly<Record<string, unknown>>;

export interface MaskOptions {
  /** Contact attributes and call variables that stay. */
  readonly keep: ReadonlySet<string>;
  /** Masks the personal values that are known. */
  readonly maskKnown: (text: string) => string;
}

/** Facts that name no person, of events, plans, actions and other lines. */
const PLAIN: ReadonlySet<string> = new Set([
  ...['tuple', 'setup', 'pacingMode', 'channelType', 'event', 'cause', 'leg', 'legId', 'occurrence'],
  ...['contactId', 'initialContactId', 'callId', 'callKey', 'receiving', 'at', 'endedBy', 'answered'],
  ...['estimatedEnd', 'synthetic', 'replayed', 'lookedUp', 'source', 'value', 'count', 'callType', 'word'],
  ...['key', 'ruleKey', 'ruleLabel', 'matched', 'type', 'status', 'attempts', 'recordId', 'objectApiName'],
  ...['fields', 'origin'],
]);
/** Facts that are sentences. */
const SENTENCES: ReadonlySet<string> = new Set(['evidence', 'reason', 'hint', 'error', 'path', 'notes']);
/** Facts with facts of their own. */
const NESTED: ReadonlySet<string> = new Set(['event', 'considered', 'actions', 'failure']);

const CODE = /^\w{1,80}$/;

interface Failure {
  readonly code: string;
  readonly message: string;
  readonly fields: readonly string[];
}

function failureOf(data: Data | undefined): Failure | null {
  const failure = data?.['failure'];
  if (!isPlainObject(failure)) return null;
  const { code, message, fields } = failure;
  return {
    code: typeof code === 'string' && CODE.test(code) ? code : 'UNKNOWN',
    message: typeof message === 'string' ? message.trim() : '',
    fields: Array.isArray(fields) ? fields.map(String) : [],
  };
}

/** Of a failure its code and the fields that it names: a platform's own words may repeat any value. */
function describeFailure({ code, fields }: Failure): string {
  return fields.length === 0 ? code : `${code} (${fields.join(', ')})`;
}

function maskFact(name: string, value: unknown, options: MaskOptions): unknown {
  if (Array.isArray(value)) return value.map((item) => maskFact(name, item, options));
  if (isPlainObject(value)) return NESTED.has(name) ? maskFacts(value, options) : MASK;
  if (name === 'code') return typeof value === 'string' && CODE.test(value) ? value : MASK;
  if (SENTENCES.has(name) && typeof value === 'string') return maskSentence(value, options.maskKnown);
  return PLAIN.has(name) || value === null ? value : MASK;
}

function maskFacts(data: Data, options: MaskOptions): Data {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, maskFact(name, value, options)]),
  );
}

function maskData({ kind, data = {} }: TraceEntry, options: MaskOptions): Data {
  if (kind === 'observation') {
    const observation = (data['observation'] ?? data) as AgentObservation;
    return { observation: maskObservation(observation, options.keep) };
  }
  if (kind === 'dialer' && Object.hasOwn(data, 'message')) {
    return { message: maskDialerMessage(data['message'], options.keep) };
  }
  return maskFacts(data, options);
}

function maskText({ text, data }: TraceEntry, { maskKnown }: MaskOptions): string {
  const failure = failureOf(data);
  const spoken = failure !== null && failure.code !== 'REFUSED' && failure.message !== '';
  return maskSentence(
    spoken ? text.replaceAll(failure.message, () => describeFailure(failure)) : text,
    maskKnown,
  );
}

/** A line of the trace without personal data; it replays to the same events. */
export function maskEntry(entry: TraceEntry, options: MaskOptions): TraceEntry {
  const { at, kind, callKey, data } = entry;
  return {
    at,
    kind,
    callKey,
    text: maskText(entry, options),
    ...(data === undefined ? {} : { data: maskData(entry, options) }),
  };
}
