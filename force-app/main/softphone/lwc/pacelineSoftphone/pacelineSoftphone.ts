import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import { MessageContext } from 'lightning/messageService';
import { EnclosingUtilityId } from 'lightning/platformUtilityBarApi';
import { IsConsoleNavigation } from 'lightning/platformWorkspaceApi';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import loadConfiguration from '@salesforce/apex/PacelineConfigurationController.load';
import USE_SOFTPHONE from '@salesforce/customPermission/Paceline_Use_Softphone';
import SOFTPHONE from '@salesforce/label/c.Paceline_Softphone';
import NOT_LOADED from '@salesforce/label/c.Paceline_Configuration_Not_Loaded';
import NO_PERMISSION from '@salesforce/label/c.Paceline_No_Permission';
import NO_LOCKS from '@salesforce/label/c.Paceline_No_Locks';
import NO_TAB_CHANNEL from '@salesforce/label/c.Paceline_No_Tab_Channel';
import { createSoftphone } from 'c/pacelineCore';
import { createActionRunner, describeFailure } from 'c/pacelineActionRunner';
import { connectDialerCommands, connectEvents, createDialerChannel } from 'c/pacelineEvents';
import { createBrowserPorts, downloadText, watchAttention } from 'c/pacelinePlatform';
import { isLive } from 'c/pacelineWords';
import type { MessageContextValue } from 'lightning/messageService';
import type {
  AgentObservation,
  CallCard,
  CcpStatus,
  ConfigurationProblem,
  ConfigurationResponse,
  Softphone,
  SoftphoneCommand,
  SoftphoneView,
  Stop,
  TraceEntry,
} from 'c/pacelineCore';
import type { CcpConnection } from 'c/pacelineCcpHost';
import type { DialerConnection } from 'c/pacelineDialerHost';
import type { Attention, BrowserPorts, Limitation } from 'c/pacelinePlatform';
import { findMood } from './mood.ts';
import { retryDelay } from './retryDelay.ts';
import { createUtilityItem } from './utilityItem.ts';
import type { UtilityItem } from './utilityItem.ts';

const TICK_MS = 1000;
const LIMITATIONS: Readonly<Record<Limitation, string>> = {
  'no-locks': NO_LOCKS,
  'no-tab-channel': NO_TAB_CHANNEL,
};

/** The softphone in the utility bar: one per tab. Light DOM up to here, so that Streams finds its frame. */
export default class PacelineSoftphone extends NavigationMixin(LightningElement) {
  static override renderMode = 'light' as const;

  /** Developer name of the `Paceline_Setting__mdt` record. */
  @api settingName = '';

  @wire(IsConsoleNavigation) isConsole: boolean | undefined;
  @wire(MessageContext) messageContext: MessageContextValue | undefined;

  @wire(EnclosingUtilityId)
  setUtilityId(utilityId: string | undefined): void {
    if (typeof utilityId === 'string' && this.utility === undefined) {
      this.utility = createUtilityItem(utilityId);
      this.showMood();
    }
  }

  @wire(CurrentPageReference)
  handlePage(): void {
    this.attention?.notePage();
  }

  readonly labels = { softphone: SOFTPHONE };
  readonly explain = (actionKey: string): string => this.softphone?.explain(actionKey) ?? '';

  view: SoftphoneView | undefined;
  connection: CcpConnection | undefined;
  dialer: DialerConnection | undefined;
  loadFailure: CcpStatus | undefined;
  limitations: readonly string[] = [];
  now = 0;

  private ports: BrowserPorts | undefined;
  private attention: Attention | undefined;
  private softphone: Softphone | undefined;
  private utility: UtilityItem | undefined;
  private stops: Stop[] = [];
  private stopTick: Stop | undefined;
  private stopLoadRetry: Stop | undefined;

  get status(): CcpStatus | undefined {
    return this.loadFailure ?? this.view?.ccp;
  }

  /** Without a usable URL there is no frame, so its place need not be kept. */
  get ccpClass(): string {
    const base = 'paceline-softphone__ccp';
    return this.status?.kind === 'not-configured' ? `${base} ${base}_none` : base;
  }

  get loginUrl(): string | undefined {
    return this.connection?.loginUrl ?? this.connection?.ccpUrl;
  }

  get cards(): readonly CallCard[] {
    return this.view?.cards ?? [];
  }

  get problems(): readonly ConfigurationProblem[] {
    return this.view?.problems ?? [];
  }

  get warnings(): readonly string[] {
    return [...this.limitations, ...(this.view?.warnings ?? [])];
  }

  get isFollower(): boolean {
    return this.view?.role === 'follower';
  }

  override connectedCallback(): void {
    const ports = createBrowserPorts((limitation) => {
      this.limitations = [...new Set([...this.limitations, LIMITATIONS[limitation]])];
    });
    this.ports = ports;
    this.now = ports.clock.now();
    if (!USE_SOFTPHONE) {
      this.loadFailure = { kind: 'not-configured', at: this.now, text: NO_PERMISSION };
      this.showMood();
      return;
    }
    this.attention = watchAttention(ports.clock, {
      focused: () => this.softphone?.focused(),
      typed: () => this.softphone?.typed(),
    });
    void this.load(ports, this.attention);
  }

  override disconnectedCallback(): void {
    this.stopTick?.();
    this.stopLoadRetry?.();
    this.stopTick = undefined;
    for (const stop of this.stops) stop();
    this.stops = [];
    this.softphone?.stop();
    this.softphone = undefined;
    this.attention?.stop();
    this.ports?.close();
    this.ports = undefined;
    this.connection = undefined;
    this.dialer = undefined;
  }

  handleObservation(event: CustomEvent<AgentObservation>): void {
    this.softphone?.observe(event.detail);
  }

  handleStatus(event: CustomEvent<CcpStatus>): void {
    this.softphone?.ccpStatus(event.detail);
  }

  handleTrace(event: CustomEvent<TraceEntry>): void {
    this.softphone?.trace(event.detail);
  }

  handleDialerMessage(event: CustomEvent<unknown>): void {
    this.softphone?.signalDialer(event.detail);
  }

  handleCommand(event: CustomEvent<SoftphoneCommand>): void {
    this.attention?.noteAsked();
    this.softphone?.command(event.detail);
  }

  handleExportTrace(event: CustomEvent<string>): void {
    const { ports, softphone } = this;
    const call = this.cards.find(({ call: { callKey } }) => callKey === event.detail)?.call;
    if (ports === undefined || softphone === undefined || call === undefined) return;
    downloadText(ports.clock, `paceline-${call.callId}.json`, softphone.exportTrace(call.callKey));
  }

  handleAttention(event: CustomEvent<string>): void {
    const cards = [...this.querySelectorAll<HTMLElement>('c-paceline-call-card')];
    const card = cards.find(({ dataset }) => dataset.callKey === event.detail);
    card?.scrollIntoView({ block: 'nearest' });
    card?.focus();
  }

  handleRetry(): void {
    if (this.loadFailure?.kind === 'loading') return;
    if (this.softphone === undefined && this.ports !== undefined && this.attention !== undefined) {
      void this.load(this.ports, this.attention);
    } else {
      (this.refs?.host as (Element & { retry(): void }) | undefined)?.retry();
    }
  }

  private async load(ports: BrowserPorts, attention: Attention, attempt = 0): Promise<void> {
    this.stopLoadRetry?.();
    this.loadFailure = { kind: 'loading', at: ports.clock.now(), text: '' };
    try {
      const configuration = await loadConfiguration({ settingName: this.settingName });
      if (this.ports !== ports) return;
      this.loadFailure = undefined;
      this.startSoftphone(configuration as ConfigurationResponse, ports, attention);
    } catch (error) {
      if (this.ports !== ports) return;
      const { message, heals } = describeFailure(error, navigator.onLine);
      this.loadFailure = { kind: 'unreachable', at: ports.clock.now(), text: `${NOT_LOADED} ${message}` };
      this.showMood();
      if (!heals) return;
      const delay = retryDelay(attempt, ports.ids.random());
      this.stopLoadRetry = ports.clock.setTimer(delay, () => {
        void this.load(ports, attention, attempt + 1);
      });
    }
  }

  private startSoftphone(
    configuration: ConfigurationResponse,
    ports: BrowserPorts,
    attention: Attention,
  ): void {
    const runner = createActionRunner({
      isConsole: () => this.isConsole === true,
      navigate: (pageReference) => this[NavigationMixin.Navigate](pageReference),
      isTyping: () => attention.isTyping(),
      mayBeDirty: () => attention.mayBeDirty(),
      agentAsked: () => attention.hasAsked(),
    });
    const softphone = createSoftphone({ configuration, ports: { ...ports, runner }, timeZone: TIME_ZONE });
    this.softphone = softphone;
    this.stops = [softphone.subscribe((view) => this.show(view))];
    if (this.messageContext !== undefined) {
      this.stops.push(connectEvents(this.messageContext, softphone, () => attention.noteAsked()));
    }
    this.connectDialer(softphone);
    softphone.start();
    if (document.hasFocus()) softphone.focused();
    this.show(softphone.view());

    const { ccpUrl, loginUrl, region, ccpLoadTimeoutMs } = softphone.settings;
    if (ccpUrl !== null) this.connection = { ccpUrl, loginUrl, region, ccpLoadTimeoutMs };
  }

  /** One carrier: the dialler's own page where the setting names one, else the message channel. */
  private connectDialer(softphone: Softphone): void {
    const { dialerOrigins, dialerUrl } = softphone.settings;
    const { messageContext } = this;
    if (dialerUrl !== null) {
      this.dialer = { url: dialerUrl, origins: dialerOrigins };
      if (messageContext === undefined) return;
      this.stops.push(connectDialerCommands(messageContext, (message) => this.tellDialer(message)));
    } else if (messageContext !== undefined) {
      const channel = createDialerChannel(messageContext);
      this.stops.push(channel.start((message) => softphone.signalDialer(message)));
    }
  }

  private tellDialer(message: unknown): void {
    (this.refs?.dialer as (Element & { post(message: unknown): boolean }) | undefined)?.post(message);
  }

  private show(view: SoftphoneView): void {
    this.view = view;
    this.showMood();
    this.tick();
  }

  private showMood(): void {
    if (this.status !== undefined) this.utility?.show(findMood(this.status, this.cards));
  }

  /** One timer serves every duration on show, and only while a call lives. */
  private tick(): void {
    const { ports } = this;
    if (ports === undefined) return;
    this.now = ports.clock.now();
    if (this.stopTick !== undefined || !this.cards.some(({ call }) => isLive(call))) return;
    this.stopTick = ports.clock.setTimer(TICK_MS, () => {
      this.stopTick = undefined;
      this.tick();
    });
  }
}
