import type { RecordMatch } from '../model/apex-contract.ts';
import type { DispatchContext } from './dispatch-context.ts';
import { newOutboxAction } from './outbox.ts';
import type { PlanAction } from './select-ready.ts';

/** Plans to relate what an action wrote, if the match became known only after it wrote. */
export function relateIfLate(ctx: DispatchContext, { plan, action }: PlanAction): void {
  if (!action.unrelated || action.status !== 'done' || ctx.linksOf(plan.callKey).match === null) return;
  action.unrelated = false;
  const { planned } = action;
  const relation = newOutboxAction({ ...planned, key: `${planned.key}|related` }, planned);
  plan.actions.push(relation);
  ctx.changed({ plan, action: relation }, ['the match became known after the record was written']);
}

/** Keeps the record that a screen pop settled on for the later actions of the call, and relates the earlier ones. */
export function rememberMatch(ctx: DispatchContext, { plan, action }: PlanAction, match: RecordMatch): void {
  action.recordId = match.recordId;
  action.objectApiName = match.objectApiName;
  ctx.linksOf(plan.callKey).match = match;
  for (const earlier of ctx.plansOf(plan.callKey)) {
    for (const written of [...earlier.actions]) relateIfLate(ctx, { plan: earlier, action: written });
  }
}
