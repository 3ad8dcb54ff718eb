import type { ApplyOperation, FieldValue, FieldValues } from '../../../src/model/apex-contract.ts';
import { DmlRefusal } from '../refusal.ts';
import { textOf } from '../org-record.ts';
import { findField, requireObject } from '../schema/org-schema.ts';
import { normalizeRecordId } from '../store/record-id.ts';
import type { ApexContext } from './apex-context.ts';
import { toFieldValue } from './field-values.ts';
import type { OperationScope } from './operation-scope.ts';
import { fillTask } from './wrap-up.ts';

export type CloseOperation = Extract<ApplyOperation, { kind: 'close-interaction' }>;

/** Fields that a Task keeps as it was inserted. */
const INSERT_ONLY = new Set(['id', 'tasksubtype']);

/** Field names of a request may come in any case; undefined where none has this name. */
function valueOf(fields: FieldValues, field: string): FieldValue | undefined {
  return Object.entries(fields).find(([name]) => name.toLowerCase() === field.toLowerCase())?.[1];
}

const isLead = (scope: OperationScope, value: FieldValue | undefined): boolean =>
  typeof value === 'string' && scope.context.schema.objectOfId(value.trim())?.name === 'Lead';

/** A Task whose name is a lead can be related to nothing: what an existing one was related to before is cleared with it. */
function withoutWhatOfLead(scope: OperationScope, fields: FieldValues): FieldValues {
  const isRelated = valueOf(fields, 'WhatId') !== undefined;
  return isRelated || !isLead(scope, valueOf(fields, 'WhoId')) ? fields : { ...fields, WhatId: null };
}

/** The same, and a lead whose Task is related to another record leaves it. */
function withoutOldRelation(scope: OperationScope, existing: string, fields: FieldValues): FieldValues {
  const result = withoutWhatOfLead(scope, fields);
  const isRelated = String(valueOf(result, 'WhatId') ?? '').trim() !== '';
  const isNamed = valueOf(result, 'WhoId') !== undefined;
  const who = scope.context.store.find(existing)?.['WhoId'] as FieldValue | undefined;
  return isRelated && !isNamed && isLead(scope, who) ? { ...result, WhoId: null } : result;
}

/** Updates a Task that an action names; of the call's own log, the new relation takes the place of the old one. */
export function updateTask(scope: OperationScope, id: string, fields: FieldValues): void {
  const isOwnLog = id === scope.taskId;
  const related = isOwnLog ? withoutOldRelation(scope, id, fields) : withoutWhatOfLead(scope, fields);
  scope.context.dml.update(scope.access, id, related);
}

/** The id of an update's target, which must be of the object named. */
export function targetOf(scope: OperationScope, object: string, recordId: string): string {
  const id = normalizeRecordId(recordId);
  if (id === null) throw new DmlRefusal('MALFORMED_ID', `bad id ${recordId}`, ['Id']);
  if (scope.context.schema.objectOfId(id)?.name !== object) {
    throw new DmlRefusal('MALFORMED_ID', `${object} ID: id value of incorrect type: ${id}`, ['Id']);
  }
  return id;
}

function isTaskOfAnotherCall(scope: OperationScope, taskId: string): boolean {
  const found = scope.context.dml.read(scope.access, taskId);
  return found !== null && !['', scope.key].includes(textOf(found, 'Paceline_Key__c'));
}

/** Never the log of another call: a call that is offered anew, or handed on, has a Task of its own. */
function findTask(scope: OperationScope, task: FieldValues, matchTaskBy: string | undefined): string | null {
  const { store, dml, schema } = scope.context;
  if (typeof task['Id'] === 'string') {
    const named = targetOf(scope, 'Task', task['Id']);
    if (!isTaskOfAnotherCall(scope, named)) return named;
  }
  if (scope.taskId !== null && dml.read(scope.access, scope.taskId) !== null) return scope.taskId;
  const byField = (name: string, value: FieldValue | undefined, key: string): string | null => {
    const field = findField(requireObject(schema, 'Task'), name);
    const wanted = field === undefined || value === undefined ? null : toFieldValue(field, value);
    if (field === undefined || wanted === null) return null;
    const found = store
      .findBy('Task', field.name, wanted)
      .find((each) => textOf(each, 'Paceline_Key__c') === key && dml.read(scope.access, each.Id) !== null);
    return found?.Id ?? null;
  };
  return (
    byField('Paceline_Key__c', scope.key, scope.key) ??
    (matchTaskBy === undefined ? null : byField(matchTaskBy, task[matchTaskBy], ''))
  );
}

/** Longest text of a field of Task; what is no such field is refused elsewhere. */
export function taskLength(context: ApexContext, field: string): number {
  return context.schema.objects.get('Task')?.fields.get(field)?.length ?? Infinity;
}

function save(scope: OperationScope, existing: string | null, fields: Record<string, FieldValue>): string {
  const { dml } = scope.context;
  if (existing === null) {
    delete fields['Id'];
    return dml.insert(scope.access, 'Task', fields, { allowDuplicates: true });
  }
  const kept = Object.fromEntries(
    Object.entries(fields).filter(([name]) => !INSERT_ONLY.has(name.toLowerCase())),
  );
  dml.update(scope.access, existing, withoutOldRelation(scope, existing, kept));
  return existing;
}

/** Writes the Task of a close, with what the interaction holds as the close leaves it, and answers its id. */
export function writeTask(scope: OperationScope, operation: CloseOperation, task: FieldValues): string {
  const { store } = scope.context;
  const existing = findTask(scope, task, operation.matchTaskBy);
  const row = store.find(scope.row.Id) ?? scope.row;
  const filled = fillTask(task, operation.wrapUpFields, row);
  const id = save(scope, existing, { ...filled.task, Paceline_Key__c: scope.key });
  scope.ledger.noteWrapUp(filled.wrapUp);
  return id;
}
