import type { Clock, Ids } from '../../src/model/ports.ts';

export interface ManualClock extends Clock {
  /** Moves the time forward and runs every timer that falls due, in order. */
  advance(milliseconds: number): void;
  /** How many timers are waiting. */
  pending(): number;
}

/** 2026-03-02 09:00:00 UTC, a Monday. */
export const START = Date.UTC(2026, 2, 2, 9);

/** Time that moves only when told to. */
export function createManualClock(start: number = START): ManualClock {
  let now = start;
  let timers: { readonly at: number; readonly order: number; readonly run: () => void }[] = [];
  let order = 0;
  return {
    now: () => now,
    setTimer(delayMs, run) {
      const timer = { at: now + Math.max(0, delayMs), order: (order += 1), run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const [next] = timers
          .filter((timer) => timer.at <= end)
          .sort((a, b) => a.at - b.at || a.order - b.order);
        if (next === undefined) break;
        timers = timers.filter((other) => other !== next);
        now = next.at;
        next.run();
      }
      now = end;
    },
    pending: () => timers.length,
  };
}

/** `id-1`, `id-2`, ...; `random` is always a half. */
export function createCountingIds(prefix = 'id'): Ids {
  let count = 0;
  return { next: () => `${prefix}-${(count += 1)}`, random: () => 0.5 };
}
