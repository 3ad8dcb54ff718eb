import type { ApplyOperation, FieldValues } from '../../../src/model/apex-contract.ts';
import { DmlRefusal } from '../refusal.ts';
import { targetOf, updateTask, writeTask } from './call-log.ts';
import type { OperationScope } from './operation-scope.ts';

const SERVER_FIELDS = new Set(['id', 'ownerid', 'interaction_key__c', 'ledger__c', 'task_id__c']);

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
  const refused = Object.keys(fields).filter((name) => SERVER_FIELDS.has(name.toLowerCase()));
  if (refused.length > 0) {
    throw new DmlRefusal(
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      `The server sets these fields itself: ${refused.join(', ')}`,
      refused,
    );
  }
  if (Object.keys(fields).length > 0) scope.context.dml.update(scope.access, scope.row.Id, fields);
}

/** `open`, `closed` or `failed`. */
export function logState(scope: OperationScope): unknown {
  return scope.context.store.find(scope.row.Id)?.['Log_State__c'];
}

/** A save that comes after a close, that worked or failed, completes the row and never makes it look open. */
function omitLogState(fields: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name.toLowerCase() !== 'log_state__c'));
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
  return targetOf(scope, object, target.recordId);
}

/** Carries out one operation and answers the id of its record; throws `DmlRefusal`. */
export function runOperation(scope: OperationScope, operation: ApplyOperation): string {
  const fields = fieldsOfOperation(scope, operation);
  const { dml } = scope.context;
  switch (operation.kind) {
    case 'save-interaction':
      saveInteraction(scope, logState(scope) === 'open' ? fields : omitLogState(fields));
      return scope.row.Id;
    case 'close-interaction':
      saveInteraction(scope, { ...omitLogState(fields), Log_State__c: 'closed' });
      if (operation.task !== null) scope.taskId = writeTask(scope, operation, operation.task);
      return scope.row.Id;
    case 'create-record':
      refuseRecordType(operation.recordType);
      return dml.insert(scope.access, operation.object, fields, {
        allowDuplicates: operation.duplicates === 'allow',
      });
    case 'update-record': {
      const id = targetId(scope, operation);
      if (scope.context.schema.objectOfId(id)?.name === 'Task') updateTask(scope, id, fields);
      else dml.update(scope.access, id, fields);
      return id;
    }
  }
}
