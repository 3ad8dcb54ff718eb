import path from 'node:path';
import type { ContactObservation } from '../../src/model/observation.ts';
import { createOrg } from '../../workbench/org/create-org.ts';
import { createFakeClock, createFakeIds } from '../support/fake-ports.ts';
import { INBOUND_STAGES } from '../support/inbound-call.ts';
import { createOrgRunner } from '../support/org-runner.ts';
import { INBOUND_RULES, configuration, createLab, ruleRecord } from '../support/softphone-lab.ts';
import type { LabTab } from '../support/softphone-lab.ts';

const { ringing, talking, ended } = INBOUND_STAGES;

const RULES = configuration({}, [
  ...INBOUND_RULES,
  ruleRecord('missed', { events: ['missed'] }, [{ type: 'update-call-log', id: 'missed' }]),
]);

/** Two browsers of one agent, with storage of their own, at one org that runs the package's Apex. */
function createDesk() {
  const clock = createFakeClock();
  const org = createOrg({
    packageDir: path.resolve('force-app'),
    clock,
    ids: createFakeIds('org'),
    seed: 'empty',
  });
  const [first, second] = ['first', 'second'].map((name) => {
    const lab = createLab({ clock, name });
    lab.org.runnerOf = () => createOrgRunner(org);
    return lab;
  });
  if (first === undefined || second === undefined) throw new TypeError('there are two browsers');
  return {
    clock,
    first,
    second,
    /** What is written of all calls, oldest first. */
    written: () => ({
      outcomes: org.listRecords('Paceline_Interaction__c').map((row) => row['Outcome__c']),
      logs: org.listRecords('Task').length,
      keys: org
        .listRecords('Paceline_Interaction__c')
        .map((row) => String(row['Interaction_Key__c']).split('|').at(-1)),
    }),
    /** Both see the same, and some seconds pass. */
    async see(seconds: number, tabs: readonly LabTab[], ...contacts: readonly ContactObservation[]) {
      for (const tab of tabs) tab.see(...contacts);
      await clock.advance(seconds * 1000);
    },
  };
}

test('two browsers that see one call write one interaction and one log', async () => {
  const desk = createDesk();
  const both = [await desk.first.open(), await desk.second.open()];
  await desk.see(1, both);
  await desk.see(8, both, ringing('c-1'));
  await desk.see(60, both, talking('c-1'));
  await desk.see(5, both, ended('c-1'));
  await desk.see(60, both);
  expect(desk.written()).toEqual({ outcomes: ['answered'], logs: 1, keys: ['1'] });
});

test('a contact that one browser missed and another answers is two calls', async () => {
  const desk = createDesk();
  const first = await desk.first.open(RULES);
  await desk.see(1, [first]);
  await desk.see(20, [first], ringing('c-1'));
  await desk.see(10, [first]);
  first.crash();
  const second = await desk.second.open(RULES);
  await desk.see(1, [second]);
  await desk.see(8, [second], ringing('c-1'));
  await desk.see(60, [second], talking('c-1'));
  await desk.see(5, [second], ended('c-1'));
  await desk.see(60, [second]);
  expect(desk.written()).toEqual({ outcomes: ['not-answered', 'answered'], logs: 2, keys: ['1', '2'] });
});

test('a call that begins in one browser is closed by another', async () => {
  const desk = createDesk();
  const first = await desk.first.open();
  await desk.see(1, [first]);
  await desk.see(8, [first], ringing('c-1'));
  await desk.see(120, [first], talking('c-1'));
  first.crash();
  await desk.clock.advance(30_000);
  const second = await desk.second.open();
  await desk.see(60, [second], talking('c-1'));
  await desk.see(5, [second], ended('c-1'));
  await desk.see(60, [second]);
  expect(desk.written()).toEqual({ outcomes: ['answered'], logs: 1, keys: ['1'] });
});

test('a call id that comes again a day later in another browser is another call', async () => {
  const desk = createDesk();
  for (const lab of [desk.first, desk.second]) {
    const tab = await lab.open();
    await desk.see(1, [tab]);
    await desk.see(8, [tab], ringing('c-1'));
    await desk.see(60, [tab], talking('c-1'));
    await desk.see(5, [tab], ended('c-1'));
    await desk.see(60, [tab]);
    tab.crash();
    await desk.clock.advance(24 * 60 * 60 * 1000);
  }
  expect(desk.written()).toEqual({ outcomes: ['answered', 'answered'], logs: 2, keys: ['1', '2'] });
});
