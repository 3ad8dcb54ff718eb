import type { RunnerFailure } from './action-runner.ts';
import type { RecordMatch } from './apex-contract.ts';

/** How a planned action stands. `waiting`: for the agent's choice; `offered`: a link stands on the card. */
export type OutcomeStatus = 'pending' | 'running' | 'waiting' | 'done' | 'offered' | 'failed' | 'skipped';

/** What became of a planned action; `text` is one sentence for the agent. */
export interface ActionOutcome {
  readonly key: string;
  readonly status: OutcomeStatus;
  readonly at: number;
  readonly attempts: number;
  readonly text: string;
  /** The record found, created or updated. */
  readonly recordId: string | null;
  readonly objectApiName: string | null;
  readonly matches: readonly RecordMatch[];
  readonly failure: RunnerFailure | null;
}
