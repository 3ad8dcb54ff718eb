/**
 * The part of Amazon Connect Streams that Paceline touches, by structure. Streams keeps one set of these on the
 * global `connect`; a test holds every name against the real library.
 */
export interface StreamsState {
  readonly type: string;
  readonly timestamp?: Date | null;
}

export interface StreamsConnection {
  getConnectionId(): string;
  getType(): string;
  getState(): StreamsState;
  isInitialConnection(): boolean;
  getEndpoint(): { readonly phoneNumber?: string | null };
  getQuickConnectName(): string | null | undefined;
}

export interface StreamsContact {
  getContactId(): string;
  getInitialContactId(): string | null | undefined;
  getType(): string;
  getState(): StreamsState;
  getQueue(): {
    readonly queueARN?: string | null;
    readonly queueId?: string | null;
    readonly name?: string | null;
  } | null;
  getInitiationMethod(): string | null | undefined;
  getAttributes(): unknown;
  getConnections(): readonly StreamsConnection[];
}

export interface StreamsAgent {
  getConfiguration(): { readonly agentARN?: string | null; readonly name?: string | null } | null | undefined;
  getState(): { readonly name?: string | null } | null | undefined;
  getContacts(): readonly StreamsContact[];
}

export interface StreamsSubscription {
  unsubscribe(): void;
}

export interface StreamsEventBus {
  subscribe(event: string, handler: (data: unknown) => void): StreamsSubscription;
}

export interface StreamsConduit {
  sendUpstream(event: string, data?: unknown): void;
  shutdown(): void;
}

/** Timers of Streams' keep-alive end when its deferral does nothing. */
export interface StreamsKeepalive {
  _deferStart(): void;
}

/** Where Streams' log goes to the console. */
export interface StreamsLog {
  setEchoLevel(level: string): void;
}

/** The page's one provider of the SDK channel; it answers to the frame that it was told of last. */
export interface StreamsProvider {
  setCCPIframe(frame: unknown): void;
}

export interface InitCcpParams {
  readonly ccpUrl: string;
  readonly loginUrl?: string;
  readonly region?: string;
  readonly loginPopup: false;
  readonly loginOptions: { readonly disableAuthPopupAfterLogout: true };
  readonly ccpLoadTimeout: number;
  readonly softphone: { readonly allowFramedSoftphone: true };
  /** The provider of an earlier initCCP; a page cannot have a second one. */
  readonly provider?: StreamsProvider;
}

export interface StreamsApi {
  /** True once the first update arrived; then `connect.agent` replays at once. */
  agent(handler: (agent: StreamsAgent) => void): StreamsSubscription;
  getLog(): StreamsLog;
  readonly LogLevel: { readonly CRITICAL: string };
  readonly core: {
    initCCP(container: unknown, params: InitCcpParams): void;
    /** Throws before the first initCCP of the page. */
    getSDKClientConfig(): { readonly provider: StreamsProvider };
    /** Time of the last snapshot less the computer's when it came; throws before the first. */
    getSkew(): number;
    terminate(): void;
    getEventBus(): StreamsEventBus;
    getUpstream(): StreamsConduit;
    upstream: StreamsConduit | null;
    keepaliveManager: StreamsKeepalive | null;
  };
}
