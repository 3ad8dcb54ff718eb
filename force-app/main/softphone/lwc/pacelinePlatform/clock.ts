import type { Clock } from 'c/pacelineCore';

/** The browser's time. */
export function createClock(): Clock {
  return {
    now: () => Date.now(),
    setTimer(delayMs, run) {
      const handle = setTimeout(run, delayMs);
      return () => clearTimeout(handle);
    },
  };
}
