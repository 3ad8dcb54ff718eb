import { parseCron } from '../../tools/apex-runtime/data/jobs/cron.ts';
import { orgAt, handClock } from '../workbench-org/org-at.ts';
import { createOrgLab } from './org-lab.ts';
import type { OrgLab } from './org-lab.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const lastNames = (lab: OrgLab): unknown[] => lab.list('Lead').map((lead) => lead['LastName']);

describe('a cron expression', () => {
  const after = Date.UTC(2026, 0, 5, 12, 0, 0);

  it.each([
    ['0 0 2 * * ?', '2026-01-06T02:00:00.000Z'],
    ['0 30 13 * * ?', '2026-01-05T13:30:00.000Z'],
    ['0 0 12 * * ?', '2026-01-06T12:00:00.000Z'],
    ['0 0/20 * * * ?', '2026-01-05T12:20:00.000Z'],
    ['0 0 2 ? * MON-FRI', '2026-01-06T02:00:00.000Z'],
    ['0 0 2 ? * SUN', '2026-01-11T02:00:00.000Z'],
    ['0 0 2 31 * ?', '2026-01-31T02:00:00.000Z'],
    ['15 10 5 29 2 ?', '2028-02-29T05:10:15.000Z'],
    ['0 0 0 1 1 ? 2027', '2027-01-01T00:00:00.000Z'],
  ])('%s fires next at %s', (expression, expected) => {
    const next = parseCron(expression)?.next(after) ?? null;
    expect(next === null ? null : new Date(next).toISOString()).toBe(expected);
  });

  it.each(['0 0 2 * *', '0 0 25 * * ?', '0 0 2 * * *', '0 0 2 ? * ?', 'x 0 2 * * ?', '0 0 2 32 * ?'])(
    '%s is refused',
    (expression) => {
      expect(parseCron(expression)).toBeUndefined();
    },
  );

  it('that names a year in the past never fires', () => {
    expect(parseCron('0 0 2 1 1 ? 2020')?.next(after)).toBeNull();
  });

  it('with the last day of a month is refused as not known', () => {
    expect(() => parseCron('0 0 2 L * ?')).toThrow('"L" in a cron expression');
  });
});

describe('a scheduled job', () => {
  const SOURCES = {
    'Setup.cls': `public class Setup {
      public static void start() { System.schedule('Nightly', '0 0 2 * * ?', new Night(System.now())); }
      public static void stop() {
        for (CronTrigger job : [SELECT Id FROM CronTrigger WHERE CronJobDetail.Name = 'Nightly']) { System.abortJob(job.Id); }
      }
    }`,
    'Night.cls': `public class Night implements Schedulable {
      private Datetime made;
      private Integer nights = 0;
      public Night(Datetime made) { this.made = made; }
      public void execute(SchedulableContext context) {
        nights++;
        insert new Lead(LastName = made.formatGmt('dd HH:mm') + ' ' + nights, Company = System.now().formatGmt('dd HH:mm'));
      }
    }`,
  };

  it('fires each night in the time zone of its user, with the state that it was scheduled with', () => {
    const lab = createOrgLab();
    lab.call(lab.load(SOURCES), 'Setup.start');
    const found: unknown[] = [];
    for (let night = 0; night < 3; night += 1) {
      lab.clock.advance(DAY);
      found.push(lab.list('Lead').at(-1)?.['LastName']);
    }
    expect(found).toEqual(['05 12:00 1', '05 12:00 1', '05 12:00 1']);
    expect(lab.list('Lead').length).toBe(3);
    expect(lab.list('CronTrigger').map((row) => [row['TimesTriggered'], row['NextFireTime']])).toEqual([
      [3, '2026-01-09T07:00:00.000Z'],
    ]);
  });

  it('fires no more after it was aborted', () => {
    const lab = createOrgLab();
    const program = lab.load(SOURCES);
    lab.call(program, 'Setup.start');
    lab.call(program, 'Setup.stop');
    lab.clock.advance(2 * DAY);
    expect([lab.list('Lead').length, lab.list('CronTrigger').length]).toEqual([0, 0]);
  });

  it('that was scheduled in a transaction that is undone never was', () => {
    const lab = createOrgLab();
    const program = lab.load({
      ...SOURCES,
      'Undone.cls': `public class Undone { public static void start() { Setup.start(); Integer zero = 0; Integer one = 1 / zero; } }`,
    });
    expect(() => lab.call(program, 'Undone.start')).toThrow('Divide by 0');
    lab.clock.advance(2 * DAY);
    expect([lab.list('Lead').length, lab.list('CronTrigger').length]).toEqual([0, 0]);
  });
});

describe('a batch', () => {
  const batch = (interfaces: string): Record<string, string> => ({
    'Setup.cls': `public class Setup {
      public static void start() {
        List<Lead> leads = new List<Lead>();
        for (Integer index = 0; index < 5; index++) { leads.add(new Lead(LastName = 'Lead ' + index, Company = 'B')); }
        insert leads;
        Database.executeBatch(new Job(), 2);
      }
    }`,
    'Job.cls': `public class Job implements ${interfaces} {
      private Integer seen = 0;
      public Database.QueryLocator start(Database.BatchableContext context) {
        return Database.getQueryLocator([SELECT Id, LastName FROM Lead ORDER BY LastName]);
      }
      public void execute(Database.BatchableContext context, List<Lead> rows) {
        seen += rows.size();
        for (Lead row : rows) { row.City = 'seen ' + seen; }
        update rows;
        if (rows[0].LastName == 'Lead 2') { throw new IllegalArgumentException('no such luck'); }
      }
      public void finish(Database.BatchableContext context) {
        insert new Account(Name = 'seen ' + seen);
      }
    }`,
  });
  const run = (interfaces: string): OrgLab => {
    const lab = createOrgLab();
    lab.call(lab.load(batch(interfaces)), 'Setup.start');
    lab.clock.advance(1);
    return lab;
  };

  it('works in chunks, each a transaction: a chunk that fails is undone and stops no other', () => {
    const lab = run('Database.Batchable<SObject>');
    expect(lab.list('Lead').map((lead) => lead['City'])).toEqual(['seen 2', 'seen 2', null, null, 'seen 1']);
    expect(lab.list('Account').map((account) => account['Name'])).toEqual(['seen 0']);
    const [job] = lab.list('AsyncApexJob');
    expect([
      job?.['Status'],
      job?.['NumberOfErrors'],
      job?.['TotalJobItems'],
      job?.['ExtendedStatus'],
    ]).toEqual(['Completed', 1, 3, 'First error: System.IllegalArgumentException: no such luck']);
  });

  it('keeps what it counts when it is stateful, but for a chunk that failed', () => {
    const lab = run('Database.Batchable<SObject>, Database.Stateful');
    expect(lab.list('Account').map((account) => account['Name'])).toEqual(['seen 3']);
  });
});

describe('a queueable', () => {
  it('runs later, and what it leaves for later runs after it', () => {
    const lab = createOrgLab();
    const program = lab.load({
      'Setup.cls': `public class Setup { public static void start() { System.enqueueJob(new Step(2)); } }`,
      'Step.cls': `public class Step implements Queueable {
        private Integer left;
        public Step(Integer left) { this.left = left; }
        public void execute(QueueableContext context) {
          insert new Lead(LastName = 'Step ' + left, Company = 'B');
          if (left > 0) { System.enqueueJob(new Step(left - 1)); }
        }
      }`,
    });
    lab.call(program, 'Setup.start');
    expect(lastNames(lab)).toEqual([]);
    lab.clock.advance(1);
    expect(lastNames(lab)).toEqual(['Step 2', 'Step 1', 'Step 0']);
    expect(lab.list('AsyncApexJob').map((job) => job['Status'])).toEqual([
      'Completed',
      'Completed',
      'Completed',
    ]);
  });
});

describe('a future method', () => {
  it('runs after the transaction that called it, with what it was given', () => {
    const lab = createOrgLab();
    const program = lab.load({
      'Setup.cls': `public class Setup {
        public static void start() { write('later'); insert new Lead(LastName = 'now', Company = 'B'); }
        @future
        private static void write(String name) { insert new Lead(LastName = name, Company = 'B'); }
      }`,
    });
    lab.call(program, 'Setup.start');
    lab.clock.advance(1);
    expect(lastNames(lab)).toEqual(['now', 'later']);
  });
});

describe("the package's housekeeping on the clock of a simulated org", () => {
  it('closes what was left open, night after night, by the instance that was scheduled once', async () => {
    const clock = handClock();
    const org = orgAt(clock);
    org.runHousekeeping();
    const open = async (night: number): Promise<unknown> =>
      org.handleApex('PacelineInteractionController', 'apply', {
        requestJson: JSON.stringify({
          callKey: `a|c${night}|1`,
          operations: [{ kind: 'save-interaction', key: 'k', fields: {} }],
        }),
      });
    const closed: number[] = [];
    for (let night = 0; night < 4; night += 1) {
      await open(night);
      clock.advance(DAY);
      closed.push(
        org.listRecords('Paceline_Interaction__c').filter((row) => row['Log_State__c'] === 'closed').length,
      );
    }
    expect(closed).toEqual([0, 1, 2, 3]);
  });
});
