import { LightningElement, api } from 'lwc';
import { loadScript } from 'lightning/platformResourceLoader';
import STREAMS from '@salesforce/resourceUrl/pacelineStreams';
import REGION_LABEL from '@salesforce/label/c.Paceline_Ccp_Region';
import SCRIPT_FAILED from '@salesforce/label/c.Paceline_Streams_Failed';
import { createCcpSource } from 'c/pacelineCore';
import { createClock } from 'c/pacelinePlatform';
import type { AgentObservation, CcpSource, CcpStatus, StreamsApi, TraceEntry } from 'c/pacelineCore';

/** Which CCP to load; null leaves the choice to Streams. */
export interface CcpConnection {
  readonly ccpUrl: string;
  readonly loginUrl: string | null;
  readonly region: string | null;
  readonly ccpLoadTimeoutMs: number;
}

declare global {
  interface Window {
    connect?: StreamsApi;
  }
}

/**
 * Hosts the CCP's frame and reports what Streams shows: events `observation`, `status` and `trace`, each with the
 * model's object as `detail`. The library is loaded at once, the CCP as soon as `connection` is set. Light DOM,
 * because Streams looks its frame up through the document.
 */
export default class PacelineCcpHost extends LightningElement {
  static override renderMode = 'light' as const;

  readonly regionLabel = REGION_LABEL;

  private readonly clock = createClock();
  private ccpConnection: CcpConnection | undefined;
  private container: Element | undefined;
  private streams: StreamsApi | undefined;
  private source: CcpSource | undefined;
  private isOnPage = false;

  /** Set once: a page shows one instance of Amazon Connect. */
  @api
  get connection(): CcpConnection | undefined {
    return this.ccpConnection;
  }
  set connection(connection: CcpConnection | undefined) {
    this.ccpConnection = connection;
    this.startWhenReady();
  }

  /** Ends the connection, empties the container and loads the CCP (and, if it is missing, the library) anew. */
  @api
  retry(): void {
    if (this.source === undefined) void this.loadStreams();
    else this.source.retry();
  }

  override connectedCallback(): void {
    this.isOnPage = true;
    void this.loadStreams();
  }

  override renderedCallback(): void {
    this.container ??= this.refs?.container;
    this.startWhenReady();
  }

  override disconnectedCallback(): void {
    this.isOnPage = false;
    this.source?.stop();
    this.source = undefined;
  }

  private async loadStreams(): Promise<void> {
    try {
      await loadScript(this, STREAMS);
    } catch {
      this.reportMissingLibrary();
      return;
    }
    this.streams = window.connect;
    if (this.streams === undefined) this.reportMissingLibrary();
    else this.startWhenReady();
  }

  private reportMissingLibrary(): void {
    if (this.isOnPage)
      this.emit('status', { kind: 'unreachable', at: this.clock.now(), text: SCRIPT_FAILED });
  }

  private startWhenReady(): void {
    const { ccpConnection: connection, container, streams } = this;
    if (!this.isOnPage || this.source !== undefined) return;
    if (container === undefined || streams === undefined || connection === undefined) return;
    this.source = createCcpSource({
      connect: streams,
      container,
      ccpUrl: connection.ccpUrl,
      ...(connection.loginUrl === null ? {} : { loginUrl: connection.loginUrl }),
      ...(connection.region === null ? {} : { region: connection.region }),
      clock: this.clock,
      loadTimeoutMs: connection.ccpLoadTimeoutMs,
      onObservation: (observation) => this.emit('observation', observation),
      onStatus: (status) => this.emit('status', status),
      onTrace: (entry) => this.emit('trace', entry),
    });
    this.source.start();
  }

  private emit(name: string, detail: AgentObservation | CcpStatus | TraceEntry): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
