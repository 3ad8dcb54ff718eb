import type { ApplyOperation, FieldValue, FieldValues } from '../../../src/model/apex-contract.ts';
import type { OrgRecord } from '../org-record.ts';
import { DmlRefusal } from '../refusal.ts';
import type { Access } from '../store/permissions.ts';
import { normalizeRecordId } from '../store/record-id.ts';
import type { ApexContext } from './apex-context.ts';
import type { Ledger } from './ledger.ts';

const SERVER_FIELDS = new Set(['Id', 'OwnerId', 'Interaction_Key__c', 'Ledger__c', 'Task_Id__c']);
/** Fields that a Task keeps as it was inserted. */
const INSERT_ONLY_TASK_FIELDS = new Set(['Id', 'TaskSubtype']);

/** One call's work in one request. `taskId` changes when the Task is written. */
export interface OperationScope {
  readonly context: ApexContext;
  readonly access: Access;
  readonly row: OrgRecord;
  readonly key: string;
  readonly ledger: Ledger;
  taskId: string | null;
}

function createdBy(scope: OperationScope, key: string, fields: readonly string[]): string {
  const recordId = scope.ledger.recordOf(key);
  if (recordId === null) {
    throw new DmlRefusal(
      'INVALID_CROSS_REFERENCE_KEY',
      `No operation of this call with the key ${key} has a record`,
      fields,
    );
  }
  return recordId;
}

function fieldsOfOperation(scope: OperationScope, operation: ApplyOperation): FieldValues {
  const references = Object.entries(operation.references ?? {});
  return {
    ...operation.fields,
    ...Object.fromEntries(references.map(([field, key]) => [field, createdBy(scope, key, [field])])),
  };
}

function saveInteraction(scope: OperationScope, fields: FieldValues): void {
  const refused = Object.keys(fields).filter((name) => SERVER_FIELDS.has(name));
  if (refused.length > 0) {
    throw new DmlRefusal(
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      `The server sets these fields itself: ${refused.join(', ')}`,
      refused,
    );
  }
  if (Object.keys(fields).length > 0) scope.context.dml.update(scope.access, scope.row.Id, fields);
}

function isClosed(scope: OperationScope): boolean {
  return scope.context.store.find(scope.row.Id)?.['Log_State__c'] === 'closed';
}

/** A save that comes after the close, from another browser say, completes the row and never reopens it. */
function omitLogState(fields: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'Log_State__c'));
}

function findTask(scope: OperationScope, task: FieldValues, matchTaskBy: string | undefined): string | null {
  const { store, dml } = scope.context;
  if (typeof task['Id'] === 'string') return task['Id'];
  if (scope.taskId !== null && store.find(scope.taskId) !== undefined) return scope.taskId;
  const byField = (field: string, value: FieldValue | undefined): string | null => {
    if (value === null || value === undefined) return null;
    const visible = store
      .findBy('Task', field, value)
      .find((found) => dml.read(scope.access, found.Id) !== null);
    return visible?.Id ?? null;
  };
  return (
    byField('Paceline_Key__c', scope.key) ??
    (matchTaskBy === undefined ? null : byField(matchTaskBy, task[matchTaskBy]))
  );
}

function writeTask(scope: OperationScope, task: FieldValues, matchTaskBy: string | undefined): string {
  const { dml } = scope.context;
  const existing = findTask(scope, task, matchTaskBy);
  const fields = { ...task, Paceline_Key__c: scope.key };
  if (existing === null) return dml.insert(scope.access, 'Task', fields, { allowDuplicates: true });
  dml.update(
    scope.access,
    existing,
    Object.fromEntries(Object.entries(fields).filter(([name]) => !INSERT_ONLY_TASK_FIELDS.has(name))),
  );
  return existing;
}

function refuseRecordType(recordType: string | null): void {
  if (recordType !== null) {
    throw new DmlRefusal(
      'INVALID_CROSS_REFERENCE_KEY',
      `Record Type ID: no record type ${recordType} is available to this user`,
      ['RecordTypeId'],
    );
  }
}

function targetId(scope: OperationScope, operation: ApplyOperation & { kind: 'update-record' }): string {
  const { target, object } = operation;
  if ('created' in target) return createdBy(scope, target.created, []);
  const id = normalizeRecordId(target.recordId);
  if (id === null) throw new DmlRefusal('MALFORMED_ID', `bad id ${target.recordId}`, ['Id']);
  if (scope.context.schema.objectOfId(id)?.name !== object) {
    throw new DmlRefusal('MALFORMED_ID', `${object} ID: id value of incorrect type: ${id}`, ['Id']);
  }
  return id;
}

/** Carries out one operation and answers the id of its record; throws `DmlRefusal`. */
export function runOperation(
  scope: OperationScope,
  operation: ApplyOperation & { matchTaskBy?: string | undefined },
): string {
  const fields = fieldsOfOperation(scope, operation);
  const { dml } = scope.context;
  switch (operation.kind) {
    case 'save-interaction':
      saveInteraction(scope, isClosed(scope) ? omitLogState(fields) : fields);
      return scope.row.Id;
    case 'close-interaction':
      saveInteraction(scope, { ...fields, Log_State__c: 'closed' });
      if (operation.task !== null) scope.taskId = writeTask(scope, operation.task, operation.matchTaskBy);
      return scope.row.Id;
    case 'create-record':
      refuseRecordType(operation.recordType);
      return dml.insert(scope.access, operation.object, fields, {
        allowDuplicates: operation.duplicates === 'allow',
      });
    case 'update-record': {
      const id = targetId(scope, operation);
      dml.update(scope.access, id, fields);
      return id;
    }
  }
}
