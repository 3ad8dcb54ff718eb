import { scopeOf } from './dispatch-context.ts';
import type { DispatchContext, Launch } from './dispatch-context.ts';
import type { PlanAction } from './select-ready.ts';
import { finish, refuse } from './settle.ts';

/** Sends a message to whoever listens, at most once: it counts as done before it goes out. */
export function startPublish(ctx: DispatchContext, item: PlanAction): Launch | null {
  const { plan, action } = item;
  const resolved = ctx.resolve(action.planned, scopeOf(ctx, plan));
  if (resolved.kind === 'refuse') {
    refuse(ctx, item, resolved.reason);
    return null;
  }
  if (resolved.kind !== 'publish') {
    finish(ctx, item, 'skipped', resolved.kind === 'skip' ? resolved.reason : 'There is nothing to publish');
    return null;
  }
  const { name, payload, notes } = resolved;
  finish(ctx, item, 'done', `The message ${name} was published`, notes);
  return () => ctx.publish({ callKey: plan.callKey, name, payload });
}
