const FIRST_MS = 5_000;
const LONGEST_MS = 120_000;

/**
 * Milliseconds until the configuration is asked for again: doubling from 5 seconds to 2 minutes, each spread from half to
 * one and a half, so that an org's agents do not all come back in the same second. `random` is in [0, 1).
 */
export function retryDelay(attempt: number, random: number): number {
  return Math.min(FIRST_MS * 2 ** attempt, LONGEST_MS) * (0.5 + random);
}
