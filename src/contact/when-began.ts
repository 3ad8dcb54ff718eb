import type { Circumstances } from './issue-event.ts';

/** What is known to the second counts as observed: an update that a page waits for takes no longer to arrive. */
export const OBSERVED_WITHIN_MS = 1000;
/** No call is older when somebody looks for the first time. */
const LONGEST_MS = 24 * 60 * 60 * 1000;

/** `exact`: known to the second; otherwise `at` is only the latest possible moment. */
export interface Beginning {
  readonly at: number;
  readonly exact: boolean;
}

/**
 * When a state began that this look shows and the one before did not. What came while the page was watching began when
 * it was seen. What came unseen, during a page load or while the computer slept, began when Amazon says, if that lies
 * between the two looks: a time outside of them was read from another clock and says nothing.
 */
export function whenBegan(stateAt: number | null, circumstances: Circumstances): Beginning {
  const { at, since, skew, replayed } = circumstances;
  if (stateAt !== null) {
    const said = stateAt - skew;
    const earliest = since ?? at - LONGEST_MS;
    if (said >= earliest - OBSERVED_WITHIN_MS && said <= at + OBSERVED_WITHIN_MS) {
      const wasSeen = !replayed && at - said <= OBSERVED_WITHIN_MS;
      return { at: wasSeen ? at : Math.min(Math.max(said, earliest), at), exact: true };
    }
  }
  return { at, exact: !replayed || (since !== null && at - since <= OBSERVED_WITHIN_MS) };
}
