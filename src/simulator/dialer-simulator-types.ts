import type { Stop } from '../model/ports.ts';

export type DialerPacing = 'Preview' | 'Progressive' | 'Predictive';

/** Assumptions about the dialler that its documentation does not settle, or settles differently in places. */
export interface DialerBehaviour {
  /** A consult begins with Hold of the customer's call, as documented, or with the consult call. */
  readonly consultOrder: 'hold-first' | 'consult-first';
  /** Messages of the dialling itself (Started, Ringing, Human) are sent, or only those of the agent's call. */
  readonly progress: 'sent' | 'silent';
  /** Every message carries the call variables, or only the first of a call. */
  readonly variables: 'every-message' | 'first-message';
  /** After a conference has begun, CustAnswered is said again. */
  readonly conference: 'once' | 'then-cust-answered';
}

export const DEFAULT_DIALER_BEHAVIOUR: DialerBehaviour = {
  consultOrder: 'hold-first',
  progress: 'sent',
  variables: 'every-message',
  conference: 'once',
};

export interface DialerCallOptions {
  readonly id?: string | number;
  /** The customer's number in E.164. */
  readonly number?: string;
  /** Business fields; `PacingMode` is added. */
  readonly variables?: Readonly<Record<string, string>>;
  /** The pacing is not told, as by a dialler that has no such field. */
  readonly withoutPacing?: boolean;
}

/** What the agent and the world do at the dialler. Offers return the call's id. */
export interface DialerVerbs {
  /** The agent's standing call is set up. */
  connectTether(): void;
  dropTether(): void;
  offerPreview(options?: DialerCallOptions): string;
  /** The agent lets the previewed customer be dialled. */
  makeCall(): void;
  /** A progressive call: the agent hears it being dialled. */
  dialProgressive(options?: DialerCallOptions): string;
  /** A predictive call reaches the agent when a person has answered. */
  deliverPredictive(options?: DialerCallOptions): string;
  customerAnswers(): void;
  hold(): void;
  retrieve(): void;
  /** Calls another agent; returns the consult call's id. */
  consult(): string;
  consultantAnswers(): void;
  swap(): void;
  conference(): void;
  dropConsult(): void;
  /** The customer goes to the consultant; the call leaves this desktop without after-call work. */
  transfer(): void;
  blindTransfer(): void;
  /** Either side hangs up: after-call work begins. */
  endCall(): void;
  /** The call is disposed of, or was never answered. */
  close(): void;
  /** Another agent consults this one; returns the consult call's id. */
  receiveConsult(options?: DialerCallOptions): string;
  /** The consulted agent takes the customer over. */
  acceptWarmTransfer(options?: DialerCallOptions & { readonly pacing?: DialerPacing }): string;
  /** A customer arrives whom this desktop never heard of. */
  receiveBlindTransfer(options?: DialerCallOptions & { readonly pacing?: DialerPacing }): string;
}

export interface DialerSimulatorView {
  readonly tether: string;
  readonly call: {
    readonly id: string;
    readonly number: string;
    readonly pacing: DialerPacing;
    readonly stage: 'preview' | 'dialling' | 'talking' | 'held' | 'conference' | 'acw';
    readonly consult: 'none' | 'ringing' | 'talking';
    /** Epoch milliseconds of the last verb of this call. */
    readonly since: number;
  } | null;
  /** Verbs that make sense now; every other one is refused. */
  readonly verbs: readonly (keyof DialerVerbs)[];
}

export interface DialerSimulator {
  readonly verbs: DialerVerbs;
  /** A command of an application on the dialler's bus, such as MakeCall; others are ignored. */
  receive(message: unknown): void;
  view(): DialerSimulatorView;
  subscribe(listener: () => void): Stop;
}
