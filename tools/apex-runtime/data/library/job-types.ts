import type { LibraryType } from '../../library/registry-contract.ts';
import { given } from '../../library/support.ts';
import { ApexId } from '../../model/values.ts';
import type { ApexObject, PlatformObject } from '../../model/values.ts';
import { abortJob, enqueueQueueable, scheduleJob } from '../jobs/enqueue.ts';

const idOf = (self: PlatformObject): ApexId => new ApexId((self.state as { readonly jobId: string }).jobId);

/** What the platform calls in a class of the sources. */
const callback = (
  name: string,
  members: readonly string[],
  typeParameters?: readonly string[],
): LibraryType => ({
  name,
  ...(typeParameters === undefined ? {} : { typeParameters }),
  isInterface: true,
  members: Object.fromEntries(members.map((member) => [member, () => null])),
});

export const JOB_TYPES: readonly LibraryType[] = [
  callback('Schedulable', ['execute(SchedulableContext):void']),
  callback('Queueable', ['execute(QueueableContext):void']),
  callback(
    'Database.Batchable',
    ['execute(Database.BatchableContext,List<E>):void', 'finish(Database.BatchableContext):void'],
    ['E'],
  ),
  callback('Database.Stateful', []),
  callback('Database.AllowsCallouts', []),
  { name: 'SchedulableContext', members: { 'getTriggerId():Id': (_tx, self: PlatformObject) => idOf(self) } },
  { name: 'QueueableContext', members: { 'getJobId():Id': (_tx, self: PlatformObject) => idOf(self) } },
  {
    name: 'Database.BatchableContext',
    members: {
      'getJobId():Id': (_tx, self: PlatformObject) => idOf(self),
      'getChildJobId():Id': (_tx, self: PlatformObject) => idOf(self),
    },
  },
  {
    name: 'System',
    members: {
      'static schedule(String,String,Object):String': (
        tx,
        _type,
        name: string | null,
        cron: string | null,
        job: ApexObject | null,
      ) => scheduleJob(tx, given(tx, name), given(tx, cron, 2), given(tx, job, 3)),
      'static enqueueJob(Object):Id': (tx, _type, job: ApexObject | null) =>
        new ApexId(enqueueQueueable(tx, given(tx, job))),
      'static abortJob(Id):void': (tx, _type, id: ApexId | null) => {
        abortJob(tx, given(tx, id).value);
      },
    },
  },
];
