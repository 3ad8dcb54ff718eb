import type { FieldValues, PlatformError, WrapUpResponse } from '../../../src/model/apex-contract.ts';
import { textOf } from '../org-record.ts';
import type { OrgRecord } from '../org-record.ts';
import { DmlRefusal, apexRefusal } from '../refusal.ts';
import type { Access } from '../store/permissions.ts';
import type { ApexContext, ApexMethod } from './apex-context.ts';
import { taskLength } from './call-log.ts';
import { interactionKey, readLedger } from './ledger.ts';
import { parseRequest, wrapUpRequestSchema } from './parse-request.ts';
import { fieldsFor, followTask } from './wrap-up.ts';

const OBJECT = 'Paceline_Interaction__c';

/** Runs `work` as a savepoint; answers why it was refused. */
function attempt(context: ApexContext, work: () => void): PlatformError | null {
  try {
    context.store.transaction(work);
    return null;
  } catch (error) {
    if (error instanceof DmlRefusal) return error.error;
    throw error;
  }
}

function follow(
  context: ApexContext,
  access: Access,
  callKey: string,
  rows: { readonly before: OrgRecord; readonly after: OrgRecord },
  edited: readonly string[],
): void {
  const taskId = textOf(rows.before, 'Task_Id__c');
  const wrapUp = readLedger(rows.before, callKey).wrapUp();
  if (taskId === '' || wrapUp === null) return;
  const fields = fieldsFor(wrapUp, edited);
  const hidden = fields.find((field) => !context.permissions.ofField(access, 'Task', field).read);
  if (hidden !== undefined) {
    throw new DmlRefusal(
      'INSUFFICIENT_ACCESS_OR_READONLY',
      `Operation failed due to fields being inaccessible on Sobject Task: ${hidden}`,
      [hidden],
    );
  }
  const task = fields.length === 0 ? null : context.dml.read(access, taskId);
  if (task === null) return;
  const changes = followTask(task, wrapUp, rows, edited, (field) => taskLength(context, field));
  if (Object.keys(changes).length > 0) context.dml.update(access, taskId, changes);
}

/** Twin of `PacelineInteractionController.saveWrapUp`. */
export const saveWrapUp: ApexMethod = (context, params): WrapUpResponse => {
  const { callKey, notes, disposition } = parseRequest(wrapUpRequestSchema, params);
  const { store, dml } = context;
  if (context.faults.has('row-lock')) {
    throw apexRefusal('UNABLE_TO_LOCK_ROW: unable to obtain exclusive access to this record');
  }
  const before = store.findBy(OBJECT, 'Interaction_Key__c', interactionKey(context.userId, callKey))[0];
  if (before === undefined) throw apexRefusal('NOT_FOUND: This call has no interaction');
  const access: Access = { userId: context.userId, mode: 'user' };
  const entered: FieldValues = {
    ...(notes === undefined ? {} : { Notes__c: notes }),
    ...(disposition === undefined ? {} : { Disposition__c: disposition }),
  };
  const edited = Object.keys(entered);
  const answer = { interactionId: before.Id, taskId: textOf(before, 'Task_Id__c') || null };
  return store.transaction(() => {
    const error = attempt(context, () => {
      if (edited.length > 0) dml.update(access, before.Id, entered);
    });
    if (error !== null) return { ...answer, error, taskError: null };
    const after = store.find(before.Id) ?? before;
    const taskError = attempt(context, () => follow(context, access, callKey, { before, after }, edited));
    return { ...answer, error: null, taskError };
  });
};
