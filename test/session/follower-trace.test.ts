import { createStreamsDriver } from '../../src/cli/streams-driver.ts';
import type { TraceEntry } from '../../src/model/trace-entry.ts';
import { readRecording } from '../../src/replay/read-recording.ts';
import { replay } from '../../src/replay/replay.ts';
import type { Softphone } from '../../src/session/softphone.ts';
import { ROBIN } from '../support/fake-runner.ts';
import { INBOUND_STAGES } from '../support/inbound-call.ts';
import { configuration, createLab, ruleRecord } from '../support/softphone-lab.ts';
import type { Lab, LabTab } from '../support/softphone-lab.ts';

const { ringing, talking, ended } = INBOUND_STAGES;
const TETHERED = configuration({ Setup: 'tethered', Default_Pacing: 'progressive' }, [
  ruleRecord('log', { events: ['dropped'] }, [{ type: 'update-call-log', id: 'log' }]),
]);
const STORY = ['CustAnswered', 'Hold', 'CustAnswered', 'ACW', 'DROPPED'];

const says = (event: string): unknown => ({
  channel: 'amazon',
  topic: 'outboundCall',
  subtopic: 'OutboundCallStateChange',
  message: { call: { id: 4711, CallType: 'Regular-Call', event } },
});

const exported = (softphone: Softphone, callKey?: string): readonly TraceEntry[] =>
  JSON.parse(softphone.exportTrace(callKey)) as TraceEntry[];

function tuplesOf(softphone: Softphone): string[] {
  const recording = readRecording(exported(softphone));
  const lines = replay(recording, { settings: softphone.settings.events, driver: createStreamsDriver() });
  return [...lines].flatMap((line) => (line.type === 'event' ? [line.tuple] : []));
}

async function open(
  count: number,
  config = configuration(),
): Promise<{ lab: Lab; tabs: LabTab[]; told: string[] }> {
  const lab = createLab();
  lab.org.matches = [ROBIN];
  const told: string[] = [];
  const tabs: LabTab[] = [];
  for (let number = 1; number <= count; number += 1) {
    const tab = await lab.open(config);
    tab.softphone.subscribeEvents(({ tuple }) => told.push(tuple));
    tab.see();
    tabs.push(tab);
  }
  await lab.clock.advance(1_000);
  return { lab, tabs, told };
}

test('a follower exports all that the leader would of a call, in the same order', async () => {
  const { lab, tabs, told } = await open(2);
  for (const contacts of [[ringing('c-1')], [talking('c-1')], [ended('c-1')], []]) {
    for (const tab of tabs) tab.see(...contacts);
    await lab.clock.advance(1_000);
  }
  const [leader, follower] = tabs.map(({ softphone }) => softphone);
  const callKey = leader?.view().cards[0]?.call.callKey;
  if (leader === undefined || follower === undefined) throw new RangeError('two tabs');
  expect(follower.view().role).toBe('follower');
  const [one, other] = [leader, follower].map((softphone) => exported(softphone, callKey).slice(1));
  expect(other).toEqual(one);
  expect(one?.filter(({ kind }) => kind === 'action').map(({ text }) => text)).toEqual([
    'The Contact record was found.',
    'The Contact record was opened.',
    'The interaction was saved.',
    'The call log was written and closed.',
  ]);
  expect(tuplesOf(follower)).toEqual(told);
});

test.each([
  ['every tab', [0, 1, 2]],
  ['the leader’s tab', [0]],
  ['one follower’s tab', [1]],
  ['the followers’ tabs', [1, 2]],
] as const)(
  'what the dialler said in %s is in every tab’s export once, and can be replayed',
  async (_what, hearers) => {
    const { lab, tabs, told } = await open(3, TETHERED);
    for (const word of STORY) {
      for (const index of hearers) tabs[index]?.softphone.signalDialer(says(word));
      await lab.clock.advance(400_000);
    }
    expect(told.length).toBe(STORY.length);
    const messages = tabs.map(
      ({ softphone }) =>
        exported(softphone).filter(({ text }) => text === 'The dialler sent a message.').length,
    );
    expect(messages).toEqual([STORY.length, STORY.length, STORY.length]);
    expect(tabs.map(({ softphone }) => tuplesOf(softphone))).toEqual([told, told, told]);
  },
);

test('a tab that came to lead in the middle of a call exports the whole call', async () => {
  const { lab, tabs, told } = await open(2, TETHERED);
  for (const [index, word] of STORY.entries()) {
    if (index === 2) tabs[0]?.crash();
    tabs[1]?.softphone.signalDialer(says(word));
    await lab.clock.advance(400_000);
  }
  const successor = tabs[1]?.softphone;
  if (successor === undefined) throw new RangeError('two tabs');
  expect([successor.view().role, told.length]).toEqual(['leader', STORY.length]);
  expect(tuplesOf(successor)).toEqual(told);
});

test('a tab that led before does not repeat what it knows already', async () => {
  const { lab, tabs } = await open(2);
  for (const tab of tabs) tab.see(ringing('c-1'));
  await lab.clock.advance(1_000);
  const [first, second] = tabs.map(({ softphone }) => softphone);
  if (first === undefined || second === undefined) throw new RangeError('two tabs');
  second.ccpStatus({ kind: 'ready', at: lab.clock.now(), text: '' });
  first.ccpStatus({ kind: 'unreachable', at: lab.clock.now(), text: '' });
  await lab.clock.advance(5_000);
  expect([first.view().role, second.view().role]).toEqual(['follower', 'leader']);
  for (const tab of tabs) tab.see(talking('c-1'));
  await lab.clock.advance(5_000);

  const ofCall = (softphone: Softphone): string[] =>
    exported(softphone).flatMap(({ kind, text, callKey }) => (callKey === null ? [] : [`${kind}: ${text}`]));
  expect(ofCall(first)).toEqual(ofCall(second));
});

test('two tabs without a lock do not act on each other’s messages', async () => {
  const lab = createLab({ lock: false });
  const tabs = [await lab.open(TETHERED), await lab.open(TETHERED)];
  const told: string[] = [];
  for (const tab of tabs) {
    tab.see();
    tab.softphone.subscribeEvents(({ tuple }) => told.push(tuple));
  }
  await lab.clock.advance(1_000);
  tabs[0]?.softphone.signalDialer(says('CustAnswered'));
  await lab.clock.advance(1_000);
  expect(told).toEqual(['tethered.progressive.regular-call.cust-answered']);
});
