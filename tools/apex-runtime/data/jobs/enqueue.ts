import type { MethodModel } from '../../model/class-model.ts';
import { UnsupportedApex } from '../../model/errors.ts';
import type { StoredFields } from '../../model/apex-org.ts';
import type { Transaction } from '../../model/transaction.ts';
import { ApexObject } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import { fromWall, toWall } from '../../values/zones.ts';
import { storedField } from '../stored-value.ts';
import { parseCron } from './cron.ts';
import { copyState } from './copy-state.ts';

const DEFAULT_SCOPE = 200;
const LARGEST_SCOPE = 2000;

/** Writes a row that only the platform writes; no right and no limit counts. */
function insertRow(tx: Transaction, object: string, fields: StoredFields): string {
  const access = { userId: tx.userId, mode: 'system', isSharingEnforced: false } as const;
  const outcome = tx.org.insert(access, object, fields, { allowDuplicates: true });
  if (!outcome.ok)
    throw new UnsupportedApex(`this row of ${object}: ${outcome.error.message}`, { ...tx.position });
  return outcome.id;
}

function classIdOf(tx: Transaction, name: string): string {
  const known = tx.org.list('ApexClass').find((row) => storedField(row, 'Name') === name);
  return known?.Id ?? insertRow(tx, 'ApexClass', { Name: name, Status: 'Active' });
}

function insertJob(tx: Transaction, className: string, jobType: string, more: StoredFields = {}): string {
  return insertRow(tx, 'AsyncApexJob', {
    ApexClassId: classIdOf(tx, className),
    JobType: jobType,
    Status: 'Queued',
    JobItemsProcessed: 0,
    TotalJobItems: 0,
    NumberOfErrors: 0,
    ...more,
  });
}

function jobOf(tx: Transaction, job: Value): ApexObject {
  if (job instanceof ApexObject) return job;
  return tx.raise('NullPointerException', 'Argument 1 cannot be null');
}

/** `Database.executeBatch` */
export function enqueueBatch(tx: Transaction, value: Value, scope: number | null): string {
  const job = jobOf(tx, value);
  const size = scope ?? DEFAULT_SCOPE;
  if (size < 1) tx.raise('AsyncException', 'Invalid scope size');
  const jobId = insertJob(tx, job.classModel.name, 'BatchApex');
  tx.async.push({ kind: 'batch', job: copyState(job), scope: Math.min(size, LARGEST_SCOPE), jobId });
  return jobId;
}

/** `System.enqueueJob` */
export function enqueueQueueable(tx: Transaction, value: Value): string {
  const job = jobOf(tx, value);
  tx.governor.count('queueableJobs');
  const jobId = insertJob(tx, job.classModel.name, 'Queueable');
  tx.async.push({ kind: 'queueable', job: copyState(job), jobId });
  return jobId;
}

/** The call of a method with `@future`. */
export function enqueueFuture(tx: Transaction, method: MethodModel, args: readonly Value[]): void {
  tx.governor.count('futureCalls');
  if (tx.governor.isAsync)
    tx.raise('AsyncException', 'Future method cannot be called from a future or batch method');
  const jobId = insertJob(tx, method.owner.name, 'Future', { MethodName: method.name });
  tx.async.push({ kind: 'future', method, args, jobId });
}

/** The next time of a schedule in the time zone of its user; null: never again. */
export function nextFireTime(tx: Transaction, cron: string, after: number): number | null {
  const wall = parseCron(cron)?.next(toWall(tx, after)) ?? null;
  return wall === null ? null : fromWall(tx, wall);
}

const isoOf = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

/** `System.schedule`; answers the id of the CronTrigger. */
export function scheduleJob(tx: Transaction, name: string, cron: string, value: Value): string {
  const job = jobOf(tx, value);
  if (parseCron(cron) === undefined) tx.raise('StringException', `Illegal cron expression: ${cron}`);
  const next = nextFireTime(tx, cron, tx.org.now());
  if (next === null) {
    tx.raise('AsyncException', `Based on configured schedule, the given trigger '${name}' will never fire.`);
  }
  const used = tx.org.list('CronJobDetail').find((row) => storedField(row, 'Name') === name);
  if (used !== undefined) {
    tx.raise('AsyncException', `The Apex job named "${name}" is already scheduled for execution.`);
  }
  const detail = insertRow(tx, 'CronJobDetail', { Name: name, JobType: '7' });
  const jobId = insertRow(tx, 'CronTrigger', {
    CronJobDetailId: detail,
    CronExpression: cron,
    State: 'WAITING',
    TimeZoneSidKey: tx.org.user(tx.userId).timeZone,
    StartTime: isoOf(tx.org.now()),
    NextFireTime: isoOf(next),
    TimesTriggered: 0,
    OwnerId: tx.userId,
  });
  insertJob(tx, job.classModel.name, 'ScheduledApex', { CronTriggerId: jobId });
  tx.async.push({ kind: 'schedule', job: copyState(job), cron, name, jobId });
  return jobId;
}

/** `System.abortJob`: of a scheduled job, or of one that waits or runs. */
export function abortJob(tx: Transaction, id: string): void {
  const row = tx.org.find(id);
  const access = { userId: tx.userId, mode: 'system', isSharingEnforced: false } as const;
  if (row?.attributes.type === 'CronTrigger') {
    tx.org.delete(access, id);
    tx.org.delete(access, String(storedField(row, 'CronJobDetailId')));
    return;
  }
  if (row?.attributes.type !== 'AsyncApexJob') {
    tx.raise('StringException', `Invalid id: ${id}`);
  }
  tx.org.update(
    access,
    id,
    { Status: 'Aborted', CompletedDate: isoOf(tx.org.now()) },
    { allowDuplicates: true },
  );
}
