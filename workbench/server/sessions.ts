import type { Stop } from '../../src/model/ports.ts';
import { createCcpEngine, createDialerSimulator } from '../../src/simulator/index.ts';
import type {
  CcpBehaviour,
  CcpEngine,
  DialerBehaviour,
  DialerBusMessage,
  DialerSimulator,
} from '../../src/simulator/index.ts';
import { createOrg } from '../org/create-org.ts';
import type { InstalledPackage } from '../org/installed-package.ts';
import type { SimulatedOrg } from '../org/simulated-org.ts';
import { createListeners } from './listeners.ts';
import { systemClock, systemIds } from './system-ports.ts';

/** The assumptions that a session's simulators go by. */
export interface Behaviours {
  readonly ccp?: Partial<CcpBehaviour>;
  readonly dialer?: Partial<DialerBehaviour>;
}

/** One named world: an org, an agent at a CCP and a dialler, shared by all pages that name it. */
export interface Session {
  readonly name: string;
  readonly org: SimulatedOrg;
  readonly engine: CcpEngine;
  readonly dialer: DialerSimulator;
  /** Puts new simulators in place of the old ones; the pages' frames connect to them by themselves. */
  resetSimulators(behaviours?: Behaviours): void;
  /** Called after each change of what the simulators show, and after they were replaced. */
  onChange(listener: () => void): Stop;
  onReplaced(listener: () => void): Stop;
  /** The dialler's messages for its frames. */
  onDialerMessage(listener: (message: DialerBusMessage) => void): Stop;
  /** Sends `mark` through every open frame to its page: when it arrives, everything sent before has arrived. */
  sendMark(mark: string): void;
  onMark(listener: (mark: string) => void): Stop;
}

export interface Sessions {
  get(name: string): Session;
  onOpen(listener: (session: Session) => void): void;
}

interface SessionOptions {
  readonly packageDir: string;
  readonly settingsDir: string;
  readonly installed: InstalledPackage;
  ccpUrl(session: string): string;
  dialerUrl(session: string): string;
}

const NAME = /^[\w-]{1,40}$/;

/** Why a word cannot name a session, or null. */
export function refuseSessionName(name: string): string | null {
  return NAME.test(name)
    ? null
    : `"${name.slice(0, 60)}" cannot name a session: use 1 to 40 letters, digits, hyphens or underscores.`;
}

function createSession(name: string, options: SessionOptions): Session {
  const changed = createListeners<void>();
  const replaced = createListeners<void>();
  const dialerMessages = createListeners<DialerBusMessage>();
  const marks = createListeners<string>();
  const start = (behaviours: Behaviours): { engine: CcpEngine; dialer: DialerSimulator; stop: Stop } => {
    const ports = { clock: systemClock, ids: systemIds };
    const engine = createCcpEngine({ ...ports, behaviour: behaviours.ccp ?? {} });
    const dialer = createDialerSimulator({
      ...ports,
      behaviour: behaviours.dialer ?? {},
      post: (message) => dialerMessages.notify(message),
    });
    const stops = [engine.subscribe(changed.notify), dialer.subscribe(changed.notify)];
    return { engine, dialer, stop: () => stops.forEach((stop) => stop()) };
  };
  let current = start({});
  const dialerUrl = options.dialerUrl(name);
  const org = createOrg({
    packageDir: options.packageDir,
    settingsDirs: [options.settingsDir],
    installed: options.installed,
    clock: systemClock,
    ids: systemIds,
    settingOverrides: {
      Ccp_Url__c: options.ccpUrl(name),
      Dialer_Url__c: dialerUrl,
      Dialer_Origins__c: new URL(dialerUrl).origin,
    },
  });
  return {
    name,
    org,
    get engine() {
      return current.engine;
    },
    get dialer() {
      return current.dialer;
    },
    resetSimulators(behaviours = {}) {
      current.stop();
      current = start(behaviours);
      replaced.notify();
      changed.notify();
    },
    onChange: changed.listen,
    onReplaced: replaced.listen,
    onDialerMessage: dialerMessages.listen,
    sendMark: marks.notify,
    onMark: marks.listen,
  };
}

/** The sessions of one server, created when first named. */
export function createSessions(options: SessionOptions): Sessions {
  const sessions = new Map<string, Session>();
  const opened = createListeners<Session>();
  return {
    get(name) {
      const refusal = refuseSessionName(name);
      if (refusal !== null) throw new Error(refusal);
      const known = sessions.get(name);
      if (known !== undefined) return known;
      const session = createSession(name, options);
      sessions.set(name, session);
      opened.notify(session);
      return session;
    },
    onOpen: opened.listen,
  };
}
