import type { RuleRecord } from '../../src/model/apex-contract.ts';
import { ALEX, ROBIN } from '../support/fake-runner.ts';
import { INBOUND_STAGES, agentObservation } from '../support/inbound-call.ts';
import { INBOUND_RULES, configuration, createLab, ruleRecord } from '../support/softphone-lab.ts';
import type { Lab, LabTab } from '../support/softphone-lab.ts';

const { ringing, talking, ended } = INBOUND_STAGES;

const RULES: readonly RuleRecord[] = [
  ...INBOUND_RULES.slice(0, 2),
  ruleRecord('log', { events: ['dropped', 'missed'] }, [{ type: 'update-call-log', id: 'log' }]),
];
const statuses = (tab: LabTab): string[] =>
  (tab.softphone.view().cards[0]?.actions ?? []).map(({ status }) => status);

/** The agent is asked which of two callers it is, and gives no answer. */
async function ask(rules = RULES): Promise<{ lab: Lab; tab: LabTab }> {
  const lab = createLab();
  lab.org.matches = [ROBIN, ALEX];
  const tab = await lab.open(configuration({}, rules));
  tab.see(ringing('c-1'));
  await lab.clock.advance(1_000);
  expect(statuses(tab)).toEqual(['waiting']);
  return { lab, tab };
}

test('in a conversation what needs the answer waits for it', async () => {
  const { lab, tab } = await ask();
  tab.see(talking('c-1'));
  await lab.clock.advance(60_000);
  expect(statuses(tab)).toEqual(['waiting', 'pending']);
  expect(lab.org.calls.map(({ kind }) => kind)).toEqual(['lookUp']);
});

test('with after-call work the waiting ends, while the contact is still there', async () => {
  const { lab, tab } = await ask();
  tab.see(talking('c-1'));
  await lab.clock.advance(1_000);
  tab.see(ended('c-1'));
  await lab.clock.advance(1_000);
  expect(statuses(tab)).toEqual(['waiting', 'done']);
});

test('with a missed call the waiting ends', async () => {
  const { lab, tab } = await ask();
  tab.see();
  await lab.clock.advance(1_000);
  expect(statuses(tab)).toEqual(['waiting', 'done']);
  expect(lab.org.tasks.size).toBe(1);
});

test('with a call that a dialler drops without after-call work the waiting ends', async () => {
  const lab = createLab();
  lab.org.matches = [ROBIN, ALEX];
  const says = (event: string): unknown => ({
    channel: 'amazon',
    topic: 'outboundCall',
    subtopic: 'OutboundCallStateChange',
    message: { call: { id: 4711, CallType: 'Regular-Call', event, phoneNumber: '+12025550143' } },
  });
  const pop = ruleRecord('pop', { events: ['cust-answered'] }, [
    {
      type: 'screen-pop',
      id: 'pop',
      strategies: [{ by: 'field', object: 'Contact', field: 'Id', value: '1' }],
    },
  ]);
  const log = ruleRecord('log', { events: ['dropped'] }, [{ type: 'update-call-log', id: 'log' }]);
  const tab = await lab.open(configuration({ Setup: 'tethered', Default_Pacing: 'progressive' }, [pop, log]));
  tab.softphone.observe(agentObservation(lab.clock.now(), []));
  tab.softphone.signalDialer(says('CustAnswered'));
  await lab.clock.advance(1_000);
  tab.softphone.signalDialer(says('DROPPED'));
  await lab.clock.advance(1_000);
  expect(statuses(tab)).toEqual(['waiting', 'done']);
});

test('an answer after minutes opens the record by itself', async () => {
  const { lab, tab } = await ask();
  tab.see(talking('c-1'));
  await lab.clock.advance(9 * 60_000);
  const [{ key } = { key: '' }] = tab.softphone.view().cards[0]?.actions ?? [];
  tab.softphone.command({ kind: 'choose-match', key, recordId: ALEX.recordId });
  await lab.clock.advance(1_000);
  expect(statuses(tab)).toEqual(['done', 'done']);
  expect(lab.org.calls.map(({ kind }) => kind)).toEqual(['lookUp', 'open', 'apply']);
});

test('a relation that is refused does not keep the other records of its rule from being related', async () => {
  const cases = (id: string, object: string): object => ({
    type: 'create-record',
    id,
    object,
    fields: { Subject: 'Call of {!match.Name}' },
  });
  const { lab, tab } = await ask([
    ...INBOUND_RULES.slice(0, 1),
    ruleRecord('two', { events: ['acw'] }, [cases('one', 'Case'), cases('two', 'Task')], 'stop'),
  ]);
  tab.see(talking('c-1'));
  tab.see(ended('c-1'));
  await lab.clock.advance(1_000);
  expect(statuses(tab)).toEqual(['waiting', 'done', 'done']);
  lab.org.refuse = (operation) =>
    operation.kind === 'update-record' && operation.object === 'Case'
      ? { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'No', fields: [] }
      : null;
  const [{ key } = { key: '' }] = tab.softphone.view().cards[0]?.actions ?? [];
  tab.softphone.command({ kind: 'choose-match', key, recordId: ROBIN.recordId });
  await lab.clock.advance(1_000);
  const labels = tab.softphone.view().cards[0]?.actions.map(({ label, status }) => `${label}: ${status}`);
  expect(labels).toEqual([
    'Find the caller: done',
    'Create Case: done',
    'Create Task: done',
    'Create Case: relate it: failed',
    'Create Task: relate it: done',
  ]);
});

test('a log that got through without the caller is related when its repetition knows the caller', async () => {
  const { lab, tab } = await ask();
  tab.see(talking('c-1'));
  await lab.clock.advance(1_000);
  tab.see(ended('c-1'));
  await lab.clock.advance(1_000);
  lab.org.faults.push({ on: 'apply', when: 'after' });
  tab.see();
  await lab.clock.advance(100);
  expect(statuses(tab)).toEqual(['waiting', 'done', 'pending']);
  const [{ key } = { key: '' }] = tab.softphone.view().cards[0]?.actions ?? [];
  tab.softphone.command({ kind: 'choose-match', key, recordId: ROBIN.recordId });
  await lab.clock.advance(600_000);
  const tasks = [...lab.org.done.values()].filter((operation) => operation.kind === 'update-record');
  expect(tasks.map(({ object, fields }) => [object, fields['WhoId']])).toEqual([['Task', ROBIN.recordId]]);
});
