import { findPhase, isLive } from 'c/pacelineWords';
import type { SoftphoneView } from 'c/pacelineCore';
import type { UtilityMood } from './utilityItem.ts';

/** What the utility bar says of all calls: one rings, one is talked, or neither. */
export function findMood(view: SoftphoneView): UtilityMood {
  const live = view.cards.map(({ call }) => call).filter(isLive);
  if (live.some((call) => findPhase(call) === 'offered')) return 'ringing';
  return live.some((call) => findPhase(call) !== 'wrap-up') ? 'talking' : 'idle';
}
