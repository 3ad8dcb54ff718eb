import * as z from 'zod/mini';
import { parseTrackerState } from '../contact/tracker-state.ts';
import type { TrackerState } from '../contact/tracker-state.ts';
import { parseOutbox } from '../dispatch/parse-outbox.ts';
import type { OutboxState } from '../dispatch/outbox.ts';
import { describeError } from '../errors.ts';
import { parseWith } from '../model/parse.ts';
import type { Issue, ParseResult } from '../model/parse.ts';
import type { TraceEntry } from '../model/trace-entry.ts';

/** Changes whenever the meaning of what is stored does. */
export const SAVED_VERSION = 1;

/** All that one user's softphone in one browser must not forget. */
export interface SavedSession {
  readonly version: typeof SAVED_VERSION;
  /** Epoch milliseconds. */
  readonly savedAt: number;
  /** Actions that are not finished, for whoever may only count them. */
  readonly unfinished: number;
  readonly tracker: TrackerState;
  readonly outbox: OutboxState;
  /** Lines of calls that are not over, without observations. */
  readonly trace: readonly TraceEntry[];
}

const traceSchema = z.array(
  z.object({
    at: z.number(),
    kind: z.enum(['ignored', 'unlisted', 'diagnostic', 'event', 'plan', 'action', 'status']),
    callKey: z.nullable(z.string()),
    text: z.string(),
    data: z.optional(z.record(z.string(), z.unknown())),
  }),
);

const headSchema = z.object({ version: z.number(), savedAt: z.number(), unfinished: z.number() });
const envelopeSchema = z.extend(headSchema, {
  version: z.literal(SAVED_VERSION),
  tracker: z.unknown(),
  outbox: z.unknown(),
  trace: traceSchema,
});

function parseJson(text: string): ParseResult<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    return { ok: false, issues: [{ path: '', message: `is not JSON (${describeError(error)})` }] };
  }
}

const below = (place: string, issues: readonly Issue[]): ParseResult<never> => ({
  ok: false,
  issues: issues.map(({ path, message }) => ({ path: path === '' ? place : `${place}.${path}`, message })),
});

/** Only what another user may know of a stored session: its age and how much of it is unfinished. */
export function parseSavedHead(text: string): ParseResult<z.output<typeof headSchema>> {
  const json = parseJson(text);
  return json.ok ? parseWith(headSchema, json.value) : json;
}

/** Reads a stored session; damage or another version is refused with the place and the reason. */
export function parseSavedSession(text: string): ParseResult<SavedSession> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const envelope = parseWith(envelopeSchema, json.value);
  if (!envelope.ok) return envelope;
  const tracker = parseTrackerState(envelope.value.tracker);
  if (!tracker.ok) return below('tracker', tracker.issues);
  const outbox = parseOutbox(envelope.value.outbox);
  if (!outbox.ok) return below('outbox', outbox.issues);
  const { version, savedAt, unfinished } = envelope.value;
  const trace = envelope.value.trace as readonly TraceEntry[];
  return {
    ok: true,
    value: { version, savedAt, unfinished, tracker: tracker.value, outbox: outbox.value, trace },
  };
}
