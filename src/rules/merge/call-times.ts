import type { CallView } from '../../model/call-view.ts';

/** Durations of a call in whole seconds; null where an end of the span was not observed. */
export interface CallTimes {
  /** From the offer to the answer, or to the end of a call that was never answered. */
  readonly ringSeconds: number | null;
  /** From the answer to the end, hold included. */
  readonly durationSeconds: number | null;
  /** The duration without hold. */
  readonly talkSeconds: number | null;
  readonly holdSeconds: number;
  /** From the end to the clearing. */
  readonly afterCallSeconds: number | null;
}

function seconds(from: number | null, to: number | null): number | null {
  return from === null || to === null ? null : Math.max(0, Math.round((to - from) / 1000));
}

/** The durations that a call's observed times give; a hold that was never left lasts until the end. */
export function callTimes(call: CallView): CallTimes {
  const { offeredAt, connectedAt, endedAt, clearedAt, holdMs, holdSince } = call;
  const openHold = holdSince !== null && endedAt !== null ? Math.max(0, endedAt - holdSince) : 0;
  const holdSeconds = Math.round((holdMs + openHold) / 1000);
  const durationSeconds = seconds(connectedAt, endedAt);
  return {
    ringSeconds: seconds(offeredAt, connectedAt ?? endedAt),
    durationSeconds,
    talkSeconds: durationSeconds === null ? null : Math.max(0, durationSeconds - holdSeconds),
    holdSeconds,
    afterCallSeconds: seconds(endedAt, clearedAt),
  };
}
