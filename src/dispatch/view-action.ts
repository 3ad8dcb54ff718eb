import type { ActionOutcome } from '../model/outcome.ts';
import type { ActionView } from '../model/softphone-view.ts';
import { labelAction } from './action-label.ts';
import type { OutboxAction } from './outbox.ts';

/** An action as the call card shows it. */
export function viewAction(action: OutboxAction): ActionView {
  const label = labelAction(action.planned.action);
  return {
    key: action.planned.key,
    label: action.relates === null ? label : `${label}: relate it`,
    status: action.status,
    text: action.text,
    canRetry: action.status === 'failed' && action.failure?.code !== 'REFUSED',
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
