import type { ConnectionObservation, ContactObservation } from '../model/observation.ts';
import { noteConnected, noteEnded, noteHold } from './call-times.ts';
import { isLiveState } from './contact-state.ts';
import type { Circumstances } from './issue-event.ts';
import { initialLeg, legsOf } from './legs.ts';
import type { ContactCallState } from './tracker-state.ts';
import { OBSERVED_WITHIN_MS, whenBegan } from './when-began.ts';

const OFFERED = new Set(['init', 'incoming', 'pending', 'connecting']);

/** When a contact that is seen for the first time was offered; null if it was past that when somebody looked. */
export function whenOffered(first: ContactObservation, circumstances: Circumstances): number | null {
  const began = whenBegan(first.stateAt, circumstances);
  const wasSeen = began.exact && began.at === circumstances.at;
  return wasSeen || OFFERED.has(first.state) ? began.at : null;
}

/** True when a page looked before and has been there since. */
const isWatched = ({ since, replayed }: Circumstances): boolean => since !== null && !replayed;

/** True when the offer may have begun before it was seen first: nobody watched, and nothing tells the moment. */
export function isOfferEstimated(first: ContactObservation, circumstances: Circumstances): boolean {
  const unseen = { ...circumstances, replayed: !isWatched(circumstances) };
  return whenOffered(first, circumstances) !== null && !whenBegan(first.stateAt, unseen).exact;
}

/**
 * True when a page load hides a hold of unknown length: the customer's leg is as it was, or as it would be without a
 * hold, but not since then.
 */
function hidesHold(
  was: ConnectionObservation | undefined,
  is: ConnectionObservation | undefined,
  connectedAt: number | null,
  circumstances: Circumstances,
): boolean {
  if (isWatched(circumstances) || connectedAt === null || is === undefined || is.stateAt === null)
    return false;
  if (is.state !== 'connected' && is.state !== 'hold') return false;
  const changedOnce = (was?.state === 'hold') !== (is.state === 'hold');
  if (changedOnce || was?.stateAt === null || was?.stateAt === is.stateAt) return false;
  const from = Math.max(connectedAt, circumstances.since ?? connectedAt);
  return whenBegan(is.stateAt, circumstances).at - from > OBSERVED_WITHIN_MS;
}

type NotedTimes = Pick<ContactCallState, 'times' | 'estimatedEnd' | 'estimatedTimes'>;

/**
 * The times of a call after a look at its contact. `answered`: both sides have been connected. An end that nobody saw
 * and of which Amazon says nothing is the last moment at which the contact was known to live.
 */
export function noteTimes(
  known: NotedTimes,
  before: ContactObservation | null,
  after: ContactObservation,
  answered: boolean,
  circumstances: Circumstances,
): NotedTimes {
  const was = initialLeg(legsOf(before));
  const is = initialLeg(legsOf(after));
  const legAt = is?.stateAt ?? null;
  let { times, estimatedEnd, estimatedTimes } = known;
  const began = (stateAt: number | null): number => {
    const { at, exact } = whenBegan(stateAt, circumstances);
    if (!exact) estimatedTimes = true;
    return at;
  };
  if (answered && times.connectedAt === null) {
    const byContact = after.state === 'connected' && before?.state !== 'connected';
    times = noteConnected(times, began(byContact ? after.stateAt : legAt));
  }
  if (isLiveState(after.state)) {
    const isHeld = is?.state === 'hold';
    if (isHeld !== (times.holdSince !== null)) {
      times = noteHold(times, isHeld, Math.max(began(legAt), times.connectedAt ?? -Infinity));
    }
    if (hidesHold(was, is, times.connectedAt, circumstances)) estimatedTimes = true;
  } else if (times.endedAt === null) {
    const { at, exact } = whenBegan(after.stateAt, circumstances);
    times = noteEnded(times, exact ? at : (circumstances.since ?? at));
    estimatedEnd = !exact;
    if (times.connectedAt === null && !isWatched(circumstances)) estimatedTimes = true;
  }
  return { times, estimatedEnd, ...(estimatedTimes === undefined ? {} : { estimatedTimes }) };
}
