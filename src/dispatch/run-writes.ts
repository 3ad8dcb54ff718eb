import { INTERACTION_OBJECT } from '../model/action.ts';
import { applyAnswerSchema } from '../model/action-runner.ts';
import type { RunnerFailure } from '../model/action-runner.ts';
import type { ApplyOperation, ApplyResponse, CallOffer, OperationResult } from '../model/apex-contract.ts';
import { callRunner } from './call-runner.ts';
import { describeOffer } from './describe-offer.ts';
import { scopeOf } from './dispatch-context.ts';
import type { DispatchContext, Launch } from './dispatch-context.ts';
import { relateLate } from './relate-late.ts';
import { relateIfLate } from './remember-match.ts';
import { operationFailure } from './retry.ts';
import { leaveToOpen } from './run-open.ts';
import type { PlanAction } from './select-ready.ts';
import { begin, failOrRetry, finish, refuse } from './settle.ts';

const APPLY_TIMEOUT_MS = 45_000;
/** A batch that failed so often as a whole, though that may heal, is sent action by action. */
const BATCH_ATTEMPTS = 3;

interface Write {
  readonly item: PlanAction;
  readonly operations: readonly ApplyOperation[];
  readonly openAfter: boolean;
  /** Sent with the match of the call. */
  readonly related: boolean;
}

const NO_ANSWER: RunnerFailure = {
  code: 'UNKNOWN',
  message: 'Salesforce answered without a result for this action',
  heals: true,
};

function resolveWrite(
  ctx: DispatchContext,
  item: PlanAction,
  creating: Readonly<Record<string, string>>,
): Write | null {
  const { plan, action } = item;
  const scope = scopeOf(ctx, plan, creating);
  if (action.relates !== null) {
    const operations = relateLate(action.planned.key, action.relates, scope, ctx.resolve);
    if (operations.length > 0) return { item, operations, openAfter: false, related: true };
    finish(ctx, item, 'skipped', 'There is nothing to relate');
    return null;
  }
  const resolved = ctx.resolve(action.planned, scope);
  if (scope.match === null && action.planned.needs.match) action.unrelated = true;
  if (resolved.kind === 'apply') {
    if (resolved.notes.length > 0) ctx.changed(item, resolved.notes);
    return {
      item,
      operations: [resolved.operation],
      openAfter: resolved.openAfter,
      related: scope.match !== null,
    };
  }
  if (resolved.kind === 'refuse') refuse(ctx, item, resolved.reason);
  else finish(ctx, item, 'skipped', resolved.kind === 'skip' ? resolved.reason : 'There is nothing to write');
  return null;
}

function describeDone(operation: ApplyOperation, relates: boolean, repeated: boolean): string {
  const again = repeated ? ' (an earlier attempt had got through)' : '';
  if (relates) return `The records were related to the one that was chosen${again}`;
  switch (operation.kind) {
    case 'save-interaction':
      return `The interaction was saved${again}`;
    case 'close-interaction':
      return `The call log was written and closed${again}`;
    case 'create-record':
      return `The ${operation.object} record was created${again}`;
    case 'update-record':
      return `The ${operation.object} record was updated${again}`;
  }
}

/** What the server changed in the values of these operations. */
function notesOf(response: ApplyResponse, write: Write): readonly string[] {
  const keys = new Set(write.operations.map(({ key }) => key));
  return response.results.flatMap((result) =>
    result.status === 'done' && keys.has(result.key) ? (result.notes ?? []) : [],
  );
}

function settleDone(
  ctx: DispatchContext,
  write: Write,
  result: Extract<OperationResult, { status: 'done' }>,
  response: ApplyResponse,
): void {
  const { item, operations, openAfter } = write;
  const { plan, action } = item;
  const operation = operations[0];
  if (operation === undefined) return;
  const links = ctx.linksOf(plan.callKey);
  const ofInteraction = operation.kind === 'save-interaction' || operation.kind === 'close-interaction';
  const object = ofInteraction ? INTERACTION_OBJECT : operation.object;
  const recordId = result.recordId ?? (ofInteraction ? response.interactionId : null);
  // What an earlier attempt wrote, it may have written before the match was known.
  if (write.related && !result.repeated) action.unrelated = false;
  action.recordId = recordId;
  action.objectApiName = object;
  if (recordId !== null && action.planned.action.type === 'create-record') links.created[object] = recordId;
  finish(
    ctx,
    item,
    'done',
    describeDone(operation, action.relates !== null, result.repeated),
    notesOf(response, write),
  );
  relateIfLate(ctx, item);
  if (!openAfter || recordId === null) return;
  const target = { kind: 'record' as const, recordId, objectApiName: object };
  leaveToOpen(item, { target, where: 'tab', parentRecordId: null, label: null });
}

function settleWrite(ctx: DispatchContext, write: Write, response: ApplyResponse): void {
  const results = write.operations.map(({ key }) => response.results.find((result) => result.key === key));
  const failed = results.find((result) => result?.status === 'failed');
  if (failed?.status === 'failed') return failOrRetry(ctx, write.item, operationFailure(failed.error));
  const [first] = results;
  if (first?.status !== 'done' || results.includes(undefined)) return failOrRetry(ctx, write.item, NO_ANSWER);
  settleDone(ctx, write, first, response);
}

function settleBatchFailure(ctx: DispatchContext, writes: readonly Write[], failure: RunnerFailure): void {
  const split = writes.length > 1 && !failure.heals;
  for (const { item } of writes) {
    const { action } = item;
    if (split || (writes.length > 1 && action.attempts >= BATCH_ATTEMPTS)) action.alone = true;
    if (!split) {
      failOrRetry(ctx, item, failure);
      continue;
    }
    action.status = 'pending';
    ctx.changed(item, [`the batch failed as a whole (${failure.code}); each action is sent by itself`]);
  }
}

function resolveBatch(ctx: DispatchContext, batch: readonly PlanAction[]): readonly Write[] {
  const creating: Record<string, string> = {};
  return batch.flatMap((item) => {
    const write = resolveWrite(ctx, item, { ...creating });
    for (const operation of write?.operations ?? []) {
      if (operation.kind === 'create-record') creating[operation.object] = operation.key;
    }
    return write === null ? [] : [write];
  });
}

/** Sends writes of one call in one request, in order. */
export function startWrites(ctx: DispatchContext, batch: readonly PlanAction[]): Launch | null {
  const writes = resolveBatch(ctx, batch);
  const plan = batch.at(-1)?.plan;
  if (writes.length === 0 || plan === undefined) return null;
  const { callKey } = plan;
  for (const { item } of writes) begin(ctx, item, 'The record is being written');
  const operations = writes.flatMap((write) => write.operations);
  const offer = (): CallOffer => describeOffer(plan.call, plan.event.at, ctx.browser, ctx.clock.now());
  return () =>
    callRunner(
      ctx.clock,
      APPLY_TIMEOUT_MS,
      applyAnswerSchema,
      () => ctx.runner.apply({ callKey, offer: offer(), operations }),
      (result) => {
        if (ctx.stopped()) return;
        if (result.ok) {
          const links = ctx.linksOf(callKey);
          links.interactionId = result.value.interactionId;
          links.taskId = result.value.taskId ?? links.taskId;
          for (const write of writes) settleWrite(ctx, write, result.value);
        } else {
          settleBatchFailure(ctx, writes, result.failure);
        }
        ctx.advance();
      },
    );
}
