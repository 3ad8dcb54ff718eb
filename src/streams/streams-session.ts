import type { CcpContainer } from './ccp-container.ts';
import type { InitCcpParams, StreamsApi, StreamsProvider, StreamsSubscription } from './streams-port.ts';

/**
 * The longest delay a browser's timer takes, 24.8 days: Streams' own loop, which replaces the frame when the first
 * acknowledgement is late and survives `terminate`, never begins. The source reloads the one frame in place instead.
 */
const NEVER_MS = 2 ** 31 - 1;

export interface SessionOptions {
  readonly connect: StreamsApi;
  readonly container: CcpContainer;
  readonly ccpUrl: string;
  readonly loginUrl?: string;
  readonly region?: string;
  /** Event of Streams' bus to what to do with its data. */
  readonly handlers: Readonly<Record<string, (data: unknown) => void>>;
}

/** One initCCP. */
export interface StreamsSession {
  /** Asks the CCP for an acknowledgement. */
  probe(): void;
  /** Loads the CCP's page anew in the same frame: the window stays, and with it Streams' connection. */
  reloadFrame(): void;
  /** Ends the connection and empties the container; a new session can follow. */
  close(): void;
}

function paramsOf(options: SessionOptions, provider: StreamsProvider | null): InitCcpParams {
  return {
    ccpUrl: options.ccpUrl,
    ...(options.loginUrl === undefined ? {} : { loginUrl: options.loginUrl }),
    ...(options.region === undefined ? {} : { region: options.region }),
    loginPopup: false,
    loginOptions: { disableAuthPopupAfterLogout: true },
    ccpLoadTimeout: NEVER_MS,
    softphone: { allowFramedSoftphone: true },
    ...(provider === null ? {} : { provider }),
  };
}

function findProvider(connect: StreamsApi): StreamsProvider | null {
  try {
    return connect.core.getSDKClientConfig().provider;
  } catch {
    // The library's way to say that the page has none yet.
    return null;
  }
}

function terminate(connect: StreamsApi, subscriptions: readonly StreamsSubscription[]): void {
  for (const subscription of subscriptions) subscription.unsubscribe();
  const { keepaliveManager } = connect.core;
  // terminate() forgets this object but not its timers, which would go on calling into the removed frame.
  if (keepaliveManager !== null) keepaliveManager._deferStart = () => undefined;
  const upstream = connect.core.getUpstream();
  upstream.shutdown();
  connect.core.terminate();
  // A metric that Streams sends a second after its start throws into the console without any upstream.
  connect.core.upstream = upstream;
}

/** Starts Streams in the container; null if it put no frame there, because the page has a CCP already. */
export function openSession(options: SessionOptions): StreamsSession | null {
  const { connect, container } = options;
  // Streams' log names contacts; what concerns the agent or the admin stands in the status and the trace.
  connect.getLog().setEchoLevel(connect.LogLevel.CRITICAL);
  const provider = findProvider(connect);
  connect.core.initCCP(container, paramsOf(options, provider));
  const frame = container.querySelector('iframe');
  if (frame === null) return null;
  // Streams tells only a provider of its own making.
  provider?.setCCPIframe(frame);
  const bus = connect.core.getEventBus();
  const subscriptions = Object.entries(options.handlers).map(([event, handle]) =>
    bus.subscribe(event, handle),
  );
  return {
    probe: () => connect.core.getUpstream().sendUpstream('synchronize'),
    reloadFrame() {
      frame.src = options.ccpUrl;
    },
    close() {
      try {
        terminate(connect, subscriptions);
      } finally {
        container.replaceChildren();
      }
    },
  };
}
