import type { Clock } from 'c/pacelineCore';

/** A longer delay overflows in `setTimeout`, which then fires at once. */
const LONGEST_MS = 2 ** 31 - 1;

/** The browser's time. */
export function createClock(): Clock {
  return {
    now: () => Date.now(),
    setTimer(delayMs, run) {
      let handle: ReturnType<typeof setTimeout>;
      const wait = (leftMs: number): void => {
        handle =
          leftMs > LONGEST_MS
            ? setTimeout(() => wait(leftMs - LONGEST_MS), LONGEST_MS)
            : setTimeout(run, leftMs);
      };
      wait(delayMs);
      return () => clearTimeout(handle);
    },
  };
}
