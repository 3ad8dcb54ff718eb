import type { RuleRecord } from '../../src/model/apex-contract.ts';
import { agentObservation } from '../support/inbound-call.ts';
import { configuration, createLab, ruleRecord } from '../support/softphone-lab.ts';
import type { Lab, LabTab } from '../support/softphone-lab.ts';

const CONFIGURATION = configuration({ Setup: 'tethered', Default_Pacing: 'progressive' }, [
  ruleRecord('log', { events: ['dropped'] }, [{ type: 'update-call-log', id: 'log' }]),
] satisfies readonly RuleRecord[]);
const STORY = ['CustAnswered', 'Hold', 'CustAnswered', 'Hold', 'CustAnswered', 'ACW', 'DROPPED'];
const TUPLES = ['cust-answered', 'hold', 'cust-answered', 'hold', 'cust-answered', 'acw', 'dropped'].map(
  (word) => `tethered.progressive.regular-call.${word}`,
);

const says = (event: string): unknown => ({
  channel: 'amazon',
  topic: 'outboundCall',
  subtopic: 'OutboundCallStateChange',
  message: { call: { id: 4711, CallType: 'Regular-Call', event } },
});

async function openTabs(count: number): Promise<{ lab: Lab; tabs: LabTab[]; heard: string[] }> {
  const lab = createLab();
  const heard: string[] = [];
  const tabs: LabTab[] = [];
  for (let number = 1; number <= count; number += 1) {
    const tab = await lab.open(CONFIGURATION);
    tab.softphone.subscribeEvents(({ tuple }) => heard.push(tuple));
    tab.softphone.observe(agentObservation(lab.clock.now(), []));
    tabs.push(tab);
  }
  await lab.clock.advance(1_000);
  return { lab, tabs, heard };
}

async function tell(lab: Lab, tabs: readonly LabTab[], words: readonly string[]): Promise<void> {
  for (const word of words) {
    for (const tab of tabs) tab.softphone.signalDialer(says(word));
    await lab.clock.advance(200);
  }
}

test('a dialler that speaks in a follower’s tab only is heard', async () => {
  const { lab, tabs, heard } = await openTabs(2);
  await tell(lab, tabs.slice(1), STORY);
  await lab.clock.advance(5_000);
  expect(heard).toEqual(TUPLES);
  expect(lab.org.tasks.size).toBe(1);
});

test('a dialler that speaks in every tab is heard once', async () => {
  const { lab, tabs, heard } = await openTabs(3);
  await tell(lab, tabs, STORY);
  await lab.clock.advance(5_000);
  expect(heard).toEqual(TUPLES);
  expect(lab.org.tasks.size).toBe(1);
});

test('the leader’s trace, exported, holds each message once', async () => {
  const { lab, tabs } = await openTabs(2);
  await tell(lab, tabs, STORY);
  const entries = JSON.parse(tabs[0]?.softphone.exportTrace() ?? '[]') as { text: string }[];
  expect(entries.filter(({ text }) => text === 'The dialler sent a message.').length).toBe(STORY.length);
});

test('the state of the tether is shown in every tab, whichever tab heard it', async () => {
  const { lab, tabs } = await openTabs(3);
  tabs[2]?.softphone.signalDialer({
    channel: 'amazon',
    topic: 'outboundCall',
    subtopic: 'SetNailupDetails',
    message: { callStatus: 'Connected' },
  });
  await lab.clock.advance(100);
  expect(tabs.map(({ softphone }) => softphone.view().tetherStatus)).toEqual([
    'Connected',
    'Connected',
    'Connected',
  ]);
});

describe.each(STORY.map((_, count) => count))('when the leader dies after %i messages', (count) => {
  test.each([
    ['its successor', [1]],
    ['a third tab', [2]],
    ['both other tabs', [1, 2]],
  ] as const)('what %s heard meanwhile is not lost, and nothing is repeated', async (_who, hearers) => {
    const { lab, tabs, heard } = await openTabs(3);
    const [leader] = tabs;
    const hearing = hearers.flatMap((index) => tabs[index] ?? []);
    await tell(lab, hearing, STORY.slice(0, count));
    leader?.freeze();
    await tell(lab, hearing, STORY.slice(count));
    leader?.crash();
    await lab.clock.advance(5_000);
    expect(heard).toEqual(TUPLES);
    expect(lab.org.tasks.size).toBe(1);
  });
});

test('a forged message on the tabs’ channel is refused', async () => {
  const { lab, tabs, heard } = await openTabs(1);
  const partition = '00D000000000001/005000000000001';
  const stranger = lab.browser.openTab();
  for (const signal of [null, { kind: 'call', at: 1, callId: 7 }, { kind: 'call', at: 1, word: 'dropped' }]) {
    const message = { type: 'dialer', number: 1, signal, message: null };
    stranger.tabs.post({ paceline: 1, partition, from: 'x', message });
  }
  await lab.clock.advance(100);
  expect([heard, tabs[0]?.softphone.view().cards]).toEqual([[], []]);
});
