/** Cancels what a port call started; calling it twice does nothing. */
export type Stop = () => void;

/** Time. `now` is epoch milliseconds. */
export interface Clock {
  now(): number;
  setTimer(delayMs: number, run: () => void): Stop;
}

/** Unique ids and jitter. `random` is in [0, 1). */
export interface Ids {
  next(): string;
  random(): number;
}

/** Synchronous storage of one browser, shared by its tabs. Writing may throw (quota, disabled): callers must say so. */
export interface Store {
  read(key: string): string | null;
  write(key: string, value: string): void;
  remove(key: string): void;
  keys(): readonly string[];
}

export interface LockOptions {
  /** Takes the lock from its holder, who does not work any more. */
  readonly steal?: boolean;
  /** Another tab took the lock from this one. */
  readonly lost?: () => void;
}

/** At most one holder a browser. `hold` waits its turn; it holds until stopped, lost, or until the page is gone. */
export interface Lock {
  hold(name: string, acquired: () => void, options?: LockOptions): Stop;
}

/** Messages between the tabs of one browser; a tab does not hear itself. Plain data only. */
export interface TabChannel {
  post(message: unknown): void;
  listen(handler: (message: unknown) => void): Stop;
}

/** Brings a dialler's raw messages, of whatever shape, from a source that was checked. */
export interface Carrier {
  start(onMessage: (message: unknown) => void): Stop;
}
