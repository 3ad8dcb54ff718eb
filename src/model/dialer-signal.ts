/** A dialler message after validation, in the dialler's own words (lower case); the machine gives it its name. */
export interface DialerCallSignal {
  readonly kind: 'call';
  readonly at: number;
  /** The dialler's call id, always text. */
  readonly callId: string;
  readonly callType: 'regular-call' | 'consult';
  /** `preview`, `initiate`, `custanswered`, `hold`, `consult`, `conference`, `swapped`, `acw`, `dropped`, `started`, ... */
  readonly word: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly phoneNumber: string | null;
}

/** The state of the tether itself, for the agent's eyes; never a customer call. */
export interface DialerTetherSignal {
  readonly kind: 'tether';
  readonly at: number;
  readonly status: string;
}

export type DialerSignal = DialerCallSignal | DialerTetherSignal;
