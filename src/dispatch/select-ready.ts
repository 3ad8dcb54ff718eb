import { needsEarlierRecords, needsMatch } from './needs-match.ts';
import { isSettled, isWrite } from './outbox.ts';
import type { CallLinks, OutboxAction, OutboxPlan } from './outbox.ts';

/** An action with the plan that it belongs to. */
export interface PlanAction {
  readonly plan: OutboxPlan;
  readonly action: OutboxAction;
}

/** A request stays well below the platform's limits for one transaction. */
const LARGEST_BATCH = 20;

function canJoin(batch: readonly PlanAction[], next: PlanAction): boolean {
  if (batch.length >= LARGEST_BATCH) return false;
  if (!isWrite(next.action) || next.action.alone || batch.some(({ action }) => action.alone)) return false;
  return !batch.some(
    ({ plan, action }) =>
      plan === next.plan &&
      action.planned.onFailure === 'stop' &&
      action.planned.ruleKey === next.action.planned.ruleKey,
  );
}

/**
 * What of one call can start now: one action, or several writes that share a request; empty while something of it
 * runs or backs off. Order is kept, with one exception: while the agent has a choice to make, what depends on it waits,
 * and what refers to nothing earlier may pass.
 */
export function selectReady(
  plans: readonly OutboxPlan[],
  links: CallLinks,
  now: number,
): readonly PlanAction[] {
  const open = plans
    .flatMap((plan) => plan.actions.map((action) => ({ plan, action })))
    .filter(({ action }) => !isSettled(action));
  if (open.some(({ action }) => action.status === 'running')) return [];

  const batch: PlanAction[] = [];
  let question = false;
  let held = false;
  for (const item of open) {
    const { action } = item;
    const config = action.planned.action;
    if (action.status === 'waiting') {
      question = true;
      continue;
    }
    if (question && !links.over && needsMatch(config)) held = true;
    if (held && (isWrite(action) || needsMatch(config) || needsEarlierRecords(config))) continue;
    if (action.notBefore > now) return batch;
    if (batch.length > 0 && !canJoin(batch, item)) return batch;
    batch.push(item);
    if (!isWrite(action)) return batch;
  }
  return batch;
}

/** When the next of these actions is due by time alone: a retry, or the end of waiting; null when none is. */
export function nextDue(plans: readonly OutboxPlan[], now: number): number | null {
  const times = plans
    .flatMap((plan) => plan.actions)
    .flatMap((action) => {
      if (action.status === 'waiting') return action.waitUntil === null ? [] : [action.waitUntil];
      return action.status === 'pending' && action.notBefore > now ? [action.notBefore] : [];
    });
  return times.length === 0 ? null : Math.min(...times);
}
