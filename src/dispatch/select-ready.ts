import { INTERACTION_OBJECT } from '../model/action.ts';
import type { Action } from '../model/action.ts';
import { isSettled, isWrite } from './outbox.ts';
import type { CallLinks, OutboxAction, OutboxPlan } from './outbox.ts';
import { isBackingOff, isLate } from './retry.ts';

/** An action with the plan that it belongs to. */
export interface PlanAction {
  readonly plan: OutboxPlan;
  readonly action: OutboxAction;
}

/** A request stays well below the platform's limits for one transaction. */
const LARGEST_BATCH = 20;

const writesLog = (action: Action): boolean =>
  (action.type === 'update-call-log' && action.target === 'log') ||
  (action.type === 'create-record' && action.object === INTERACTION_OBJECT);

/** Would an action of this request give the next one an id that it reads? Then that has to be known first. */
function feeds(batch: readonly PlanAction[], { action: { planned } }: PlanAction): boolean {
  const { created, log } = planned.needs;
  return batch.some(({ action: { planned: earlier } }) => {
    const { action } = earlier;
    if (log && writesLog(action)) return true;
    return action.type === 'create-record' && created.includes(action.object);
  });
}

function canJoin(batch: readonly PlanAction[], next: PlanAction): boolean {
  if (batch.length >= LARGEST_BATCH) return false;
  if (!isWrite(next.action) || next.action.alone || batch.some(({ action }) => action.alone)) return false;
  if (feeds(batch, next)) return false;
  return !batch.some(
    ({ plan, action }) =>
      plan === next.plan &&
      action.planned.onFailure === 'stop' &&
      action.planned.ruleKey === next.action.planned.ruleKey,
  );
}

/**
 * What of one call can start now: one action, or several writes that share a request; empty while something of it
 * runs or backs off. Order is kept, with two exceptions: while the agent has a choice to make, what depends on it waits,
 * and what refers to nothing earlier may pass; what failed for a while is tried again beside the others.
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
    const { needs } = action.planned;
    if (action.status === 'waiting') {
      question = true;
      continue;
    }
    if (question && !links.over && needs.match) held = true;
    if (held && (isWrite(action) || needs.match || needs.log || needs.created.length > 0)) continue;
    if (isBackingOff(action, now)) {
      if (isLate(action)) continue;
      return batch;
    }
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
      return action.status === 'pending' && isBackingOff(action, now) ? [action.notBefore] : [];
    });
  return times.length === 0 ? null : Math.min(...times);
}
