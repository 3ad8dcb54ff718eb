import type { CallTimes, ContactCallState } from './tracker-state.ts';

/** The times of a call before it is answered; `offeredAt` null when its offer was not seen. */
export function startTimes(offeredAt: number | null): CallTimes {
  return { offeredAt, connectedAt: null, endedAt: null, clearedAt: null, holdMs: 0, holdSince: null };
}

/** Notes that the customer is on hold, or is not. Returns the same object when nothing changed. */
export function noteHold(times: CallTimes, held: boolean, at: number): CallTimes {
  if (held) return times.holdSince === null ? { ...times, holdSince: at } : times;
  if (times.holdSince === null) return times;
  return { ...times, holdMs: times.holdMs + Math.max(0, at - times.holdSince), holdSince: null };
}

/** Notes the first time that both sides were connected. */
export function noteConnected(times: CallTimes, at: number): CallTimes {
  return times.connectedAt === null ? { ...times, connectedAt: at } : times;
}

/** Notes the end of the conversation; the first time it is noted counts. */
export function noteEnded(times: CallTimes, at: number): CallTimes {
  const settled = noteHold(times, false, at);
  return settled.endedAt === null ? { ...settled, endedAt: at } : settled;
}

/** True for a call that is over if its durations are counted from a moment that was not seen. */
export function isEstimated(
  call: Pick<ContactCallState, 'times' | 'estimatedEnd' | 'estimatedTimes'>,
): boolean {
  return call.times.endedAt !== null && (call.estimatedEnd || call.estimatedTimes === true);
}

/** Notes that the contact is gone, and its end with it if that was never seen. */
export function noteCleared(times: CallTimes, at: number, endedAt: number): CallTimes {
  return { ...noteEnded(times, endedAt), clearedAt: at };
}
