import { LightningElement, api } from 'lwc';
import FRAME_TITLE from '@salesforce/label/c.Paceline_Dialer_Frame';
import { createWindowMessageCarrier } from 'c/pacelineCore';
import { createClock } from 'c/pacelinePlatform';
import type { Stop, WindowMessageCarrier } from 'c/pacelineCore';

/** Which dialler page to load, and who may speak. */
export interface DialerConnection {
  readonly url: string;
  /** Exact origins, at least one; the first is where messages to the dialler go. */
  readonly origins: readonly string[];
}

/**
 * Hosts the dialler's page in a frame of its own origin and reports what it says: events `dialermessage` (the message
 * as it came) and `trace`. Nothing is loaded before `connection` is set.
 */
export default class PacelineDialerHost extends LightningElement {
  static override renderMode = 'light' as const;

  readonly frameTitle = FRAME_TITLE;

  /** Set once. */
  @api connection: DialerConnection | undefined;

  private readonly clock = createClock();
  private frame: HTMLIFrameElement | undefined;
  private carrier: WindowMessageCarrier | undefined;
  private stopCarrier: Stop | undefined;

  /** Sends plain data to the dialler's page; false while there is none. */
  @api
  post(message: unknown): boolean {
    return this.carrier?.post(message) ?? false;
  }

  override renderedCallback(): void {
    const { connection } = this;
    this.frame = this.refs?.frame as HTMLIFrameElement | undefined;
    if (connection === undefined || this.carrier !== undefined) return;
    this.carrier = createWindowMessageCarrier({
      window,
      frame: () => this.frame?.contentWindow ?? null,
      origins: connection.origins,
      now: () => this.clock.now(),
      onTrace: (entry) => this.emit('trace', entry),
    });
    this.stopCarrier = this.carrier.start((message) => this.emit('dialermessage', message));
  }

  override disconnectedCallback(): void {
    this.stopCarrier?.();
    this.stopCarrier = undefined;
    this.carrier = undefined;
    this.frame = undefined;
  }

  private emit(name: 'dialermessage' | 'trace', detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
