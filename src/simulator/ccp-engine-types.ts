import type { Stop } from '../model/ports.ts';
import type { WireMessage } from '../model/snapshot.ts';
import type { CcpBehaviour } from './ccp-behaviour.ts';
import type { CcpView } from './ccp-view.ts';
import type { SdkHandler, SdkPublisher } from './sdk-channel.ts';

/** Who is logged in at the simulated CCP. Everything left out gets an invented value. */
export interface SimulatedAgent {
  readonly name: string;
  readonly username: string;
  readonly agentARN: string;
  /** False: desk phone, no media information on the agent's leg. */
  readonly softphone: boolean;
  readonly outboundCalls: boolean;
  readonly queueName: string;
}

/** One page's connection. The page's frame relays messages in both directions. */
export interface CcpPort {
  readonly id: string;
  receive(message: WireMessage): void;
  /** Answers one message of the SDK channel (`sdk-channel.ts`); null where none is due. */
  readonly sdk: SdkHandler;
  /** Sends what the engine publishes on the SDK channel to `publish`, until stopped. */
  onSdkPublish(publish: SdkPublisher): Stop;
  disconnect(): void;
}

/** What a person does with the CCP's buttons. A contact id may be left out where only one contact can be meant. */
export interface AgentVerbs {
  accept(contactId?: string): void;
  reject(contactId?: string): void;
  /** Dials the customer of an accepted preview. */
  engage(contactId?: string): void;
  /** Holds one leg: the customer's where none is named. */
  hold(contactId?: string, legId?: string): void;
  resume(contactId?: string, legId?: string): void;
  /** The agent leaves the call; other parties stay bridged. */
  hangUp(contactId?: string): void;
  /** Ends one other party's leg. */
  hangUpLeg(legId: string, contactId?: string): void;
  clear(contactId?: string): void;
  /** Places an outbound call; returns the contact's id. */
  dial(number: string): string;
  setState(name: string): void;
  /** The state to take after the running contact; null clears it. */
  setNextState(name: string | null): void;
  /** Calls a third party; returns the leg's id. */
  consult(number: string, contactId?: string, quickConnectName?: string): string;
  swap(contactId?: string): void;
  conference(contactId?: string): void;
  mute(on: boolean, contactId?: string): void;
}

export interface OfferOptions {
  /** The customer's number in E.164, or whatever else arrives in its place: `sip:+12025550143@lily-outbound`, `anonymous`. */
  readonly number?: string;
  readonly contactId?: string;
  readonly initialContactId?: string | null;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly queueName?: string;
  readonly multiParty?: boolean;
}

export interface CampaignOptions extends OfferOptions {
  readonly autoAccept?: boolean;
}

export interface PreviewOptions extends OfferOptions {
  /** Seconds until the preview dials by itself, shown to the agent only; null: never. */
  readonly autoDialTimeout?: number | null;
  readonly canDiscardPreview?: boolean;
}

export type OtherChannel = 'chat' | 'task' | 'email';

/** What happens outside: customers, diallers, other agents, the network. Offers return the contact's id. */
export interface WorldVerbs {
  offerInbound(options?: OfferOptions): string;
  offerCampaign(options?: CampaignOptions): string;
  offerPreview(options?: PreviewOptions): string;
  offerCallback(options?: OfferOptions): string;
  offerOther(channel: OtherChannel, options?: OfferOptions): string;
  /** A supervised conversation of somebody else: no customer leg, no queue, no attributes. */
  offerMonitoring(options?: OfferOptions): string;
  /** Another agent's call reaches this desktop: a new contact that names its first one. */
  transferIn(options: OfferOptions & { readonly initialContactId: string }): string;
  /** The dialled customer answers; with a whisper the contact stays connecting until `whisperEnds`. */
  customerAnswers(contactId?: string, options?: { readonly whisper?: boolean }): void;
  whisperEnds(contactId?: string): void;
  customerHangsUp(contactId?: string): void;
  thirdAnswers(contactId?: string): void;
  thirdHangsUp(contactId?: string): void;
  setAttributes(attributes: Readonly<Record<string, string>>, contactId?: string): void;
  /** Nobody accepted in time. */
  miss(contactId?: string): void;
  fail(contactId?: string): void;
  /** The contact leaves the snapshot without having ended. */
  vanish(contactId?: string): void;
  /** No update is sent until `publish`: what happens in between arrives as one jump. */
  suspend(): void;
  publish(): void;
  publishDuplicate(): void;
  /** The next API call (of that method, where named) fails with this error. */
  failNextMethod(error?: { readonly type: string; readonly message: string }, method?: string): void;
  /** Nothing passes in either direction, of one page's connection or of all. */
  severLink(portId?: string): void;
  /** The link passes again; a page that was never acknowledged is now. */
  restoreLink(portId?: string): void;
  /** Milliseconds by which Amazon Connect's clock is ahead of the page's. */
  skewClock(milliseconds: number): void;
  /** The session ended: the page is told `terminated`, or `auth_fail`. */
  logOut(kind?: 'terminated' | 'auth_fail'): void;
}

export interface CcpEngine {
  readonly behaviour: CcpBehaviour;
  readonly agent: AgentVerbs;
  readonly world: WorldVerbs;
  /** Adds a page. The first messages (`acknowledge`, `agent::update`) are sent before this returns. */
  connect(send: (message: WireMessage) => void): CcpPort;
  view(): CcpView;
  /** Called after every change of `view()`. */
  subscribe(listener: () => void): Stop;
}
