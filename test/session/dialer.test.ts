import type { RuleRecord } from '../../src/model/apex-contract.ts';
import { agentObservation } from '../support/inbound-call.ts';
import { configuration, createLab, ruleRecord } from '../support/softphone-lab.ts';
import type { Lab, LabTab } from '../support/softphone-lab.ts';

const TETHERED = { Setup: 'tethered', Default_Pacing: 'progressive' };
const RULES: readonly RuleRecord[] = [
  ruleRecord('record', { events: ['cust-answered'] }, [{ type: 'create-record', id: 'record' }]),
  ruleRecord('log', { events: ['dropped'] }, [{ type: 'update-call-log', id: 'log' }]),
];

const says = (event: string, id: string | number = 4711): unknown => ({
  channel: 'amazon',
  topic: 'outboundCall',
  subtopic: 'OutboundCallStateChange',
  message: { call: { id, CallType: 'Regular-Call', event } },
});
const nailup = (callStatus: string): unknown => ({
  channel: 'amazon',
  topic: 'outboundCall',
  subtopic: 'SetNailupDetails',
  message: { callStatus },
});

async function openTethered(): Promise<{ lab: Lab; tab: LabTab; heard: string[] }> {
  const lab = createLab();
  const tab = await lab.open(configuration(TETHERED, RULES));
  const heard: string[] = [];
  tab.softphone.subscribeEvents((event) => heard.push(event.tuple));
  tab.softphone.observe(agentObservation(lab.clock.now(), []));
  return { lab, tab, heard };
}

test('a dialler’s messages become events, actions and a card', async () => {
  const { lab, tab, heard } = await openTethered();
  for (const word of ['CustAnswered', 'ACW', 'DROPPED']) {
    tab.softphone.signalDialer(says(word));
    await lab.clock.advance(5_000);
  }
  expect(heard).toEqual([
    'tethered.progressive.regular-call.cust-answered',
    'tethered.progressive.regular-call.acw',
    'tethered.progressive.regular-call.dropped',
  ]);
  expect([...lab.org.done.values()].map(({ kind }) => kind)).toEqual([
    'save-interaction',
    'close-interaction',
  ]);
  const [card] = tab.softphone.view().cards;
  expect([card?.call.callId, card?.sentence]).toEqual(['4711', 'The contact was cleared.']);
});

test('a reload in the middle of a dialler’s call goes on with it', async () => {
  const { lab, tab } = await openTethered();
  tab.softphone.signalDialer(says('CustAnswered'));
  await lab.clock.advance(5_000);
  tab.crash();

  const next = await lab.open(configuration(TETHERED, RULES));
  next.softphone.observe(agentObservation(lab.clock.now(), []));
  next.softphone.signalDialer(says('CustAnswered'));
  next.softphone.signalDialer(says('DROPPED'));
  await lab.clock.advance(5_000);

  expect([...lab.org.done.values()].map(({ kind }) => kind)).toEqual([
    'save-interaction',
    'close-interaction',
  ]);
});

test('messages that come before it is known who leads are not lost', async () => {
  const lab = createLab();
  const roles: string[] = [];
  const tab = await lab.open(configuration(TETHERED, RULES), (softphone) => {
    roles.push(softphone.view().role);
    softphone.observe(agentObservation(lab.clock.now(), []));
    softphone.signalDialer(says('CustAnswered'));
  });
  await lab.clock.advance(5_000);
  expect([...roles, tab.softphone.view().role]).toEqual(['starting', 'leader']);
  expect(lab.org.calls.map(({ kind }) => kind)).toEqual(['apply']);
});

test('the state of the tether is shown', async () => {
  const { tab } = await openTethered();
  tab.softphone.signalDialer(nailup('Connected'));
  expect(tab.softphone.view().tetherStatus).toBe('Connected');
});

const cyclic: { self?: unknown } = {};
cyclic.self = cyclic;
const ODD: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['text', 'DROPPED'],
  ['a list', [1, 2]],
  ['a cycle', cyclic],
  ['a function', () => undefined],
  ['a big integer', { topic: 10n }],
  ['a polluted object', JSON.parse('{"__proto__":{"topic":"outboundCall"}}')],
  ['a megabyte', { channel: 'amazon', topic: 'outboundCall', subtopic: 'x'.repeat(1_000_000) }],
];

test.each(ODD)(
  '%s as a message is refused with a line in the trace, and the call goes on',
  async (_what, raw) => {
    const { lab, tab, heard } = await openTethered();
    tab.softphone.signalDialer(says('CustAnswered'));
    tab.softphone.signalDialer(raw);
    tab.softphone.signalDialer(says('DROPPED'));
    await lab.clock.advance(5_000);
    expect(heard.length).toBe(2);
    const trace = tab.softphone.exportTrace();
    expect(trace).toMatch(/A dialler message (cannot be read|was ignored)/);
    expect(trace.length).toBeLessThan(200_000);
  },
);
