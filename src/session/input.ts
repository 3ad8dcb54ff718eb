import * as z from 'zod/mini';
import type { DialerSignal } from '../model/dialer-signal.ts';
import type { AgentObservation } from '../model/observation.ts';

/** What tells an observation from others, in whichever tab it was made. */
export interface ObservationMark {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Equal in all tabs that saw the same. */
  readonly content: string;
  /** The content that was on show before: an agent looks the same before and after a call. Null for a tab's first. */
  readonly before: string | null;
}

export const observationMarkSchema: z.ZodMiniType<ObservationMark> = z.object({
  at: z.number(),
  content: z.string(),
  before: z.nullable(z.string()),
});

/** What Streams showed in this tab. */
export interface ObservationInput extends ObservationMark {
  readonly kind: 'observation';
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
