import { openAnswerSchema } from '../model/action-runner.ts';
import type { OpenRequest, OpenResult, RunnerResult } from '../model/action-runner.ts';
import { callRunner } from './call-runner.ts';
import { OPEN_WITHIN_MS, scopeOf } from './dispatch-context.ts';
import type { DispatchContext, Launch } from './dispatch-context.ts';
import type { PlanAction } from './select-ready.ts';
import { begin, failOrRetry, finish, refuse } from './settle.ts';

const OPEN_TIMEOUT_MS = 15_000;

/** Says what a page is, without the values of the call. */
export function describePage({ target }: OpenRequest): string {
  switch (target.kind) {
    case 'record':
      return target.objectApiName === null ? 'The record' : `The ${target.objectApiName} record`;
    case 'new-record':
      return `The form for a new ${target.object}`;
    case 'object-home':
      return `The home page of ${target.object}`;
    case 'list-view':
      return `A list of ${target.object}`;
    case 'search':
      return 'The search page';
    case 'component':
      return `The component ${target.name}`;
    case 'visualforce':
      return `The page ${target.page}`;
    case 'flow':
      return `The flow ${target.name}`;
    case 'web':
      return 'The web page';
  }
}

function settleOpen(
  ctx: DispatchContext,
  item: PlanAction,
  request: OpenRequest,
  result: RunnerResult<OpenResult>,
): void {
  const { action } = item;
  if (!result.ok) {
    const unsure = result.failure.code === 'TIMEOUT';
    const message = unsure
      ? `${describePage(request)} did not confirm that it opened`
      : result.failure.message;
    failOrRetry(ctx, item, { ...result.failure, message, heals: result.failure.heals && !unsure });
  } else if (result.value.status === 'offered') {
    finish(ctx, item, 'offered', result.value.reason);
  } else {
    action.open = null;
    finish(ctx, item, 'done', `${describePage(request)} was opened`);
  }
}

/** Turns what is left of an action into opening a page, within the time in which that helps the agent. */
export function leaveToOpen({ plan, action }: PlanAction, request: OpenRequest): void {
  action.step = 'open';
  action.status = 'pending';
  action.attempts = 0;
  action.notBefore = 0;
  action.open = request;
  action.openUntil = Math.max(action.openUntil, plan.acceptedAt + OPEN_WITHIN_MS);
}

/** A form lies over the whole page: not while a call waits to be accepted, unless the agent asks for it. */
function comesTooSoon(ctx: DispatchContext, { plan, action }: PlanAction, { target }: OpenRequest): boolean {
  if (target.kind !== 'new-record' || action.openInTab !== null) return false;
  const { answered, over } = ctx.linksOf(plan.callKey);
  const { direction, pacingMode } = plan.call;
  const isOwnCall = direction === 'outbound' && pacingMode === 'manual-outbound';
  return !answered && !over && !isOwnCall;
}

/** Opens the page of an action, or offers it when the moment has passed or not yet come. */
export function startOpen(ctx: DispatchContext, item: PlanAction): Launch | null {
  const { plan, action } = item;
  if (action.open === null) {
    const resolved = ctx.resolve(action.planned, scopeOf(ctx, plan));
    if (resolved.kind === 'refuse') {
      refuse(ctx, item, resolved.reason);
      return null;
    }
    if (resolved.kind !== 'open') {
      action.unrelated = action.planned.needs.match && ctx.linksOf(plan.callKey).match === null;
      finish(ctx, item, 'skipped', resolved.kind === 'skip' ? resolved.reason : 'There is no page to open');
      return null;
    }
    action.open = resolved.request;
    action.openUntil = Math.max(action.openUntil, plan.acceptedAt + OPEN_WITHIN_MS);
    if (resolved.notes.length > 0) ctx.changed(item, resolved.notes);
  }
  const request = action.open;
  if (ctx.clock.now() > action.openUntil) {
    finish(ctx, item, 'offered', `${describePage(request)} was not opened in time`);
    return null;
  }
  if (comesTooSoon(ctx, item, request)) {
    finish(ctx, item, 'offered', `${describePage(request)} would cover the page before the call is accepted`);
    return null;
  }
  begin(ctx, item, `${describePage(request)} is being opened`);
  return () =>
    callRunner(
      ctx.clock,
      OPEN_TIMEOUT_MS,
      openAnswerSchema,
      () => ctx.open(request, action.openInTab),
      (result) => {
        if (ctx.stopped()) return;
        settleOpen(ctx, item, request, result);
        ctx.advance();
      },
    );
}
