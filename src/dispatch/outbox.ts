import type { OpenRequest, RunnerFailure } from '../model/action-runner.ts';
import type { RecordMatch } from '../model/apex-contract.ts';
import type { CallView } from '../model/call-view.ts';
import type { CtiEvent } from '../model/cti-event.ts';
import type { OutcomeStatus } from '../model/outcome.ts';
import type { PlannedAction } from '../model/plan.ts';

/** One planned action and how far it got. Plain data, written to storage before each step; mutable only in here. */
export interface OutboxAction {
  readonly planned: PlannedAction;
  /** Relates what an earlier action wrote without knowing the match. */
  readonly relates: PlannedAction | null;
  status: OutcomeStatus;
  /** `open`: what is left to do is to open a page, which is never done twice. */
  step: 'request' | 'open';
  attempts: number;
  /** Not to be started before, epoch milliseconds. */
  notBefore: number;
  /** End of waiting for the agent's choice, epoch milliseconds. */
  waitUntil: number | null;
  /** Sent in a request of its own, because the batch failed as a whole. */
  alone: boolean;
  /** Wrote without the match that came later. */
  unrelated: boolean;
  /** The page to open, or offered. After `openUntil` it is only offered. */
  open: OpenRequest | null;
  openUntil: number;
  /** Where the agent asked for it; null: wherever the agent looks. */
  openInTab: string | null;
  text: string;
  recordId: string | null;
  objectApiName: string | null;
  matches: readonly RecordMatch[];
  failure: RunnerFailure | null;
}

/** The actions of one event, with the call as it was then. */
export interface OutboxPlan {
  readonly callKey: string;
  readonly event: CtiEvent;
  readonly call: CallView;
  readonly agentName: string | null;
  readonly acceptedAt: number;
  readonly actions: OutboxAction[];
}

/** What the actions of one call found and made, for its later ones. */
export interface CallLinks {
  match: RecordMatch | null;
  created: Record<string, string>;
  interactionId: string | null;
  taskId: string | null;
  /** Agent and customer have spoken. */
  answered: boolean;
  /** After-call work has begun: nothing waits for the agent any longer. */
  over: boolean;
}

/** Everything that is not finished. */
export interface OutboxState {
  readonly plans: readonly OutboxPlan[];
  readonly links: Readonly<Record<string, CallLinks>>;
}

/** True when nothing more happens to an action by itself. */
export function isSettled(action: OutboxAction): boolean {
  return ['done', 'offered', 'failed', 'skipped'].includes(action.status);
}

export function countUnfinished(plans: readonly OutboxPlan[]): number {
  return plans.reduce((sum, plan) => sum + plan.actions.filter((action) => !isSettled(action)).length, 0);
}

/** True when an action writes, and so can share a request with others. */
export function isWrite(action: OutboxAction): boolean {
  const type = action.planned.action.type;
  return action.step === 'request' && (type === 'create-record' || type === 'update-call-log');
}

export function newOutboxAction(planned: PlannedAction, relates: PlannedAction | null = null): OutboxAction {
  const opens = planned.action.type === 'open-page' || planned.action.type === 'run-flow';
  return {
    planned,
    relates,
    status: 'pending',
    step: opens ? 'open' : 'request',
    attempts: 0,
    notBefore: 0,
    waitUntil: null,
    alone: false,
    unrelated: false,
    open: null,
    openUntil: 0,
    openInTab: null,
    text: '',
    recordId: null,
    objectApiName: null,
    matches: [],
    failure: null,
  };
}

export function newCallLinks(): CallLinks {
  return { match: null, created: {}, interactionId: null, taskId: null, answered: false, over: false };
}
