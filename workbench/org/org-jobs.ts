import { staticsOf } from '../../tools/apex-runtime/compile/activate.ts';
import { nextFireTime } from '../../tools/apex-runtime/data/jobs/enqueue.ts';
import type { AsyncWork } from '../../tools/apex-runtime/model/transaction.ts';
import { isWanted, runWork } from '../../tools/apex-runtime/run/jobs.ts';
import type { JobHost } from '../../tools/apex-runtime/run/jobs.ts';
import type { ApexProgram } from '../../tools/apex-runtime/run/program.ts';
import { createTransaction } from '../../tools/apex-runtime/run/transaction.ts';
import type { Clock } from '../../src/model/ports.ts';
import { createApexOrg } from './apex-org.ts';
import type { OrgJobs, OrgState } from './org-state.ts';
import { textOf } from './org-record.ts';

interface Entry {
  readonly program: ApexProgram;
  readonly work: AsyncWork;
  readonly userId: string;
}

const LONGEST_TIMER_MS = 2 ** 31 - 1;

export function createOrgJobs(state: () => OrgState, clock: Clock): OrgJobs {
  const waiting: Entry[] = [];
  const scheduled = new Map<string, Entry>();

  const hostOf = ({ program, userId }: Entry): JobHost => ({
    isTest: false,
    run(work) {
      const org = createApexOrg(state(), new Set());
      const tx = createTransaction(program, { org, userId, isAsync: true });
      const answer = org.transaction(() => work(tx));
      add(program, tx.async, userId);
      return answer;
    },
  });

  const isStillWanted = (entry: Entry): boolean => {
    const org = createApexOrg(state(), new Set());
    return isWanted(org, entry.work.jobId);
  };

  const runWaiting = (): void => {
    for (let entry = waiting.shift(); entry !== undefined; entry = waiting.shift()) {
      if (isStillWanted(entry)) runWork(hostOf(entry), entry.work);
    }
  };

  /** The row says when the job fires next; the clock is set to it. */
  const plan = (entry: Entry): void => {
    const { work } = entry;
    const row = state().store.find(work.jobId);
    if (work.kind !== 'schedule' || row === undefined) return;
    const at = Date.parse(textOf(row, 'NextFireTime'));
    clock.setTimer(Math.min(Math.max(at - clock.now(), 0), LONGEST_TIMER_MS), () => {
      if (scheduled.get(work.jobId) !== entry || state().store.find(work.jobId) === undefined) return;
      if (clock.now() >= at) fireEntry(entry);
      else plan(entry);
    });
  };

  const fireEntry = (entry: Entry): void => {
    const { work } = entry;
    if (work.kind !== 'schedule') return;
    runWork(hostOf(entry), work);
    runWaiting();
    const { store } = state();
    const row = store.find(work.jobId);
    if (row === undefined) {
      scheduled.delete(work.jobId);
      return;
    }
    const now = clock.now();
    const tx = createTransaction(entry.program, {
      org: createApexOrg(state(), new Set()),
      userId: entry.userId,
    });
    const next = nextFireTime(tx, work.cron, now);
    store.put({
      ...row,
      PreviousFireTime: new Date(now).toISOString(),
      NextFireTime: next === null ? null : new Date(next).toISOString(),
      TimesTriggered: Number(row['TimesTriggered'] ?? 0) + 1,
      State: next === null ? 'DELETED' : 'WAITING',
    });
    if (next !== null) plan(entry);
  };

  const add: OrgJobs['add'] = (program, works, userId) => {
    for (const work of works) {
      const entry: Entry = { program, work, userId };
      if (work.kind === 'schedule') {
        scheduled.set(work.jobId, entry);
        plan(entry);
      } else {
        waiting.push(entry);
        clock.setTimer(0, runWaiting);
      }
    }
  };

  return {
    add,
    runWaiting,
    fire(name) {
      for (const entry of scheduled.values()) {
        if (entry.work.kind !== 'schedule' || entry.work.name !== name) continue;
        if (state().store.find(entry.work.jobId) === undefined) continue;
        fireEntry(entry);
        return true;
      }
      return false;
    },
    callStatic(program, className, methodName, userId) {
      const method = program.classes.get(className.toLowerCase())?.methods.get(methodName.toLowerCase())?.[0];
      if (method === undefined) throw new TypeError(`The package has no method ${className}.${methodName}`);
      const org = createApexOrg(state(), new Set());
      const tx = createTransaction(program, { org, userId });
      org.transaction(() => {
        staticsOf(tx, method.owner);
        tx.call(method, null, []);
      });
      add(program, tx.async, userId);
    },
  };
}
