import type { ConnectionObservation, ContactObservation } from '../../src/model/observation.ts';
import { INBOUND_STAGES } from './inbound-call.ts';

export type Stage = keyof typeof INBOUND_STAGES;

/** What really happened in a call, whoever saw it: epoch milliseconds and milliseconds. */
export interface Truth {
  readonly connectedAt: number | null;
  readonly endedAt: number | null;
  readonly heldMs: number;
}

/** A call as Amazon Connect knows it. */
export interface PlayedCall {
  readonly id: string;
  readonly caller: string;
  stage(): Stage | null;
  /** Null before the call and after it was cleared. */
  contact(): ContactObservation | null;
  truth(): Truth;
  /** Goes to the next stage. */
  step(at: number): void;
  /** Whether some page of a browser sees the stage that began last. */
  watch(place: string, isWatching: boolean): void;
  /**
   * True if holds fell into a time in which a browser had no page, and neither the states before and after it nor their
   * times tell of them: those do not count (decision 28).
   */
  hidesHold(): boolean;
  /** True if a browser that saw some of the call did not see all of it. */
  hasGap(): boolean;
}

/** The contact with the times of its states, as Streams shows them: a state that lasts keeps its time. */
function withTimes(
  before: ContactObservation | null,
  after: ContactObservation,
  at: number,
): ContactObservation {
  const since = (leg: ConnectionObservation): number | null => {
    const was = before?.connections?.find(({ legId }) => legId === leg.legId);
    return was?.state === leg.state ? was.stateAt : at;
  };
  return {
    ...after,
    stateAt: before?.state === after.state ? before.stateAt : at,
    connections: after.connections?.map((leg) => ({ ...leg, stateAt: since(leg) })) ?? null,
  };
}

export function createPlayedCall(id: string, caller: string, route: readonly Stage[]): PlayedCall {
  let index = -1;
  let contact: ContactObservation | null = null;
  let truth: Truth = { connectedAt: null, endedAt: null, heldMs: 0 };
  let heldSince: number | null = null;
  let before: Stage | null = null;
  let isHidden = false;
  const seeing = new Set<string>();
  const blind = new Set<string>();
  /** Browser to the holds that began or ended since it had a page last. */
  const unseen = new Map<string, number>();
  const stage = (): Stage | null => route[index] ?? null;

  function note(at: number): void {
    if (stage() === 'talking' && truth.connectedAt === null) truth = { ...truth, connectedAt: at };
    if (heldSince !== null && stage() !== 'held') {
      truth = { ...truth, heldMs: truth.heldMs + at - heldSince };
      heldSince = null;
    }
    if (stage() === 'held') heldSince ??= at;
    if (stage() === 'ended') truth = { ...truth, endedAt: at };
  }

  return {
    id,
    caller,
    stage,
    contact: () => contact,
    truth: () => truth,
    step(at) {
      before = stage();
      index += 1;
      const name = stage();
      contact = name === null ? null : withTimes(contact, INBOUND_STAGES[name](id, caller), at);
      note(at);
    },
    watch(place, isWatching) {
      const missed = unseen.get(place) ?? 0;
      (isWatching ? seeing : blind).add(place);
      if (isWatching) {
        // After an even number the state is as before, with a time that gives the gap away.
        isHidden ||= stage() === 'ended' ? missed > 0 : missed > 1 && missed % 2 === 1;
        unseen.delete(place);
      } else if (stage() === 'held' || (before === 'held' && stage() === 'talking')) {
        unseen.set(place, missed + 1);
      }
    },
    hidesHold: () => isHidden,
    hasGap: () => [...seeing].some((place) => blind.has(place)),
  };
}
