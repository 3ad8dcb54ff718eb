import type { RuleRecord } from '../../src/model/apex-contract.ts';
import { ROBIN } from '../support/fake-runner.ts';
import { AGENT_ID, INBOUND_STAGES } from '../support/inbound-call.ts';
import { INBOUND_RULES, configuration, createLab, ruleRecord } from '../support/softphone-lab.ts';
import type { Lab, LabTab } from '../support/softphone-lab.ts';

const { ringing, talking } = INBOUND_STAGES;
const RECORD = INBOUND_RULES.slice(1, 2);
const LOCKED = {
  code: 'UNABLE_TO_LOCK_ROW',
  message: 'UNABLE_TO_LOCK_ROW: unable to obtain exclusive access to this record',
  heals: true,
};

async function talk(rules: readonly RuleRecord[], prepare: (lab: Lab) => void): Promise<LabTab> {
  const lab = createLab();
  prepare(lab);
  const tab = await lab.open(configuration({}, rules));
  tab.see(talking('c-1'));
  await lab.clock.advance(10);
  return tab;
}

const explainAll = ({ softphone }: LabTab): string[] =>
  softphone.view().cards.flatMap(({ actions }) => actions.map(({ key }) => softphone.explain(key)));

test('an action that failed for a moment says how often it was tried, when it is tried again, and why', async () => {
  const tab = await talk(RECORD, (lab) =>
    lab.org.faults.push({ on: 'apply', when: 'before', failure: LOCKED }),
  );
  expect(explainAll(tab)).toEqual([
    'Record tried once, to be tried again after 1 second: rule record matched, but Salesforce said "UNABLE_TO_LOCK_ROW: unable to obtain exclusive access to this record".',
  ]);
});

test('an action that Salesforce refused repeats what Salesforce said', async () => {
  const tab = await talk(RECORD, (lab) => {
    lab.org.refuse = () => ({
      statusCode: 'DUPLICATES_DETECTED',
      message: 'Use one of these records?',
      fields: [],
    });
  });
  expect(explainAll(tab)).toEqual([
    'Record failed: rule record matched, but Salesforce said "Use one of these records".',
  ]);
});

test('an action whose request is under way is not called not run', async () => {
  const tab = await talk(RECORD, (lab) => lab.org.faults.push({ on: 'apply', when: 'hang' }));
  expect(explainAll(tab)).toEqual(['Record under way: rule record matched; the record is being written.']);
});

test('an action that waits for the agent’s choice elsewhere has not run', async () => {
  const lab = createLab();
  lab.org.matches = [ROBIN, { ...ROBIN, recordId: '003000000000002AAA' }];
  const tab = await lab.open();
  for (const contacts of [[ringing('c-1')], [talking('c-1')]]) {
    tab.see(...contacts);
    await lab.clock.advance(1_000);
  }
  expect(explainAll(tab)).toEqual([
    'Pop waiting for the agent: rule pop matched; 2 records were found: choose one.',
    'Record not yet run: rule record matched.',
  ]);
});

test('a pop that found nothing says where it was searched', async () => {
  const strategies = [
    { by: 'record-id', value: '{!attributes.caseId}' },
    { by: 'phone', objects: ['Contact', 'Lead'] },
  ];
  const rules = [ruleRecord('inbound-pop', { events: ['connected'] }, [{ type: 'screen-pop', strategies }])];
  const tab = await talk(rules, () => undefined);
  expect(explainAll(tab)).toEqual([
    'No pop: rule inbound-pop matched, but no record was found: strategy 1: attributes.caseId is empty; phone +12025550143 matched nothing in Contact, Lead.',
  ]);
});

test('a call is explained with its own reasons, and one that never was with none', async () => {
  const lab = createLab();
  const gold = { field: 'attributes.tier', operator: 'equals', value: 'gold' };
  const rule = ruleRecord('vip', { events: ['connected'], conditions: [gold] }, [
    { type: 'create-record', id: 'x' },
  ]);
  const tab = await lab.open(configuration({}, [rule]));
  const keyOf = (call: string): string =>
    `${AGENT_ID}|${call}|1|${call}-customer|vip|x|hvoc.inbound.inbound.connected`;
  for (const contacts of [[talking('c-1')], [], [{ ...talking('c-2'), attributes: { tier: 'silver' } }]]) {
    tab.see(...contacts);
    await lab.clock.advance(1_000);
  }
  const unmet =
    'Not planned: rule vip did not match: the condition attributes.tier equals "gold" does not hold';
  expect(['c-1', 'c-2', 'c-99'].map((call) => tab.softphone.explain(keyOf(call)))).toEqual([
    `${unmet} (there is no such value).`,
    `${unmet}.`,
    `Nothing in the trace speaks of ${keyOf('c-99')}.`,
  ]);
});

test('a follower explains what the leader would, while it happens too', async () => {
  const lab = createLab();
  lab.org.faults.push({ on: 'lookUp', when: 'hang' });
  const [first, second] = [await lab.open(), await lab.open()];
  for (const tab of [first, second]) tab.see(ringing('c-1'));
  await lab.clock.advance(1_000);
  expect(explainAll(second)).toEqual(explainAll(first));
  expect(explainAll(second)).toEqual(['Pop under way: rule pop matched; the record is being searched.']);
});
