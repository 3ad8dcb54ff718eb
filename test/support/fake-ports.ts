import type { Clock, Ids, Lock, Stop, Store, TabChannel } from '../../src/model/ports.ts';

/** 2026-03-02 09:00:00 UTC, a Monday. */
export const NINE_O_CLOCK = Date.UTC(2026, 2, 2, 9);

export interface FakeClock extends Clock {
  /** Moves the time; promises settle before the first timer and after each. */
  advance(milliseconds: number): Promise<void>;
  /** Somebody sets the computer's clock back; timers that run keep their delays. */
  setBack(milliseconds: number): void;
  pending(): number;
}

/** Lets every promise that can settle do so. */
export function settlePromises(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

export function createFakeClock(start = NINE_O_CLOCK): FakeClock {
  let now = start;
  let order = 0;
  let timers: { readonly at: number; readonly order: number; readonly run: () => void }[] = [];
  return {
    now: () => now,
    pending: () => timers.length,
    setBack(milliseconds) {
      now -= milliseconds;
      timers = timers.map((timer) => ({ ...timer, at: timer.at - milliseconds }));
    },
    setTimer(delayMs, run) {
      order += 1;
      const timer = { at: now + Math.max(0, delayMs), order, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    async advance(milliseconds) {
      const end = now + milliseconds;
      await settlePromises();
      for (;;) {
        const [next] = timers
          .filter(({ at }) => at <= end)
          .sort((one, other) => one.at - other.at || one.order - other.order);
        if (next === undefined) break;
        timers = timers.filter((other) => other !== next);
        now = Math.max(now, next.at);
        next.run();
        await settlePromises();
      }
      now = end;
    },
  };
}

/** `tab-1`, `tab-2`, ...; `random` is always a half unless a source is given. */
export function createFakeIds(prefix = 'id', random: () => number = () => 0.5): Ids {
  let count = 0;
  return { next: () => `${prefix}-${(count += 1)}`, random };
}

/** The parts of a browser that its tabs share, and a way to make storage fail. */
export interface FakeBrowser {
  readonly items: Map<string, string>;
  /** Every write, as it happened. */
  readonly writes: string[];
  /** When set, every use of storage throws it. */
  storageError: Error | null;
  /** One tab's ports; `freeze`: it hears and says nothing more; `kill` is what a crash does: its lock is free, too. */
  openTab(): {
    readonly store: Store;
    readonly lock: Lock;
    readonly tabs: TabChannel;
    freeze(): void;
    /** Nobody hears it any more, and it hears nobody; all else goes on. */
    mute(): void;
    kill(): void;
  };
}

interface Waiter {
  readonly name: string;
  readonly acquired: () => void;
  readonly lost: () => void;
  readonly tab: object;
}

export function createFakeBrowser(clock: Clock): FakeBrowser {
  const items = new Map<string, string>();
  const writes: string[] = [];
  const listeners = new Map<(message: unknown) => void, object>();
  let queue: readonly Waiter[] = [];
  const holders = new Map<string, Waiter>();

  const later = (run: () => void): Stop => clock.setTimer(0, run);
  function grant(): void {
    for (const waiter of queue) {
      if (holders.has(waiter.name)) continue;
      holders.set(waiter.name, waiter);
      queue = queue.filter((other) => other !== waiter);
      later(() => {
        if (holders.get(waiter.name) === waiter) waiter.acquired();
      });
    }
  }
  function release(gone: (waiter: Waiter) => boolean): void {
    queue = queue.filter((waiter) => !gone(waiter));
    for (const [name, holder] of holders) if (gone(holder)) holders.delete(name);
    grant();
  }
  const guard = (): void => {
    if (browser.storageError !== null) throw browser.storageError;
  };

  const browser: FakeBrowser = {
    items,
    writes,
    storageError: null,
    openTab() {
      const tab = {};
      let dead = false;
      let muted = false;
      const store: Store = {
        read(key) {
          guard();
          return items.get(key) ?? null;
        },
        write(key, value) {
          guard();
          if (dead) return;
          items.set(key, value);
          writes.push(key);
        },
        remove(key) {
          guard();
          items.delete(key);
        },
        keys() {
          guard();
          return [...items.keys()];
        },
      };
      const lock: Lock = {
        hold(name, acquired, { steal = false, lost = () => undefined } = {}) {
          const waiter = { name, acquired, lost, tab };
          const robbed = steal ? holders.get(name) : undefined;
          if (robbed !== undefined) {
            holders.delete(name);
            later(robbed.lost);
          }
          queue = steal ? [waiter, ...queue] : [...queue, waiter];
          grant();
          return () => release((other) => other === waiter);
        },
      };
      const tabs: TabChannel = {
        post(message) {
          if (dead || muted) return;
          const others = [...listeners].filter(([, owner]) => owner !== tab);
          if (others.length === 0) return;
          const copy: unknown = structuredClone(message);
          for (const [listener] of others) later(() => listeners.has(listener) && listener(copy));
        },
        listen(handler) {
          const own = (message: unknown): void => (muted ? undefined : handler(message));
          listeners.set(own, tab);
          return () => void listeners.delete(own);
        },
      };
      const freeze = (): void => {
        dead = true;
        for (const [listener, owner] of listeners) if (owner === tab) listeners.delete(listener);
      };
      return {
        store,
        lock,
        tabs,
        freeze,
        mute() {
          muted = true;
        },
        kill() {
          freeze();
          release((waiter) => waiter.tab === tab);
        },
      };
    },
  };
  return browser;
}
