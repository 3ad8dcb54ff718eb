import type { Stop } from '../../src/model/ports.ts';
import { createCcpEngine } from '../../src/simulator/ccp-engine.ts';
import type { CcpEngine } from '../../src/simulator/ccp-engine-types.ts';
import { createOrg } from '../org/create-org.ts';
import type { SimulatedOrg } from '../org/simulated-org.ts';
import { systemClock, systemIds } from './system-ports.ts';

/** One named world: an org and an agent at a CCP, shared by all pages that name it. */
export interface Session {
  readonly name: string;
  readonly org: SimulatedOrg;
  readonly engine: CcpEngine;
  /** Puts a new engine in place of the old one; the pages' frames connect to it by themselves. */
  resetEngine(): void;
  /** Called after each change of the engine's view and after `resetEngine`. */
  onEngineChange(listener: () => void): Stop;
  onEngineReset(listener: () => void): Stop;
}

export interface Sessions {
  get(name: string): Session;
  onOpen(listener: (session: Session) => void): void;
  /** The package's metadata changed: sessions that are asked for later read it anew. */
  forget(): void;
}

const NAME = /^[\w-]{1,40}$/;

function createSession(
  name: string,
  packageDir: string,
  settingsDir: string,
  ccpUrl: string,
  dialerUrl: string,
): Session {
  const changed = new Set<() => void>();
  const replaced = new Set<() => void>();
  const notify = (): void => {
    for (const listener of [...changed]) listener();
  };
  const start = (): { engine: CcpEngine; stop: Stop } => {
    const engine = createCcpEngine({ clock: systemClock, ids: systemIds });
    return { engine, stop: engine.subscribe(notify) };
  };
  let current = start();
  const org = createOrg({
    packageDir,
    settingsDirs: [settingsDir],
    clock: systemClock,
    ids: systemIds,
    settingOverrides: {
      Ccp_Url__c: ccpUrl,
      Dialer_Url__c: dialerUrl,
      Dialer_Origins__c: new URL(dialerUrl).origin,
    },
  });
  const listenTo = (listeners: Set<() => void>, listener: () => void): Stop => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    name,
    org,
    get engine() {
      return current.engine;
    },
    resetEngine() {
      current.stop();
      current = start();
      for (const listener of [...replaced]) listener();
      notify();
    },
    onEngineChange: (listener) => listenTo(changed, listener),
    onEngineReset: (listener) => listenTo(replaced, listener),
  };
}

/** The sessions of one server, created when first named. */
export function createSessions(options: {
  readonly packageDir: string;
  readonly settingsDir: string;
  readonly ccpUrl: (session: string) => string;
  readonly dialerUrl: (session: string) => string;
}): Sessions {
  const sessions = new Map<string, Session>();
  const listeners: ((session: Session) => void)[] = [];
  return {
    get(wanted) {
      const name = NAME.test(wanted) ? wanted : 'default';
      const known = sessions.get(name);
      if (known !== undefined) return known;
      const session = createSession(
        name,
        options.packageDir,
        options.settingsDir,
        options.ccpUrl(name),
        options.dialerUrl(name),
      );
      sessions.set(name, session);
      for (const listener of listeners) listener(session);
      return session;
    },
    onOpen(listener) {
      listeners.push(listener);
    },
    forget() {
      sessions.clear();
    },
  };
}
