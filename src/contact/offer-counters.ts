/** How many call ids the counters remember: weeks of one agent's calls. */
const CAPACITY = 1000;

/** Counts how often a call id was offered to the agent. */
export interface OfferCounters {
  /** The number of the next offer, from 1. */
  next(callId: string): number;
  entries(): [string, number][];
}

/** Counters that survive page loads; those of the least recently offered ids are forgotten first. */
export function createOfferCounters(entries: readonly (readonly [string, number])[]): OfferCounters {
  const counts = new Map<string, number>(entries);
  return {
    next(callId) {
      const offer = (counts.get(callId) ?? 0) + 1;
      counts.delete(callId);
      counts.set(callId, offer);
      if (counts.size > CAPACITY) {
        const oldest = counts.keys().next();
        if (oldest.done !== true) counts.delete(oldest.value);
      }
      return offer;
    },
    entries: () => [...counts],
  };
}
