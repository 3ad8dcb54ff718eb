import type { Outcome } from './mutant-trial.ts';

/** What a worker says first: both sides number the mutants alike. */
export interface Ready {
  readonly kind: 'ready';
  readonly mutants: readonly { readonly file: string; readonly line: number; readonly what: string }[];
  /** Tests that fail without any mutant; they are left out. */
  readonly failing: readonly string[];
  readonly testMs: number;
}

export interface Tried {
  readonly kind: 'tried';
  readonly index: number;
  readonly outcome: Outcome;
}

export type FromWorker = Ready | Tried;

/** The number of the mutant to try. */
export type ToWorker = number;
