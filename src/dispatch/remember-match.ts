import type { RecordMatch } from '../model/apex-contract.ts';
import type { DispatchContext } from './dispatch-context.ts';
import { newOutboxAction } from './outbox.ts';
import type { PlanAction } from './select-ready.ts';
import { RELATED } from './stored-outbox.ts';
import { restart } from './settle.ts';

/** Plans to relate what an action wrote, if the match became known only after it wrote. */
export function relateIfLate(ctx: DispatchContext, { plan, action }: PlanAction): void {
  if (!action.unrelated || action.status !== 'done' || ctx.linksOf(plan.callKey).match === null) return;
  action.unrelated = false;
  const { planned } = action;
  const relation = newOutboxAction({ ...planned, key: `${planned.key}${RELATED}` }, planned);
  plan.actions.push(relation);
  ctx.changed({ plan, action: relation }, ['the match became known after the record was written']);
}

/** Lets an action run after all that had nothing to write to, or to open, as long as the match was unknown. */
function rerunIfLate(ctx: DispatchContext, item: PlanAction, openUntil: number): void {
  const { action } = item;
  if (!action.unrelated || action.status !== 'skipped') return;
  restart(ctx, item, openUntil, ['the match that was missing became known']);
}

/**
 * Keeps the record that a screen pop settled on for the later actions of the call; relates what earlier ones wrote, and
 * runs those that could do nothing without it.
 */
export function rememberMatch(ctx: DispatchContext, { plan, action }: PlanAction, match: RecordMatch): void {
  action.recordId = match.recordId;
  action.objectApiName = match.objectApiName;
  ctx.linksOf(plan.callKey).match = match;
  for (const earlier of ctx.plansOf(plan.callKey)) {
    for (const known of [...earlier.actions]) {
      relateIfLate(ctx, { plan: earlier, action: known });
      rerunIfLate(ctx, { plan: earlier, action: known }, action.openUntil);
    }
  }
}
