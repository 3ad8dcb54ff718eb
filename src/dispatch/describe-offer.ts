import type { CallOffer } from '../model/apex-contract.ts';
import type { CallView } from '../model/call-view.ts';

/** A clock that was set wrong must not make a request invalid. */
const LONGEST_AGO = 365 * 24 * 60 * 60;

/** Only Amazon Connect tells when an offer began: a dialler's call begins when its first message comes. */
function toldOffer(call: CallView): number | null {
  return call.contactId === null || call.offerEstimated === true ? null : call.offeredAt;
}

/**
 * What tells the offer of a call from others of the same call id. `seenAt`: a moment at which the call was known, epoch
 * milliseconds like `now`.
 */
export function describeOffer(call: CallView, seenAt: number, browser: string, now: number): CallOffer {
  const secondsSince = (at: number): number =>
    Math.min(LONGEST_AGO, Math.max(0, Math.round((now - at) / 1000)));
  const secondsAgo = (at: number | null): number | null => (at === null ? null : secondsSince(at));
  const known = [call.offeredAt, call.connectedAt, call.endedAt, seenAt].filter((at) => at !== null);
  return {
    browser,
    offeredSecondsAgo: secondsAgo(toldOffer(call)),
    startedSecondsAgo: secondsSince(Math.min(...known)),
    endedSecondsAgo: secondsAgo(call.endedAt),
    phoneNumber: call.phoneNumber,
  };
}
