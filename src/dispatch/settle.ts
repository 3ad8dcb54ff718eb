import type { RunnerFailure } from '../model/action-runner.ts';
import type { DispatchContext } from './dispatch-context.ts';
import { isSettled } from './outbox.ts';
import { canTryAgain, retryDelayMs } from './retry.ts';
import type { PlanAction } from './select-ready.ts';

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Ends an action with a sentence for the agent. */
export function finish(
  ctx: DispatchContext,
  item: PlanAction,
  status: 'done' | 'offered' | 'skipped' | 'failed',
  text: string,
  notes: readonly string[] = [],
): void {
  const { action } = item;
  action.status = status;
  action.text = sentence(text);
  action.waitUntil = null;
  if (status === 'done') action.failure = null;
  ctx.changed(item, notes);
  if (status === 'failed') skipRestOfRule(ctx, item);
}

function skipRestOfRule(ctx: DispatchContext, { plan, action }: PlanAction): void {
  if (action.planned.onFailure !== 'stop' || action.relates !== null) return;
  const later = plan.actions.slice(plan.actions.indexOf(action) + 1);
  for (const next of later) {
    if (isSettled(next) || next.planned.ruleKey !== action.planned.ruleKey) continue;
    finish(
      ctx,
      { plan, action: next },
      'skipped',
      'An earlier action of the rule failed, and the rule stops then',
    );
  }
}

/** Ends an action that failed, because the agent does not want it any more. */
export function leaveUndone(ctx: DispatchContext, { plan, action }: PlanAction): void {
  finish(ctx, { plan, action }, 'skipped', `The agent left it undone: ${action.text}`);
}

/** Ends an action that can never work as configured. */
export function refuse(ctx: DispatchContext, item: PlanAction, reason: string): void {
  item.action.failure = { code: 'REFUSED', message: reason, heals: false };
  finish(ctx, item, 'failed', reason);
}

/** Marks the attempt in the outbox; its effect may only start once that was stored. */
export function begin(ctx: DispatchContext, item: PlanAction, text: string): void {
  item.action.status = 'running';
  item.action.attempts += 1;
  item.action.text = sentence(text);
  ctx.changed(item, []);
}

/** Plans another attempt when that can help and attempts are left, else ends the action as failed. */
export function failOrRetry(ctx: DispatchContext, item: PlanAction, failure: RunnerFailure): void {
  const { action } = item;
  action.failure = failure;
  if (failure.heals && canTryAgain(action)) {
    const delay = retryDelayMs(action.attempts, ctx.ids.random());
    action.status = 'pending';
    action.notBefore = ctx.clock.now() + delay;
    action.text = `${sentence(failure.message)} It is tried again.`;
    ctx.changed(item, [`attempt ${action.attempts} failed (${failure.code}); the next one in ${delay} ms`]);
    return;
  }
  finish(ctx, item, 'failed', failure.message, [`attempt ${action.attempts} failed (${failure.code})`]);
}

/** Makes an action start anew; its page may open by itself until `openUntil`. */
export function restart(
  ctx: DispatchContext,
  { plan, action }: PlanAction,
  openUntil: number,
  notes: readonly string[] = [],
): void {
  action.status = 'pending';
  action.attempts = 0;
  action.notBefore = 0;
  action.openUntil = openUntil;
  action.unrelated = false;
  action.text = '';
  action.failure = null;
  ctx.changed({ plan, action }, notes);
}

/** Makes an action, and what was skipped because of it, start anew. */
export function reopen(ctx: DispatchContext, { plan, action }: PlanAction, openUntil: number): void {
  restart(ctx, { plan, action }, openUntil);
  if (action.planned.onFailure !== 'stop') return;
  const later = plan.actions.slice(plan.actions.indexOf(action) + 1);
  later
    .filter((next) => next.status === 'skipped' && next.planned.ruleKey === action.planned.ruleKey)
    .forEach((next) => restart(ctx, { plan, action: next }, openUntil));
}
