import type { ActionRequest } from '../model/action-request.ts';
import { lookUpAnswerSchema } from '../model/action-runner.ts';
import type { LookUpResponse, LookUpStrategy, RecordMatch } from '../model/apex-contract.ts';
import { callRunner } from './call-runner.ts';
import { OPEN_WITHIN_MS, scopeOf } from './dispatch-context.ts';
import type { DispatchContext, Launch } from './dispatch-context.ts';
import { rememberMatch } from './remember-match.ts';
import { leaveToOpen } from './run-open.ts';
import type { PlanAction } from './select-ready.ts';
import { begin, failOrRetry, finish, refuse } from './settle.ts';

const LOOK_UP_TIMEOUT_MS = 15_000;
const NOTHING: LookUpResponse = { matches: [], truncated: false, strategyIndex: null, skipped: [] };

type PopRequest = Extract<ActionRequest, { kind: 'look-up' }>;

function describeStrategy(strategy: LookUpStrategy): string {
  switch (strategy.by) {
    case 'record-id':
      return `record ${strategy.recordId} was not found`;
    case 'field':
      return `${strategy.field} "${strategy.value}" matched nothing in ${strategy.object}`;
    case 'phone':
      return `phone ${strategy.number} matched nothing in ${strategy.objects.join(', ')}`;
  }
}

function describeNothing(pop: PopRequest, skipped: LookUpResponse['skipped']): string {
  const reasons = [
    ...pop.notes,
    ...(pop.request?.strategies ?? []).map(describeStrategy),
    ...skipped.map(({ what, reason }) => `${what} was not searched (${reason})`),
  ].map((reason) => reason.replace(/\.$/, ''));
  return reasons.length === 0 ? 'No record was found' : `No record was found: ${reasons.join('; ')}`;
}

function openMatch(
  ctx: DispatchContext,
  item: PlanAction,
  match: RecordMatch,
  open: PopRequest['open'],
): void {
  const { recordId, objectApiName, name } = match;
  rememberMatch(ctx, item, match);
  leaveToOpen(item, { target: { kind: 'record', recordId, objectApiName }, ...open, label: name });
}

function settleLookUp(ctx: DispatchContext, item: PlanAction, pop: PopRequest, found: LookUpResponse): void {
  const { action } = item;
  const known = ctx.linksOf(item.plan.callKey).match;
  const chosen = found.matches.find(({ recordId }) => recordId === known?.recordId);
  const [best] = chosen === undefined ? found.matches : [chosen];
  if (best === undefined) {
    const text = describeNothing(pop, found.skipped);
    if (pop.none === null) return finish(ctx, item, 'done', text);
    leaveToOpen(item, pop.none);
    ctx.changed(item, [text]);
  } else if (chosen !== undefined || found.matches.length === 1 || pop.many.do === 'best') {
    openMatch(ctx, item, best, pop.open);
    action.text = `The ${best.objectApiName} record was found.`;
    ctx.changed(item, [`${found.matches.length} found, ${best.objectApiName} ${best.recordId} is taken`]);
  } else if (pop.many.do === 'search') {
    leaveToOpen(item, pop.many.request);
    ctx.changed(item, [`${found.matches.length} found, the search page shows them`]);
  } else {
    action.status = 'waiting';
    action.matches = found.matches;
    action.waitUntil = ctx.clock.now() + pop.many.timeoutMs;
    action.text = `${found.matches.length}${found.truncated ? ' or more' : ''} records were found: choose one.`;
    ctx.changed(item, []);
  }
}

function resolvePop(ctx: DispatchContext, { plan, action }: PlanAction): ActionRequest {
  return ctx.resolve(action.planned, scopeOf(ctx, plan));
}

/** Searches for the caller's record; without anything to search for, it goes on as if nothing was found. */
export function startLookUp(ctx: DispatchContext, item: PlanAction): Launch | null {
  const pop = resolvePop(ctx, item);
  if (pop.kind === 'refuse') {
    refuse(ctx, item, pop.reason);
    return null;
  }
  if (pop.kind !== 'look-up') {
    finish(ctx, item, 'skipped', pop.kind === 'skip' ? pop.reason : 'There is nothing to search for');
    return null;
  }
  const { request } = pop;
  if (request === null) {
    settleLookUp(ctx, item, pop, NOTHING);
    return null;
  }
  begin(ctx, item, 'The record is being searched');
  return () =>
    callRunner(
      ctx.clock,
      LOOK_UP_TIMEOUT_MS,
      lookUpAnswerSchema,
      () => ctx.runner.lookUp(request),
      (result) => {
        if (ctx.stopped()) return;
        if (result.ok) settleLookUp(ctx, item, pop, result.value);
        else failOrRetry(ctx, item, result.failure);
        ctx.advance();
      },
    );
}

/** Takes the agent's answer; null means that none of the records is the caller's. */
export function chooseMatch(
  ctx: DispatchContext,
  item: PlanAction,
  recordId: string | null,
  tab: string | null,
): void {
  const { action } = item;
  const match = action.matches.find((one) => one.recordId === recordId);
  if (match === undefined) {
    if (recordId === null)
      finish(ctx, item, 'done', `None of the ${action.matches.length} records was chosen`);
    return;
  }
  const pop = resolvePop(ctx, item);
  const open =
    pop.kind === 'look-up'
      ? pop.open
      : ({ where: 'reuse', parentRecordId: null } satisfies PopRequest['open']);
  action.waitUntil = null;
  action.openInTab = tab;
  action.openUntil = ctx.clock.now() + OPEN_WITHIN_MS;
  openMatch(ctx, item, match, open);
  ctx.changed(item, ['the agent chose']);
}

/** Ends the wait for an answer that did not come. */
export function expireChoice(ctx: DispatchContext, item: PlanAction): void {
  finish(ctx, item, 'skipped', 'Nobody chose a record in time, so the call stays without one');
}
