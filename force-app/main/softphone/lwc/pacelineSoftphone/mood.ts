import { findPhase, isLive } from 'c/pacelineWords';
import type { CallCard, CcpStatus, CcpStatusKind } from 'c/pacelineCore';
import type { CallPhase } from 'c/pacelineWords';
import type { UtilityMood } from './utilityItem.ts';

const OVER: readonly CallPhase[] = ['wrap-up', 'missed'];
const WORKING: readonly CcpStatusKind[] = ['loading', 'connecting', 'ready'];

/** What the utility bar says: a call rings, the connection needs the agent, a call is talked, or nothing. */
export function findMood(status: CcpStatus, cards: readonly CallCard[]): UtilityMood {
  const live = cards.map(({ call }) => call).filter(isLive);
  if (live.some((call) => findPhase(call) === 'offered')) return 'ringing';
  if (!WORKING.includes(status.kind)) return 'disconnected';
  return live.some((call) => !OVER.includes(findPhase(call))) ? 'talking' : 'idle';
}
