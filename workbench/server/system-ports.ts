import { randomUUID } from 'node:crypto';
import type { Clock, Ids } from '../../src/model/ports.ts';

/** The server's own time. Its timers do not keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimer(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

export const systemIds: Ids = {
  next: () => randomUUID(),
  random: () => Math.random(),
};
