import type { DialerSignal } from '../model/dialer-signal.ts';
import type { AgentObservation } from '../model/observation.ts';

/** What Streams showed in this tab. `content` is equal in all tabs that saw the same. */
export interface ObservationInput {
  readonly kind: 'observation';
  /** Epoch milliseconds. */
  readonly at: number;
  readonly content: string;
  readonly observation: AgentObservation;
}

/** What a dialler said in some tab. */
export interface DialerInput {
  readonly kind: 'dialer';
  /** Epoch milliseconds. */
  readonly at: number;
  /** The tab that heard it, and which of its messages it is, from 1. */
  readonly from: string;
  readonly number: number;
  readonly signal: DialerSignal;
  /** The message itself, plain, for the trace. */
  readonly message: unknown;
}

export type Input = ObservationInput | DialerInput;

/** The last observation that a leader acted on. */
export interface SeenObservation {
  readonly at: number;
  readonly content: string;
}
