import * as z from 'zod/mini';
import { parseTrackerState } from '../contact/tracker-state.ts';
import type { TrackerState } from '../contact/tracker-state.ts';
import { parseOutbox } from '../dispatch/stored-outbox.ts';
import type { StoredOutbox } from '../dispatch/stored-outbox.ts';
import { describeError } from '../errors.ts';
import { parseWith } from '../model/parse.ts';
import type { Issue, ParseResult } from '../model/parse.ts';
import { traceEntrySchema } from '../model/trace-entry.ts';
import type { TraceEntry } from '../model/trace-entry.ts';
import { dialerMergeSchema } from './dialer-merge.ts';
import type { DialerMergeState } from './dialer-merge.ts';
import { observationMarkSchema } from './input.ts';
import type { ObservationMark } from './input.ts';

/** Changes whenever the meaning of what is stored does. */
export const SAVED_VERSION = 1;

/** All that one user's softphone in one browser must not forget. */
export interface SavedSession {
  readonly version: typeof SAVED_VERSION;
  /** Epoch milliseconds. */
  readonly savedAt: number;
  /** Actions that are not finished, for whoever may only count them. */
  readonly unfinished: number;
  /** Names the browser whose tracker counts the offers of calls; a tracker that starts anew counts under a new name. */
  readonly browser: string;
  /** Null when it could not be read. */
  readonly tracker: TrackerState | null;
  readonly outbox: StoredOutbox | null;
  /** The last observation that was acted on; null before the first. */
  readonly seen: ObservationMark | null;
  readonly dialer: DialerMergeState;
  /** Lines of calls that are not over, without observations. */
  readonly trace: readonly TraceEntry[];
}

const headSchema = z.object({ version: z.number(), savedAt: z.number(), unfinished: z.number() });
const envelopeSchema = z.extend(headSchema, {
  version: z.literal(SAVED_VERSION),
  browser: z._default(z.string(), ''),
  tracker: z.unknown(),
  outbox: z.unknown(),
  seen: z.nullable(observationMarkSchema),
  dialer: dialerMergeSchema,
  trace: z._default(z.unknown(), []),
});

function parseJson(text: string): ParseResult<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    return { ok: false, issues: [{ path: '', message: `is not JSON (${describeError(error)})` }] };
  }
}

/** What could be read of a stored session, and what is wrong with the rest. */
export interface SavedReading {
  readonly session: SavedSession | null;
  readonly issues: readonly Issue[];
}

/** Kinds of lines that are not stored: they hold whole observations and messages. */
const UNSTORED: readonly TraceEntry['kind'][] = ['observation', 'dialer'];

/** The trace only explains: a line that cannot be read is left out, and nothing else with it. */
function readTrace(value: unknown): readonly TraceEntry[] {
  const lines: readonly unknown[] = Array.isArray(value) ? value : [];
  return lines.flatMap((line) => {
    const parsed = parseWith(traceEntrySchema, line);
    return parsed.ok && !UNSTORED.includes(parsed.value.kind) ? [parsed.value] : [];
  });
}

function issuesBelow(place: string, parsed: ParseResult<unknown>): readonly Issue[] {
  if (parsed.ok) return [];
  return parsed.issues.map(({ path, message }) => ({
    path: path === '' ? place : `${place}.${path}`,
    message,
  }));
}

/** Only what another user may know of a stored session: its age and how much of it is unfinished. */
export function parseSavedHead(text: string): ParseResult<z.output<typeof headSchema>> {
  const json = parseJson(text);
  return json.ok ? parseWith(headSchema, json.value) : json;
}

/** Reads a stored session; a damaged part does not take the other with it. */
export function parseSavedSession(text: string): SavedReading {
  const json = parseJson(text);
  const envelope = json.ok ? parseWith(envelopeSchema, json.value) : json;
  if (!envelope.ok) return { session: null, issues: envelope.issues };
  const { version, savedAt, unfinished, browser, seen, dialer } = envelope.value;
  const tracker = parseTrackerState(envelope.value.tracker);
  const outbox = parseOutbox(envelope.value.outbox);
  return {
    session: {
      version,
      savedAt,
      unfinished,
      browser,
      tracker: tracker.ok ? tracker.value : null,
      outbox: outbox.outbox,
      seen,
      dialer,
      trace: readTrace(envelope.value.trace),
    },
    issues: [
      ...issuesBelow('tracker', tracker),
      ...issuesBelow('outbox', { ok: false, issues: outbox.issues }),
    ],
  };
}
