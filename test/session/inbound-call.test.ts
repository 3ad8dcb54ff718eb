import { AGENT_ID, CALLER, INBOUND_STAGES } from '../support/inbound-call.ts';
import { ROBIN } from '../support/fake-runner.ts';
import { createLab } from '../support/softphone-lab.ts';
import type { Lab, LabTab } from '../support/softphone-lab.ts';

const { ringing, talking, ended } = INBOUND_STAGES;
const CALL_KEY = `${AGENT_ID}|c-1|1`;
const ACTION_KEY = `${CALL_KEY}|c-1-customer`;
const POP = `${ACTION_KEY}|pop|pop|hvoc.inbound.inbound.connecting`;
const RECORD = `${ACTION_KEY}|record|record|hvoc.inbound.inbound.connected`;
const LOG = `${ACTION_KEY}|log|log|hvoc.inbound.inbound.dropped`;

async function takeCall(lab: Lab, tab: LabTab): Promise<void> {
  tab.see(ringing('c-1'));
  await lab.clock.advance(4_000);
  tab.see(talking('c-1'));
  await lab.clock.advance(60_000);
  tab.see(ended('c-1'));
  await lab.clock.advance(10_000);
  tab.see();
  await lab.clock.advance(1_000);
}

test('an inbound call pops the caller, opens the record and writes the log, in three requests', async () => {
  const lab = createLab();
  lab.org.matches = [ROBIN];
  const tab = await lab.open();
  await takeCall(lab, tab);

  const [lookUp, open, save, close, ...rest] = lab.org.calls;
  expect(rest).toEqual([]);
  expect(lookUp).toEqual({
    kind: 'lookUp',
    request: {
      strategies: [
        {
          by: 'phone',
          objects: ['Contact', 'Lead'],
          number: CALLER,
          nationalDigits: '2025550143',
          variants: [CALLER, '12025550143', '(202) 555-0143', '2025550143', '+1 202 555 0143'],
        },
      ],
      limit: 20,
    },
  });
  expect(open).toEqual({
    kind: 'open',
    tab: 'tab-1',
    request: {
      target: { kind: 'record', recordId: ROBIN.recordId, objectApiName: 'Contact' },
      where: 'reuse',
      parentRecordId: null,
      label: 'Robin Example',
    },
  });
  const operations = [save, close].flatMap((call) =>
    call?.kind === 'apply' ? call.request.operations.map(({ kind, key }) => ({ kind, key })) : [],
  );
  expect(operations).toEqual([
    { kind: 'save-interaction', key: RECORD },
    { kind: 'close-interaction', key: LOG },
  ]);
  const closing = lab.org.done.get(LOG);
  const task = closing?.kind === 'close-interaction' ? closing.task : null;
  expect(task?.['CallDurationInSeconds']).toBe(60);
  expect(task?.['WhoId']).toBe(ROBIN.recordId);
});

test('the card tells what happened, in sentences', async () => {
  const lab = createLab();
  lab.org.matches = [ROBIN];
  const tab = await lab.open();
  await takeCall(lab, tab);

  const [card, ...others] = tab.softphone.view().cards;
  expect(others).toEqual([]);
  expect(card?.sentence).toBe('The contact was cleared.');
  expect(card?.actions).toEqual(
    [
      [POP, 'Find the caller', 'The Contact record was opened.', ROBIN.recordId],
      [RECORD, 'Start the call record', 'The interaction was saved.', 'a00000000000001AAA'],
      [LOG, 'Write the call log', 'The call log was written and closed.', 'a00000000000001AAA'],
    ].map(([key, label, text, recordId]) => ({
      key,
      label,
      status: 'done',
      text,
      canRetry: false,
      matches: [],
      offer: null,
      recordId,
    })),
  );
  expect(card?.timeline.map(({ text }) => text)).toEqual([
    'Pacing inbound from no sign of any other pacing mode.',
    'The call is ringing at the agent.',
    'Rule pop applies: one action.',
    'The Contact record was found.',
    'The Contact record was opened.',
    'The agent took the call and talks to the customer.',
    'Rule record applies: one action.',
    'The interaction was saved.',
    'The call ended; after-call work began.',
    'No rule applies to acw.',
    'The contact was cleared.',
    'Rule log applies: one action.',
    'The call log was written and closed.',
  ]);
});

test('an observation that leads to actions is stored in one write, before anything happens outside', async () => {
  const lab = createLab();
  const tab = await lab.open();
  const before = lab.browser.writes.length;

  tab.see(ringing('c-1'));

  expect(lab.browser.writes.length - before).toBe(1);
  expect(lab.org.calls.map(({ kind }) => kind)).toEqual(['lookUp']);
  const [stored] = [...lab.browser.items.values()].map(
    (text) =>
      JSON.parse(text) as { tracker: { calls: unknown[] }; outbox: { plans: { actions: object[] }[] } },
  );
  expect(stored?.tracker.calls.length).toBe(1);
  expect(stored?.outbox.plans.map(({ actions }) => actions.length)).toEqual([1]);
});

test('a repeated observation writes nothing and changes nothing', async () => {
  const lab = createLab();
  const tab = await lab.open();
  tab.see(talking('c-1'));
  await lab.clock.advance(1_000);
  const view = tab.softphone.view();
  const writes = lab.browser.writes.length;

  tab.see(talking('c-1'));
  await lab.clock.advance(1_000);

  expect(lab.browser.writes.length).toBe(writes);
  expect(tab.softphone.view()).toBe(view);
});

test('when a call is over and written, nothing of it is left in storage', async () => {
  const lab = createLab();
  lab.org.matches = [ROBIN];
  const tab = await lab.open();
  await takeCall(lab, tab);

  const stored = [...lab.browser.items.values()].join();
  expect(stored).not.toContain('202');
  expect(stored).not.toContain('Robin');
  expect(JSON.parse(stored)['outbox']).toEqual({ version: 2, plans: [], links: {} });
});

test('events reach listeners in the leading tab, after they were stored', async () => {
  const lab = createLab();
  const [first, second] = [await lab.open(), await lab.open()];
  const heard: string[] = [];
  for (const tab of [first, second]) {
    tab.softphone.subscribeEvents((event, call) => {
      heard.push(`${tab.id} ${event.event} ${call.state} ${lab.browser.writes.length > 0}`);
    });
  }

  for (const tab of [first, second]) tab.see(talking('c-1'));

  expect(heard).toEqual(['tab-1 connected connected true']);
});

test('a listener that throws stops neither the others nor the call', async () => {
  const lab = createLab();
  const tab = await lab.open();
  const heard: string[] = [];
  tab.softphone.subscribeEvents(() => {
    throw new RangeError('out of luck');
  });
  tab.softphone.subscribeEvents(({ event }) => heard.push(event));

  tab.see(talking('c-1'));
  await lab.clock.advance(1_000);

  expect(heard).toEqual(['connected']);
  expect([...lab.org.done.keys()]).toEqual([RECORD]);
  expect(tab.softphone.exportTrace()).toContain('A listener failed: out of luck');
});
