import type { ApplyOperation, ApplyResponse, OperationResult } from '../../../src/model/apex-contract.ts';
import { textOf } from '../org-record.ts';
import type { OrgRecord } from '../org-record.ts';
import { DmlRefusal, apexRefusal } from '../refusal.ts';
import type { Access } from '../store/permissions.ts';
import type { ApexContext, ApexMethod } from './apex-context.ts';
import type { CloseOperation } from './call-log.ts';
import { interactionKey, readLedger } from './ledger.ts';
import { applyRequestSchema, parseRequest } from './parse-request.ts';
import { createRecordWriter } from './record-writer.ts';
import type { OperationScope } from './operation-scope.ts';
import { logState, runOperation } from './run-operation.ts';

const OBJECT = 'Paceline_Interaction__c';
const LAST_ERROR_LENGTH = 255;

function insertRow(context: ApexContext, key: string): string {
  return context.dml.insert({ userId: context.userId, mode: 'system' }, OBJECT, { Interaction_Key__c: key });
}

function isDuplicate(error: unknown): boolean {
  return error instanceof DmlRefusal && error.error.statusCode === 'DUPLICATE_VALUE';
}

/** The interaction with this key; a row that another transaction inserted meanwhile is read instead. */
function getOrCreate(context: ApexContext, key: string): OrgRecord {
  const find = (): OrgRecord | undefined => context.store.findBy(OBJECT, 'Interaction_Key__c', key)[0];
  const isRaced = context.faults.has('duplicate');
  const found = isRaced ? undefined : find();
  if (found !== undefined) return found;
  if (!context.permissions.ofObject({ userId: context.userId, mode: 'user' }, OBJECT).create) {
    throw apexRefusal(
      `INSUFFICIENT_ACCESS_OR_READONLY: No permission to create ${OBJECT}. Ask an administrator for the permission set Paceline Agent.`,
    );
  }
  if (isRaced && find() === undefined) insertRow(context, key);
  try {
    insertRow(context, key);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  const row = find();
  if (row === undefined) throw apexRefusal('UNABLE_TO_LOCK_ROW: the interaction is being created elsewhere');
  return row;
}

/** A log that was written stays written when its correction is refused: only the action has failed. */
function hasLog(scope: OperationScope, close: CloseOperation): boolean {
  return logState(scope) === 'closed' && (scope.taskId !== null || close.task === null);
}

function attempt(scope: OperationScope, operation: ApplyOperation): OperationResult {
  const { key } = operation;
  const { ledger, context } = scope;
  const known = ledger.recordOf(key);
  if (known !== null) return { key, status: 'done', recordId: known, repeated: true };
  const taskBefore = scope.taskId;
  scope.notes.length = 0;
  try {
    const recordId = context.store.transaction(() => runOperation(scope, operation));
    ledger.markDone(key, recordId);
    if (operation.kind === 'close-interaction') scope.hasFailedClose = false;
    const notes = [...scope.notes];
    return { key, status: 'done', recordId, repeated: false, ...(notes.length === 0 ? {} : { notes }) };
  } catch (error) {
    if (!(error instanceof DmlRefusal)) throw error;
    scope.taskId = taskBefore;
    ledger.markFailed(key);
    if (operation.kind === 'close-interaction' && !hasLog(scope, operation)) scope.hasFailedClose = true;
    return { key, status: 'failed', error: error.error };
  }
}

function lastError(row: OrgRecord, ledgerFailed: number, results: readonly OperationResult[]): string | null {
  if (ledgerFailed === 0) return null;
  const failures = results.flatMap((result) => (result.status === 'failed' ? [result.error] : []));
  const latest = failures.at(-1);
  if (latest === undefined) return textOf(row, 'Last_Error__c');
  return `${latest.statusCode}: ${latest.message}`.slice(0, LAST_ERROR_LENGTH);
}

/** Twin of `PacelineInteractionController.apply`. */
export const applyOperations: ApexMethod = (context, params) => {
  const request = parseRequest(applyRequestSchema, params);
  const operations = request.operations as readonly ApplyOperation[];
  const access: Access = { userId: context.userId, mode: 'user' };
  const key = interactionKey(context.userId, request.callKey);
  if (context.faults.has('row-lock')) {
    throw apexRefusal('UNABLE_TO_LOCK_ROW: unable to obtain exclusive access to this record');
  }
  return context.store.transaction((): ApplyResponse => {
    const row = getOrCreate(context, key);
    const ledger = readLedger(row, request.callKey);
    const notes: string[] = [];
    const scope: OperationScope = {
      context: { ...context, dml: createRecordWriter(context, notes) },
      notes,
      access,
      row,
      key,
      ledger,
      taskId: textOf(row, 'Task_Id__c') || null,
      hasFailedClose: false,
    };
    const results = operations.map((operation) => attempt(scope, operation));
    if (context.faults.has('batch-failure') && operations.length > 1) {
      throw apexRefusal('Apex CPU time limit exceeded', 'System.LimitException');
    }
    const current = context.store.find(row.Id) ?? row;
    context.dml.update({ userId: context.userId, mode: 'system' }, row.Id, {
      Ledger__c: ledger.write(),
      Task_Id__c: scope.taskId,
      Failed_Actions__c: ledger.failedCount(),
      Last_Error__c: lastError(current, ledger.failedCount(), results),
      Log_State__c: scope.hasFailedClose ? 'failed' : textOf(current, 'Log_State__c'),
    });
    return { interactionId: row.Id, taskId: scope.taskId, results };
  });
};
