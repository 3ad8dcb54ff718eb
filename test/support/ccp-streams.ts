import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import vm from 'node:vm';
import type { Clock } from '../../src/model/ports.ts';
import type { WireMessage } from '../../src/model/snapshot.ts';
import type { StreamsAgent, StreamsApi } from '../../src/streams/streams-port.ts';
import type { CcpEngine, CcpPort } from '../../src/simulator/index.ts';

/** The methods of a live Streams contact that tests press. Callbacks are optional, as in Streams. */
export interface LiveContact {
  getContactId(): string;
  getConnections(): LiveConnection[];
  getState(): { type: string };
  getStateDuration(): number;
  accept(callbacks?: ApiCallbacks): void;
  reject(callbacks?: ApiCallbacks): void;
  clear(callbacks?: ApiCallbacks): void;
  addConnection(endpoint: unknown, callbacks?: ApiCallbacks): void;
  addParticipant(endpoint: unknown, callbacks?: ApiCallbacks): void;
  toggleActiveConnections(callbacks?: ApiCallbacks): void;
  conferenceConnections(callbacks?: ApiCallbacks): void;
  isPreviewMode(): Promise<boolean>;
  getPreviewConfiguration(): Promise<unknown>;
  engagePreviewContact(): Promise<unknown>;
}

export interface LiveConnection {
  getConnectionId(): string;
  getType(): string;
  getState(): { type: string };
  isInitialConnection(): boolean;
  hold(callbacks?: ApiCallbacks): void;
  resume(callbacks?: ApiCallbacks): void;
  destroy(callbacks?: ApiCallbacks): void;
  muteParticipant(callbacks?: ApiCallbacks): void;
  isMute(): boolean;
}

export interface LiveAgent extends StreamsAgent {
  getContacts(): (LiveContact & ReturnType<StreamsAgent['getContacts']>[number])[];
  getAgentStates(): { name: string }[];
  setState(state: unknown, callbacks?: ApiCallbacks, options?: { enqueueNextState: boolean }): void;
  connect(endpoint: unknown, callbacks?: ApiCallbacks): void;
  getEndpoints(queues: string[], callbacks: ApiCallbacks): void;
  getAllQueueARNs(): string[];
}

export interface ApiCallbacks {
  success?(data?: unknown): void;
  failure?(error: unknown): void;
}

interface Bus {
  subscribe(event: string, handler: (data: unknown, event: string) => void): { unsubscribe(): void };
  subscribeAll(handler: (data: unknown, event: string) => void): { unsubscribe(): void };
  trigger(event: string, data?: unknown): void;
  bridge(): (data: unknown, event: string) => void;
}

interface Conduit {
  shutdown(): void;
  onAllUpstream(handler: (data: unknown, event: string) => void): void;
  sendUpstream(event: string, data?: unknown): void;
}

/** The real library's global, as far as tests use more of it than Paceline does. */
export interface RealStreams extends StreamsApi {
  readonly Agent: new () => LiveAgent;
  readonly EventBus: new (options: object) => Bus;
  readonly MediaFactory: new (options: object) => unknown;
  readonly Conduit: new (name: string, upstream: object, downstream: null) => Conduit;
  readonly UpstreamConduitClient: new (conduit: Conduit) => unknown;
  readonly UpstreamConduitMasterClient: new (conduit: Conduit) => unknown;
  readonly ContactEvents: Readonly<Record<string, string>>;
  readonly AgentEvents: Readonly<Record<string, string>>;
  ifMaster(topic: string, yes: () => void, no: () => void): void;
  becomeMaster(topic: string, success: () => void): void;
  readonly core: StreamsApi['core'] & {
    readonly AgentDataProvider: new (bus: Bus) => unknown;
    getEventBus(): Bus;
    eventBus: Bus;
    agentDataProvider: unknown;
    mediaFactory: unknown;
    upstream: Conduit | null;
    client: unknown;
    masterClient: unknown;
    initialized: boolean;
  };
}

/** The file that npm delivers, unmodified. */
export const STREAMS_PATH = join(
  createRequire(join(process.cwd(), 'package.json')).resolve('amazon-connect-streams/package.json'),
  '../release/connect-streams.js',
);

const SCRIPT = new vm.Script(readFileSync(STREAMS_PATH, 'utf8'), { filename: STREAMS_PATH });

export interface StreamsRealm {
  readonly connect: RealStreams;
  /** What Streams wrote to the console as an error: handlers that threw, data it could not read. */
  readonly errors: string[];
}

/**
 * Evaluates the unmodified library in a realm of its own, without a browser: six globals are enough. Its timers run on
 * `clock`; its repeating log timers are left out, so nothing keeps Node alive.
 */
export function createStreamsRealm(clock: Clock): StreamsRealm {
  const errors: string[] = [];
  const storage = (): object => {
    const values = new Map<string, string>();
    return {
      getItem: (key: string) => values.get(key) ?? null,
      setItem: (key: string, value: string) => values.set(key, value),
      removeItem: (key: string) => values.delete(key),
    };
  };
  const stops = new Map<number, () => void>();
  let timerId = 0;
  const quiet = (): void => undefined;
  const globals: Record<string, unknown> = {
    navigator: { userAgent: 'node' },
    location: { href: 'https://org.example/', origin: 'https://org.example', protocol: 'https:' },
    localStorage: storage(),
    sessionStorage: storage(),
    addEventListener: quiet,
    removeEventListener: quiet,
    performance: { now: () => clock.now() },
    console: {
      log: quiet,
      info: quiet,
      warn: quiet,
      debug: quiet,
      error: (text: string) => errors.push(text),
    },
    URL,
    setTimeout(run: () => void, delay?: number) {
      timerId += 1;
      stops.set(timerId, clock.setTimer(delay ?? 0, run));
      return timerId;
    },
    clearTimeout: (id: number) => stops.get(id)?.(),
    setInterval: () => 0,
    clearInterval: quiet,
  };
  const context = vm.createContext(globals);
  vm.runInContext(
    'globalThis.window = globalThis; globalThis.self = globalThis; globalThis.top = globalThis;',
    context,
  );
  SCRIPT.runInContext(context);
  return { connect: globals['connect'] as RealStreams, errors };
}

export interface NodeCcp extends StreamsRealm {
  readonly engine: CcpEngine;
  readonly port: CcpPort;
  /** The agent as Streams shows it now. */
  agent(): LiveAgent;
  /** The only contact, or the one with that id. */
  contact(contactId?: string): LiveContact;
  /** Every bus event of Streams, in order, from the moment of connecting. */
  readonly events: string[];
}

/**
 * Wires the real library's parts by hand to an engine, as initCCP would over a frame: event bus, data provider,
 * conduit, clients. Synchronous, so an engine verb has its effect before it returns. A realm can be used again for
 * another engine, which saves evaluating the library; the earlier connection is then without effect.
 */
export function connectInNode(
  engine: CcpEngine,
  clock: Clock,
  realm: StreamsRealm = createStreamsRealm(clock),
): NodeCcp {
  const { connect } = realm;
  (connect.agent as unknown as { initialized: boolean }).initialized = false;
  const { core } = connect;
  const events: string[] = [];
  const listeners: ((message: { data: WireMessage }) => void)[] = [];
  let port: CcpPort | null = null;
  const early: WireMessage[] = [];
  const stream = {
    send(message: WireMessage) {
      if (port === null) early.push(structuredClone(message));
      else port.receive(structuredClone(message));
    },
    onMessage: (listener: (message: { data: WireMessage }) => void) => listeners.push(listener),
  };
  core.eventBus = new connect.EventBus({});
  core.agentDataProvider = new core.AgentDataProvider(core.eventBus);
  core.mediaFactory = new connect.MediaFactory({});
  const conduit = new connect.Conduit('test', stream, null);
  core.upstream = conduit;
  conduit.onAllUpstream(core.eventBus.bridge());
  core.client = new connect.UpstreamConduitClient(conduit);
  core.masterClient = new connect.UpstreamConduitMasterClient(conduit);
  core.initialized = true;
  core.eventBus.subscribeAll((_data, event) => events.push(event));
  const opened = engine.connect((message) => {
    for (const listener of listeners) listener({ data: message });
  });
  port = opened;
  for (const message of early) opened.receive(message);
  const agent = (): LiveAgent => new connect.Agent();
  return {
    ...realm,
    engine,
    port: opened,
    agent,
    events,
    contact(contactId) {
      const found = agent()
        .getContacts()
        .find((candidate) => contactId === undefined || candidate.getContactId() === contactId);
      if (found === undefined) throw new Error(`Streams shows no contact ${contactId ?? ''}`);
      return found;
    },
  };
}
