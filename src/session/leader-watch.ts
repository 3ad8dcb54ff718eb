import type { Clock, Ids, Stop } from '../model/ports.ts';
import type { TabLink } from './tab-link.ts';

const PING_MS = 3_000;
/** After this many pings without an answer, about 10 seconds, the agent is warned. */
const WARN_AFTER = 3;
/** After this many, about 30 seconds, this tab takes the lead. A few more by chance, so that two tabs do not do it at once. */
const TAKE_OVER_AFTER = 10;
const CHANCE = 3;

interface LeaderWatchOptions {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly link: TabLink;
  /** True while there is something that a leader must act on. */
  readonly isNeeded: () => boolean;
  /** `isSilent` changed. */
  readonly changed: () => void;
  readonly takeOver: () => void;
}

/**
 * Notices a leader that holds the lock and does not work: an endless loop, a debugger, a print dialog, or a script that
 * squats on the lock. Pings are counted instead of time, because a computer that slept looks like silence.
 */
export interface LeaderWatch {
  /** Something may need a leader now. */
  update(): void;
  /** The leader answered. */
  heard(): void;
  isSilent(): boolean;
  stop(): void;
}

export function createLeaderWatch({
  clock,
  ids,
  link,
  isNeeded,
  changed,
  takeOver,
}: LeaderWatchOptions): LeaderWatch {
  let unanswered = 0;
  let isRunning = false;
  let stopTimer: Stop = () => undefined;
  const patience = TAKE_OVER_AFTER + Math.floor(ids.random() * CHANCE);
  const isSilent = (): boolean => unanswered > WARN_AFTER;

  function reset(): void {
    const was = isSilent();
    unanswered = 0;
    if (was) changed();
  }

  function ping(): void {
    if (!isNeeded()) {
      isRunning = false;
      reset();
      return;
    }
    unanswered += 1;
    if (unanswered > patience) {
      isRunning = false;
      unanswered = 0;
      takeOver();
      return;
    }
    link.post({ type: 'ping' });
    stopTimer = clock.setTimer(PING_MS, ping);
    if (unanswered === WARN_AFTER + 1) changed();
  }

  return {
    update() {
      if (isRunning || !isNeeded()) return;
      isRunning = true;
      ping();
    },
    heard: reset,
    isSilent,
    stop() {
      isRunning = true;
      stopTimer();
    },
  };
}
