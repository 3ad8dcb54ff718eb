import type * as z from 'zod/mini';
import { parseWith } from '../model/parse.ts';
import {
  MAX_CALL_ID_LENGTH,
  callMessageSchema,
  dialerEnvelopeSchema,
  nailupMessageSchema,
} from './dialer-message.ts';
import type { DialerReading } from './dialer-reading.ts';
import { DIALER_WORDS, parseDialerCallType, parseDialerWord } from './dialer-words.ts';
import { readVariables } from './read-variables.ts';

const VARIABLES_PATH = 'message.call.CallVariables';

function quote(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}

function refused(path: string, reason: string): DialerReading {
  return { kind: 'refused', path, reason };
}

function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

function parsePart<S extends z.core.$ZodType>(
  schema: S,
  value: unknown,
  prefix: string,
):
  | { readonly ok: true; readonly value: z.output<S> }
  | { readonly ok: false; readonly reading: DialerReading } {
  const result = parseWith(schema, value);
  if (result.ok) return result;
  const issue = result.issues[0] ?? { path: '', message: 'cannot be read' };
  const path = [prefix, issue.path].filter((part) => part !== '').join('.');
  return { ok: false, reading: refused(path, issue.message) };
}

function readCall(message: unknown, at: number): DialerReading {
  const parsed = parsePart(callMessageSchema, message, 'message');
  if (!parsed.ok) return parsed.reading;
  const { id, CallType, event } = parsed.value.call;
  const callType = parseDialerCallType(CallType);
  if (callType === undefined) {
    return refused('message.call.CallType', `${quote(CallType)} is neither Regular-Call nor Consult`);
  }
  const word = parseDialerWord(event);
  if (word === undefined) {
    return refused('message.call.event', `${quote(event)} is none of ${DIALER_WORDS.join(', ')}`);
  }
  const call = own(message, 'call');
  const { variables, notes } = readVariables(own(call, 'CallVariables'), VARIABLES_PATH);
  return {
    kind: 'signal',
    signal: {
      kind: 'call',
      at,
      callId: String(id),
      callType,
      word,
      variables,
      phoneNumber: readNumber(call),
    },
    notes,
  };
}

function readNumber(call: unknown): string | null {
  for (const key of ['toAddress', 'phoneNumber', 'PhoneNumber']) {
    const value = own(call, key) ?? own(own(call, 'ResponseFields'), key);
    if (typeof value === 'string' && value.trim() !== '' && value.length <= MAX_CALL_ID_LENGTH) {
      return value.trim();
    }
  }
  return null;
}

function readNailup(message: unknown, at: number): DialerReading {
  const parsed = parsePart(nailupMessageSchema, message, 'message');
  if (!parsed.ok) return parsed.reading;
  return {
    kind: 'signal',
    signal: { kind: 'tether', at, status: parsed.value.callStatus.slice(0, 40) },
    notes: [],
  };
}

/**
 * Reads one message of the dialler's browser bus, of whatever shape, received at `at` (epoch milliseconds). Call ids
 * that are numbers become text, words become lower case. Never throws.
 */
export function readDialerMessage(raw: unknown, at: number): DialerReading {
  const envelope = parsePart(dialerEnvelopeSchema, raw, '');
  if (!envelope.ok) return envelope.reading;
  const { channel, topic, subtopic } = envelope.value;
  const address = [channel ?? 'amazon', topic, subtopic].map((part) => part.trim().toLowerCase()).join('/');
  const message = own(raw, 'message') ?? own(raw, 'data');
  if (address === 'amazon/outboundcall/outboundcallstatechange') return readCall(message, at);
  if (address === 'amazon/outboundcall/setnailupdetails') return readNailup(message, at);
  if (address === 'amazon/inboundcall/inboundcallstatechange') {
    return { kind: 'ignored', reason: 'inbound calls are seen through Amazon Connect itself' };
  }
  return { kind: 'ignored', reason: `${quote(address)} does not report a call` };
}
