import { staticsOf } from '../compile/activate.ts';
import { storedField } from '../data/stored-value.ts';
import { copyState } from '../data/jobs/copy-state.ts';
import type { ApexOrg, StoredFields } from '../model/apex-org.ts';
import type { ClassModel } from '../model/class-model.ts';
import { LimitExceeded, ThrownApex, UnsupportedApex } from '../model/errors.ts';
import type { AsyncWork, Transaction } from '../model/transaction.ts';
import { ApexList, ApexObject, PlatformObject } from '../model/values.ts';
import type { Value } from '../model/values.ts';
import { exceptionText } from '../values/exception-text.ts';

/** Gives each part of a job a transaction of its own. */
export interface JobHost {
  /** Runs `work` in a new transaction; what it throws undoes the transaction and comes out. */
  run<T>(work: (tx: Transaction) => T): T;
  /** Only one batch of records may be there: tests refuse more. */
  readonly isTest: boolean;
}

const SYSTEM = { mode: 'system', isSharingEnforced: false } as const;

/** Changes the AsyncApexJob row of a job; a scheduled one has a CronTrigger instead. */
function noteJob(host: JobHost, jobId: string, fields: StoredFields, isDone = false): void {
  host.run((tx) => {
    if (tx.org.find(jobId)?.attributes.type !== 'AsyncApexJob') return;
    const done = isDone ? { CompletedDate: new Date(tx.org.now()).toISOString() } : {};
    const access = { userId: tx.userId, ...SYSTEM };
    tx.org.update(access, jobId, { ...fields, ...done }, { allowDuplicates: true });
  });
}

const shortText = (text: string | null): string | null => text?.slice(0, 255) ?? null;

function errorText(error: unknown): string {
  if (error instanceof ThrownApex) return exceptionText(error.value);
  if (error instanceof LimitExceeded) return `System.LimitException: ${error.message}`;
  throw error;
}

/** Runs one part of a job; a failure is answered as text, outside of tests. */
function attempt(host: JobHost, work: (tx: Transaction) => void): string | null {
  if (host.isTest) {
    host.run(work);
    return null;
  }
  try {
    host.run(work);
    return null;
  } catch (error) {
    return errorText(error);
  }
}

function contextOf(tx: Transaction, type: string, jobId: string): PlatformObject {
  const found = tx.types.find(type);
  if (found === undefined) throw new UnsupportedApex(`the type ${type}`);
  return new PlatformObject(found, { jobId }, jobId);
}

function call(tx: Transaction, job: ApexObject, name: string, args: readonly Value[]): Value {
  const answer = tx.callByName(job, name, args);
  if (answer === undefined)
    throw new UnsupportedApex(`${job.classModel.name}, which has no method ${name}, as a job`);
  return answer;
}

function isStateful(model: ClassModel): boolean {
  for (let at: ClassModel | undefined = model; at !== undefined; at = at.superType?.classModel) {
    if (at.interfaces.some((type) => /^(database\.)?stateful$/i.test(type.name))) return true;
  }
  return false;
}

/** What `start` answered, as a list: a QueryLocator, a list, or an iterable of the sources. */
function elementsOf(tx: Transaction, started: Value): ApexList {
  if (started instanceof ApexList) return started;
  if (started instanceof PlatformObject) {
    const { list } = started.state as { list?: Value };
    if (list instanceof ApexList) return list;
  }
  if (started instanceof ApexObject) {
    const iterator = call(tx, started, 'iterator', []);
    if (iterator instanceof ApexObject) {
      const items: Value[] = [];
      while (call(tx, iterator, 'hasNext', []) === true) items.push(call(tx, iterator, 'next', []));
      const [first] = items;
      const type = first instanceof ApexObject ? first.classModel.type : tx.types.find('Object');
      return new ApexList(tx.types.list(type ?? started.classModel.type), items);
    }
  }
  throw new UnsupportedApex('what the start method of a batch answered');
}

const TOO_MANY =
  'No more than one executeBatch can be called from within a test method.  Please make sure the iterable returned from your start method matches the batch size, resulting in one executeBatch invocation.';

function runBatch(host: JobHost, work: Extract<AsyncWork, { kind: 'batch' }>): void {
  const { jobId, scope } = work;
  const stateful = isStateful(work.job.classModel);
  let kept = work.job;
  /** Each part works on a copy; a stateful job keeps what a part that succeeded made of it. */
  const part = (run: (tx: Transaction, job: ApexObject) => void): string | null => {
    const job = copyState(kept);
    const failure = attempt(host, (tx) => {
      run(tx, job);
    });
    if (stateful && failure === null) kept = job;
    return failure;
  };
  noteJob(host, jobId, { Status: 'Processing' });
  let chunks: readonly ApexList[] = [];
  const failure = part((tx, job) => {
    const list = elementsOf(tx, call(tx, job, 'start', [contextOf(tx, 'Database.BatchableContext', jobId)]));
    chunks = Array.from(
      { length: Math.ceil(list.items.length / scope) },
      (_, index) => new ApexList(list.type, list.items.slice(index * scope, (index + 1) * scope)),
    );
    if (host.isTest && chunks.length > 1) tx.raise('UnexpectedException', TOO_MANY);
  });
  if (failure !== null) {
    noteJob(host, jobId, { Status: 'Failed', ExtendedStatus: shortText(failure), NumberOfErrors: 1 }, true);
    return;
  }
  const errors: string[] = [];
  for (const [index, chunk] of chunks.entries()) {
    const error = part((tx, job) => {
      call(tx, job, 'execute', [contextOf(tx, 'Database.BatchableContext', jobId), chunk]);
    });
    if (error !== null) errors.push(error);
    noteJob(host, jobId, {
      JobItemsProcessed: index + 1,
      TotalJobItems: chunks.length,
      NumberOfErrors: errors.length,
    });
  }
  const first = errors[0] === undefined ? null : shortText(`First error: ${errors[0]}`);
  noteJob(host, jobId, { Status: 'Completed', ExtendedStatus: first, TotalJobItems: chunks.length }, true);
  const ending = part((tx, job) => {
    call(tx, job, 'finish', [contextOf(tx, 'Database.BatchableContext', jobId)]);
  });
  if (ending !== null)
    noteJob(host, jobId, { ExtendedStatus: shortText(ending), NumberOfErrors: errors.length + 1 });
}

function runSingle(host: JobHost, jobId: string, work: (tx: Transaction) => void): void {
  const failure = attempt(host, work);
  noteJob(
    host,
    jobId,
    {
      Status: failure === null ? 'Completed' : 'Failed',
      ExtendedStatus: shortText(failure),
      NumberOfErrors: failure === null ? 0 : 1,
    },
    true,
  );
}

/** Carries out what a transaction left for later. Of a schedule: one firing. */
export function runWork(host: JobHost, work: AsyncWork): void {
  switch (work.kind) {
    case 'batch':
      runBatch(host, work);
      return;
    case 'queueable':
      runSingle(host, work.jobId, (tx) => {
        call(tx, copyState(work.job), 'execute', [contextOf(tx, 'QueueableContext', work.jobId)]);
      });
      return;
    case 'future':
      runSingle(host, work.jobId, (tx) => {
        staticsOf(tx, work.method.owner);
        tx.call(work.method, null, work.args);
      });
      return;
    case 'schedule':
      runSingle(host, work.jobId, (tx) => {
        call(tx, copyState(work.job), 'execute', [contextOf(tx, 'SchedulableContext', work.jobId)]);
      });
  }
}

/** Is the row of a job still there, and not aborted? */
export function isWanted(org: ApexOrg, jobId: string): boolean {
  const row = org.find(jobId);
  return row !== undefined && storedField(row, 'Status') !== 'Aborted';
}
