import type { ActionOutcome } from '../model/outcome.ts';
import type { ActionView } from '../model/softphone-view.ts';
import { labelAction } from './action-label.ts';
import type { OutboxAction } from './outbox.ts';

/** True for what failed and may work after a repair, and for what waits for its next attempt. */
export function canRetry({ status, failure }: OutboxAction): boolean {
  if (status === 'pending') return failure !== null;
  return status === 'failed' && failure?.code !== 'REFUSED';
}

/** An action as the call card shows it. */
export function viewAction(action: OutboxAction): ActionView {
  const label = labelAction(action.planned.action);
  return {
    key: action.planned.key,
    label: action.relates === null ? label : `${label}: relate it`,
    status: action.status,
    text: action.text,
    canRetry: canRetry(action),
    matches: action.status === 'waiting' ? action.matches : [],
    offer: action.status === 'offered' ? action.open : null,
    recordId: action.recordId,
  };
}

/** An action as listeners and the trace hear of it. */
export function outcomeOf(action: OutboxAction, at: number): ActionOutcome {
  const { status, attempts, text, recordId, objectApiName, matches, failure } = action;
  return { key: action.planned.key, status, at, attempts, text, recordId, objectApiName, matches, failure };
}
