import type { Clock, Ids, Lock, Stop, Store, TabChannel } from 'c/pacelineCore';
import { createClock } from './clock.ts';
import { createIds } from './ids.ts';
import { createLock } from './lock.ts';
import { createStore } from './store.ts';
import { createTabChannel } from './tabChannel.ts';

export { createClock } from './clock.ts';
export { downloadText } from './download.ts';
export { createTabStore } from './store.ts';
export { watchAttention } from './attention.ts';
export type { Attention } from './attention.ts';

/** What this browser cannot do, and the agent should know. */
export type Limitation = 'no-locks' | 'no-tab-channel';

export interface BrowserPorts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly store: Store;
  readonly lock: Lock;
  readonly tabs: TabChannel;
  /** Calls back whenever this browser says that it is online again. */
  readonly onReconnect: (reconnected: () => void) => Stop;
  /** Gives back what the ports hold of the browser. */
  close(): void;
}

/** The core's ports over this browser; `onLimited` may be called at once or, for a lock that is refused, later. */
export function createBrowserPorts(onLimited: (limitation: Limitation) => void): BrowserPorts {
  const tabs = createTabChannel(() => onLimited('no-tab-channel'));
  return {
    clock: createClock(),
    ids: createIds(),
    store: createStore(),
    lock: createLock(() => onLimited('no-locks')),
    tabs,
    onReconnect(reconnected) {
      window.addEventListener('online', reconnected);
      return () => window.removeEventListener('online', reconnected);
    },
    close: () => tabs.close(),
  };
}
