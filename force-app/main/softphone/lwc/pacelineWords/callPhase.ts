import type { CallView } from 'c/pacelineCore';

/** Where a call stands for the agent. `done`: cleared after it was talked; `missed`: never answered, cleared or not. */
export type CallPhase = 'offered' | 'dialing' | 'talking' | 'held' | 'wrap-up' | 'done' | 'missed';

const NOT_TAKEN: readonly string[] = ['missed', 'rejected', 'error'];

/** The phase of a call, from its times first and its state second. */
export function findPhase(call: CallView): CallPhase {
  if (call.clearedAt !== null) return call.answered ? 'done' : 'missed';
  if (call.endedAt !== null) return NOT_TAKEN.includes(call.state) ? 'missed' : 'wrap-up';
  if (call.connectedAt !== null) return call.holdSince === null ? 'talking' : 'held';
  const isOffered = call.state === 'incoming' || call.direction === 'inbound';
  return isOffered ? 'offered' : 'dialing';
}

/** The call is not over for the agent: it rings, is talked, or is in after-call work. */
export function isLive(call: CallView): boolean {
  return call.clearedAt === null;
}

/** Milliseconds that the phase has lasted at `now`; of a finished call, how long it was talked. */
export function measurePhase(call: CallView, now: number): number {
  switch (findPhase(call)) {
    case 'offered':
    case 'dialing':
      return now - (call.offeredAt ?? now);
    case 'talking':
    case 'held':
      return now - (call.connectedAt ?? now);
    case 'wrap-up':
      return now - (call.endedAt ?? now);
    case 'done':
    case 'missed':
      return call.connectedAt === null ? 0 : (call.endedAt ?? call.clearedAt ?? now) - call.connectedAt;
  }
}
