import type { Cause, Leg, PacingMode, Setup } from '../catalog/vocabulary.ts';
import type { CallView } from '../model/call-view.ts';
import type { CtiEvent } from '../model/cti-event.ts';
import type { NamedEvent } from './name-event.ts';
import { hintForPacing } from './resolve-pacing.ts';
import type { CallPacing } from './tracker-state.ts';
import type { TrackerOutput } from './tracker.ts';

/** When something was seen, and what is known of the time since the look before. */
export interface Circumstances {
  /** Epoch milliseconds. */
  readonly at: number;
  /** A page load stands between this look and the one before. */
  readonly replayed: boolean;
  /** The last moment before at which somebody watched; null if there was none. */
  readonly since: number | null;
  /** By how many milliseconds Amazon's clock is ahead of the one of `at`. */
  readonly skew: number;
  /** Set when the call was gone after a page load: the last moment in which it was known to live, or null. */
  readonly lastSeenAt?: number | null;
}

/** What is the same in all events of a call. */
export interface EventSource {
  readonly callKey: string;
  readonly callId: string;
  readonly contactId: string | null;
  readonly initialContactId: string | null;
  readonly receiving: boolean;
  readonly setup: Setup;
  readonly pacingMode: PacingMode;
  /** The call's end was not seen; known since a page load did not find it any more. */
  readonly estimatedEnd: boolean;
}

/** What sets an event apart from the others of its call. */
export interface EventDetails {
  readonly leg: Leg;
  readonly legId: string;
  readonly cause: Cause;
  readonly evidence: string;
  readonly synthetic: boolean;
  readonly endedBy?: 'agent' | 'customer' | 'unknown';
  readonly answered?: boolean;
}

type Marks = Readonly<Record<string, number>>;

/** One more event of a tuple on a leg: its occurrence, and the marks that keep it from being emitted again. */
function markEvent(marks: Marks, tuple: string, legId: string): { occurrence: number; marks: Marks } {
  const mark = `${tuple}|${legId}`;
  const occurrence = (marks[mark] ?? 0) + 1;
  return { occurrence, marks: { ...marks, [mark]: occurrence } };
}

/** The event that an admin's rules will see. */
function buildEvent(
  source: EventSource,
  named: NamedEvent & { readonly tuple: CtiEvent['tuple'] },
  details: EventDetails,
  occurrence: number,
  circumstances: Circumstances,
): CtiEvent {
  const gone = circumstances.lastSeenAt !== undefined;
  return {
    tuple: named.tuple,
    setup: source.setup,
    pacingMode: source.pacingMode,
    channelType: named.channelType,
    event: named.event,
    cause: details.cause,
    leg: details.leg,
    legId: details.legId,
    occurrence,
    contactId: source.contactId,
    initialContactId: source.initialContactId,
    callId: source.callId,
    callKey: source.callKey,
    receiving: source.receiving,
    at: circumstances.at,
    ...(details.endedBy === undefined ? {} : { endedBy: details.endedBy }),
    ...(details.answered === undefined ? {} : { answered: details.answered }),
    ...(source.estimatedEnd ? { estimatedEnd: true } : {}),
    synthetic: details.synthetic,
    replayed: circumstances.replayed,
    evidence: gone ? `${details.evidence}: missing after a page load` : details.evidence,
  };
}

/** The trace entry for what happened but stands in no row. */
function unlistedEntry(
  source: EventSource,
  named: NamedEvent,
  details: EventDetails,
  at: number,
): TrackerOutput {
  const hint = hintForPacing(source.setup, source.pacingMode);
  return {
    kind: 'trace',
    entry: {
      at,
      kind: 'unlisted',
      callKey: source.callKey,
      text:
        `${named.lookedUp} on the ${details.leg} leg stands in no row of the event tables, so no rule can see it` +
        (hint === null ? '.' : `; ${hint}.`),
      data: {
        lookedUp: named.lookedUp,
        leg: details.leg,
        legId: details.legId,
        cause: details.cause,
        evidence: details.evidence,
        hint,
      },
    },
  };
}

/** What a call must remember of the events it gave. */
export interface IssueState {
  readonly marks: Marks;
  readonly pacing: CallPacing;
}

/**
 * Gives every named moment its occurrence, and what is in no row its trace entry. The events still lack the view of
 * their call, which is taken once the call's state is complete.
 */
export function issueEvents(
  state: IssueState,
  source: EventSource,
  moments: readonly { readonly named: NamedEvent; readonly details: EventDetails }[],
  circumstances: Circumstances,
): { state: IssueState; outputs: (view: CallView) => readonly TrackerOutput[] } {
  let { marks, pacing } = state;
  const issued: (CtiEvent | TrackerOutput)[] = [];
  for (const { named, details } of moments) {
    const { tuple } = named;
    if (tuple === null) {
      issued.push(unlistedEntry(source, named, details, circumstances.at));
      continue;
    }
    const marked = markEvent(marks, tuple, details.legId);
    marks = marked.marks;
    if (!pacing.locked) pacing = { ...pacing, locked: true };
    issued.push(buildEvent(source, { ...named, tuple }, details, marked.occurrence, circumstances));
  }
  return {
    state: { marks, pacing },
    outputs: (call) => issued.map((item) => ('kind' in item ? item : { kind: 'event', event: item, call })),
  };
}

/** A trace entry about something odd; `callKey` null when it belongs to no call. */
export function diagnosticEntry(
  at: number,
  callKey: string | null,
  text: string,
  data?: Readonly<Record<string, unknown>>,
): TrackerOutput {
  const entry = { at, kind: 'diagnostic', callKey, text } as const;
  return { kind: 'trace', entry: data === undefined ? entry : { ...entry, data } };
}
