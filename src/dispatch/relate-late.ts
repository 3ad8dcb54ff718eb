import type { ActionScope, ResolveAction } from '../model/action-request.ts';
import type { ApplyOperation, FieldValues } from '../model/apex-contract.ts';
import type { PlannedAction } from '../model/plan.ts';

/** What is different in `after`; what it no longer has, is emptied. */
function changes(before: FieldValues, after: FieldValues): FieldValues {
  const gone = Object.keys(before).filter((field) => !(field in after));
  return Object.fromEntries([
    ...gone.map((field) => [field, null] as const),
    ...Object.entries(after).filter(([field, value]) => before[field] !== value),
  ]);
}

const isEmpty = (fields: FieldValues): boolean => Object.keys(fields).length === 0;

function update(key: string, object: string, recordId: string, fields: FieldValues): ApplyOperation {
  return { kind: 'update-record', key, object, target: { recordId }, fields };
}

/**
 * The operations that add to the records of an action what it would have written, had it known the match: those fields
 * that come out different. Empty when there is no difference.
 */
export function relateLate(
  key: string,
  planned: PlannedAction,
  scope: ActionScope,
  resolve: ResolveAction,
): readonly ApplyOperation[] {
  const withMatch = resolve(planned, scope);
  if (withMatch.kind !== 'apply') return [];
  const after = withMatch.operation;
  const without = resolve(planned, { ...scope, match: null });
  if (without.kind !== 'apply') return [{ ...after, key }];
  const before = without.operation;

  const fields = changes(before.fields, after.fields);
  const references = after.references === undefined ? {} : { references: after.references };
  const operations: ApplyOperation[] = [];
  if (!isEmpty(fields)) {
    if (after.kind === 'create-record') {
      const target = { created: planned.key };
      operations.push({ kind: 'update-record', key, object: after.object, target, fields, ...references });
    } else if (after.kind === 'update-record') {
      operations.push({ ...after, key, fields });
    } else {
      operations.push({ kind: 'save-interaction', key, fields, ...references });
    }
  }
  if (after.kind === 'close-interaction' && scope.taskId !== null) {
    const task = changes((before.kind === 'close-interaction' ? before.task : null) ?? {}, after.task ?? {});
    if (!isEmpty(task)) operations.push(update(`${key}|task`, 'Task', scope.taskId, task));
  }
  return operations;
}
