import type { ContactObservation } from '../../src/model/observation.ts';
import { OFFLINE, ROBIN } from '../support/fake-runner.ts';
import { AGENT_ID, INBOUND_STAGES } from '../support/inbound-call.ts';
import { createLab } from '../support/softphone-lab.ts';
import type { Lab, LabTab } from '../support/softphone-lab.ts';

const { ringing, talking, held, ended } = INBOUND_STAGES;
const CALL_KEY = `${AGENT_ID}|c-1|1`;
const ACTION_KEY = `${CALL_KEY}|c-1-customer`;
const RECORD = `${ACTION_KEY}|record|record|hvoc.inbound.inbound.connected`;
const LOG = `${ACTION_KEY}|log|log|hvoc.inbound.inbound.dropped`;

/** What Streams shows at each second of a call. */
const CALL: readonly (readonly ContactObservation[])[] = [
  [ringing('c-1')],
  [talking('c-1')],
  [held('c-1')],
  [talking('c-1')],
  [ended('c-1')],
  [],
];

async function play(lab: Lab, tab: LabTab, stages: typeof CALL): Promise<void> {
  for (const contacts of stages) {
    tab.see(...contacts);
    await lab.clock.advance(1_000);
  }
}

function opened(lab: Lab): number {
  return lab.org.calls.filter(({ kind }) => kind === 'open').length;
}

describe.each(CALL.map((_, stage) => stage))('after a reload at stage %i of the call', (stage) => {
  test('a page that had settled goes on and repeats nothing', async () => {
    const lab = createLab();
    lab.org.matches = [ROBIN];
    const first = await lab.open();
    await play(lab, first, CALL.slice(0, stage + 1));
    first.crash();

    const second = await lab.open();
    await play(lab, second, CALL.slice(stage));

    expect(lab.org.calls.map(({ kind }) => kind)).toEqual(['lookUp', 'open', 'apply', 'apply']);
    expect([...lab.org.done.keys()]).toEqual([RECORD, LOG]);
  });

  test('a page that was left before any answer came loses nothing and doubles nothing', async () => {
    const lab = createLab();
    lab.org.matches = [ROBIN];
    const first = await lab.open();
    await play(lab, first, CALL.slice(0, stage));
    first.see(...(CALL[stage] ?? []));
    first.crash();

    const second = await lab.open();
    await play(lab, second, CALL.slice(stage));
    await lab.clock.advance(60_000);

    expect([...lab.org.done.keys()]).toEqual([RECORD, LOG]);
    expect([...lab.org.tasks.keys()]).toEqual([CALL_KEY]);
    expect(opened(lab)).toBe(1);
  });
});

test('a page closed in mid-call and opened when the contact is gone closes the log, its end estimated', async () => {
  const lab = createLab();
  lab.org.matches = [ROBIN];
  const first = await lab.open();
  await play(lab, first, CALL.slice(0, 2));
  first.crash();
  await lab.clock.advance(600_000);

  const second = await lab.open();
  second.see();
  await lab.clock.advance(1_000);

  expect([...lab.org.done.keys()]).toEqual([RECORD, LOG]);
  expect(lab.org.done.get(LOG)?.fields['Estimated_End__c']).toBe(true);
  const [card] = second.softphone.view().cards;
  expect(card?.sentence).toBe(
    'The contact was cleared (its end was not seen and is estimated; seen after a page load).',
  );
});

test('the first page that shows nothing of the past calls starts nothing', async () => {
  const lab = createLab();
  const tab = await lab.open();
  tab.see();
  await lab.clock.advance(1_000);
  expect(lab.org.calls).toEqual([]);
  expect(tab.softphone.view().cards).toEqual([]);
});

test('a page that was being opened when the tab was left is not opened twice', async () => {
  const lab = createLab();
  lab.org.matches = [ROBIN];
  lab.org.faults.push({ on: 'open', when: 'hang' });
  const first = await lab.open();
  first.see(ringing('c-1'));
  await lab.clock.advance(1_000);
  expect(opened(lab)).toBe(1);
  first.crash();

  const second = await lab.open();
  second.see(ringing('c-1'));
  await lab.clock.advance(60_000);

  expect(opened(lab)).toBe(1);
  expect(second.softphone.view().cards[0]?.actions[0]?.text).toBe(
    'The Contact record was being opened when this page was left; it is not opened twice.',
  );
});

test('a page that could not be opened within two minutes is offered', async () => {
  const lab = createLab();
  lab.org.matches = [ROBIN];
  lab.org.faults.push({ on: 'lookUp', when: 'hang' });
  const first = await lab.open();
  first.see(ringing('c-1'));
  await lab.clock.advance(1_000);
  first.crash();
  await lab.clock.advance(300_000);

  const second = await lab.open();
  second.see(talking('c-1'));
  await lab.clock.advance(5_000);

  const [pop] = second.softphone.view().cards[0]?.actions ?? [];
  expect(pop?.status).toBe('offered');
  expect(opened(lab)).toBe(0);
});

test('work that an earlier page could not send is sent by the next one', async () => {
  const lab = createLab();
  const first = await lab.open();
  await play(lab, first, CALL.slice(0, 4));
  lab.org.faults.push(
    ...Array.from({ length: 3 }, () => ({ on: 'apply', when: 'before', failure: OFFLINE }) as const),
  );
  await play(lab, first, CALL.slice(4));
  expect([...lab.org.done.keys()]).toEqual([RECORD]);
  first.crash();
  lab.org.faults.length = 0;

  const second = await lab.open();
  await lab.clock.advance(60_000);

  expect([...lab.org.done.keys()]).toEqual([RECORD, LOG]);
  expect(second.softphone.view().warnings).toEqual([]);
});

test('what is older than 24 hours is given up, and the agent is told', async () => {
  const lab = createLab();
  const first = await lab.open();
  lab.org.faults.push({ on: 'apply', when: 'hang' });
  await play(lab, first, CALL.slice(0, 2));
  first.crash();
  await lab.clock.advance(25 * 3_600_000);

  const second = await lab.open();
  second.see();
  await lab.clock.advance(1_000);

  expect([...lab.org.done.keys()]).toEqual([RECORD]);
  expect(second.softphone.view().warnings).toEqual([
    '1 action was given up after 24 hours. Complete by hand the calls with +12025550143.',
  ]);
});
