import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script, createContext } from 'node:vm';
import { PacelineError } from '../errors.ts';
import { createRealmGlobals } from './realm-globals.ts';
import type { RealmGlobals } from './realm-globals.ts';

/** The parts of Streams that see snapshots: no CCP, no frames, no network. */
export interface StreamsRealm {
  /** Delivers the data of one `agent::update` message. */
  update(data: unknown): void;
  /** `handler` gets Streams' live agent at every refresh. */
  onRefresh(handler: (agent: unknown) => void): void;
}

interface EventBus {
  subscribe(event: string, handler: (data: unknown) => void): unknown;
  trigger(event: string, data: unknown): void;
}

interface ConnectGlobal {
  core: {
    AgentDataProvider: new (bus: EventBus) => unknown;
    eventBus: EventBus;
    agentDataProvider: unknown;
    mediaFactory: unknown;
  };
  EventBus: new () => EventBus;
  AgentEvents: { UPDATE: string; REFRESH: string };
  LogLevel: { CRITICAL: string };
  getLog(): { setLogLevel(level: string): void; setEchoLevel(level: string): void };
}

/** Every connection that Streams builds asks for its media; in a replay there are none, ever. */
const NO_MEDIA = { get: () => new Promise<never>(() => undefined), destroy: () => undefined };

/** Compiles the installed Streams library once; every call of the result is a fresh realm, as after a page load. */
export function createStreamsRealmFactory(): () => StreamsRealm {
  const script = compileStreams();
  return () => {
    const globals: RealmGlobals = createRealmGlobals();
    script.runInContext(createContext(globals));
    const connect = globals['connect'] as ConnectGlobal;
    connect.getLog().setLogLevel(connect.LogLevel.CRITICAL);
    connect.getLog().setEchoLevel(connect.LogLevel.CRITICAL);
    const bus = new connect.EventBus();
    connect.core.eventBus = bus;
    connect.core.agentDataProvider = new connect.core.AgentDataProvider(bus);
    connect.core.mediaFactory = NO_MEDIA;
    return {
      update: (data) => bus.trigger(connect.AgentEvents.UPDATE, data),
      onRefresh: (handler) => {
        bus.subscribe(connect.AgentEvents.REFRESH, handler);
      },
    };
  };
}

function compileStreams(): Script {
  const name = 'amazon-connect-streams';
  try {
    const filename = createRequire(import.meta.url).resolve(name);
    return new Script(readFileSync(filename, 'utf8'), { filename });
  } catch (cause) {
    throw new PacelineError('streams-unavailable', `the package ${name} cannot be loaded`, {
      hint: 'Run npm install',
      cause,
    });
  }
}
