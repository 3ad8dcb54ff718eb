import type { DialerInput, Input, ObservationInput, ObservationMark } from './input.ts';

const KEPT = 200;
const KEPT_MS = 5 * 60 * 1000;
/** While no leader acts on them. More would be days of calls. */
const KEPT_UNSEEN = 5_000;
/** Tabs see the same update at moments that differ by less than this. */
export const TAB_LAG_MS = 2_000;

/** The latest inputs of one tab: what its successor must not miss. Once a leader has acted on them, bounded by count and time. */
export interface InputLog {
  add(input: Input): void;
  /** A leader acted on everything up to this observation. */
  acknowledge(seen: ObservationMark): void;
  /** True while this tab observed something that no leader is known to have acted on. */
  hasUnseen(): boolean;
  dialerInputs(): readonly DialerInput[];
  /**
   * What this tab observed and a leader who got as far as `seen` did not, oldest first. It begins with `seen` itself
   * where this tab saw it too. Empty while this tab has seen less, and while that cannot be told; `late` ends the doubt.
   */
  observationsAfter(seen: ObservationMark | null, late: boolean): readonly ObservationInput[];
}

/** A picture of a live contact carries the times of its states, and so does not come twice. */
function isUnique({ observation }: ObservationInput): boolean {
  return observation.contacts.some(({ stateAt }) => stateAt !== null);
}

function isSame(input: ObservationInput, seen: ObservationMark): boolean {
  if (input.content !== seen.content) return false;
  if (input.before !== seen.before && input.before !== null && seen.before !== null) return false;
  return isUnique(input) || input.at >= seen.at - TAB_LAG_MS;
}

function findSeen(observations: readonly ObservationInput[], seen: ObservationMark): number {
  let best = -1;
  let distance = Infinity;
  for (const [index, input] of observations.entries()) {
    const away = Math.abs(input.at - seen.at);
    if (away > distance || !isSame(input, seen)) continue;
    best = index;
    distance = away;
  }
  return best;
}

export function createInputLog(): InputLog {
  let inputs: readonly Input[] = [];
  let seenUntil = Number.NEGATIVE_INFINITY;

  /** The newest observation before the time that is kept stays: it is what was on show when that time began. */
  function prune(now: number): void {
    const isOld = ({ at }: Input): boolean => at < now - KEPT_MS && at <= seenUntil;
    const standing = inputs.findLast((input) => input.kind === 'observation' && isOld(input));
    const young = inputs.filter((input) => input === standing || !isOld(input));
    const unseen = young.filter(({ at }) => at > seenUntil).length;
    inputs = young.slice(-Math.min(KEPT_UNSEEN, Math.max(KEPT, unseen)));
  }

  return {
    add(input) {
      inputs = [...inputs, input];
      prune(input.at);
    },
    acknowledge(seen) {
      const observations = inputs.filter((input) => input.kind === 'observation');
      const known = observations[findSeen(observations, seen)];
      seenUntil = Math.max(seenUntil, known?.at ?? seen.at - TAB_LAG_MS);
    },
    hasUnseen: () => inputs.some(({ kind, at }) => kind === 'observation' && at > seenUntil),
    dialerInputs: () => inputs.filter((input) => input.kind === 'dialer'),
    observationsAfter(seen, late) {
      const observations = inputs.filter((input) => input.kind === 'observation');
      const [first] = observations;
      if (seen === null || first === undefined) return observations;
      const index = findSeen(observations, seen);
      if (index >= 0) return observations.slice(index);
      const watchedAlong = first.at <= seen.at;
      const after = seen.at + (watchedAlong && !late ? TAB_LAG_MS : 0);
      return observations.filter(({ at }) => at > after);
    },
  };
}
