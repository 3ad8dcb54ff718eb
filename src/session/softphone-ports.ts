import type { ActionRunner } from '../model/action-runner.ts';
import type { Clock, Ids, Lock, Stop, Store, TabChannel } from '../model/ports.ts';

/** Everything that a softphone needs of the world. */
export interface SoftphonePorts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly store: Store;
  readonly lock: Lock;
  readonly tabs: TabChannel;
  readonly runner: ActionRunner;
  /** Calls back whenever the browser's connection returns; without it the next attempt is waited for. */
  readonly onReconnect?: (reconnected: () => void) => Stop;
}
