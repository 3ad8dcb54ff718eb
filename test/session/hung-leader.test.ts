import type { ContactObservation } from '../../src/model/observation.ts';
import { partitionName } from '../../src/session/session-store.ts';
import { ROBIN } from '../support/fake-runner.ts';
import { INBOUND_STAGES } from '../support/inbound-call.ts';
import { ORG_ID, USER_ID, createLab } from '../support/softphone-lab.ts';
import type { Lab, LabTab } from '../support/softphone-lab.ts';

const { ringing, talking, ended } = INBOUND_STAGES;
const LOCK = `paceline/leader/${partitionName({ orgId: ORG_ID, userId: USER_ID })}`;
const MINUTE = 60_000;

async function openTabs(count: number): Promise<{ lab: Lab; tabs: LabTab[] }> {
  const lab = createLab();
  lab.org.matches = [ROBIN];
  const tabs: LabTab[] = [];
  for (let index = 0; index < count; index += 1) tabs.push(await lab.open());
  return { lab, tabs };
}

const isWarned = (tab: LabTab | undefined): boolean | undefined =>
  tab?.softphone.view().warnings.some((text) => text.includes('does not answer'));
const roles = (tabs: readonly LabTab[]): string[] => tabs.map(({ softphone }) => softphone.view().role);

/** A call of a minute and a half, and after it a minute and a half without one. */
async function playCall(lab: Lab, tabs: readonly LabTab[], id: string): Promise<void> {
  const see = (...contacts: readonly ContactObservation[]): void =>
    tabs.forEach((tab) => tab.see(...contacts));
  see(ringing(id));
  await lab.clock.advance(5_000);
  see(talking(id));
  await lab.clock.advance(MINUTE);
  see(ended(id));
  await lab.clock.advance(MINUTE / 2);
  see();
  await lab.clock.advance(1.5 * MINUTE);
}

test('all calls of twenty minutes are logged while the leading tab hangs', async () => {
  const { lab, tabs } = await openTabs(2);
  const [first, second] = tabs;
  first?.freeze();
  for (let number = 1; number <= 6; number += 1) {
    await playCall(lab, second === undefined ? [] : [second], `c-${number}`);
  }
  expect(lab.org.tasks.size).toBe(6);
  expect(second?.softphone.view().role).toBe('leader');
});

test('the agent is told within ten seconds, and no longer once a tab works again', async () => {
  const { lab, tabs } = await openTabs(2);
  const [first, second] = tabs;
  first?.freeze();
  second?.see(ringing('c-1'));
  await lab.clock.advance(8_000);
  expect(isWarned(second)).toBe(false);
  await lab.clock.advance(2_000);
  expect(isWarned(second)).toBe(true);
  await lab.clock.advance(30_000);
  expect([isWarned(second), second?.softphone.view().role]).toEqual([false, 'leader']);
});

test('a script that squats on the lock keeps no call from its log', async () => {
  const lab = createLab();
  lab.browser.openTab().lock.hold(LOCK, () => undefined);
  await lab.clock.advance(10);
  const tab = await lab.open();
  expect(tab.softphone.view().role).toBe('starting');
  await playCall(lab, [tab], 'c-1');
  expect([lab.org.tasks.size, tab.softphone.view().role]).toEqual([1, 'leader']);
});

test('of several waiting tabs one takes over', async () => {
  const { lab, tabs } = await openTabs(4);
  const [first, ...waiting] = tabs;
  first?.freeze();
  await playCall(lab, waiting, 'c-1');
  expect(roles(waiting).sort()).toEqual(['follower', 'follower', 'leader']);
  expect(lab.org.tasks.size).toBe(1);
});

test('a leader that answers is never robbed, however long a call lasts', async () => {
  const { lab, tabs } = await openTabs(2);
  for (const tab of tabs) tab.see(talking('c-1'));
  await lab.clock.advance(60 * MINUTE);
  expect(roles(tabs)).toEqual(['leader', 'follower']);
  expect(tabs.map(isWarned)).toEqual([false, false]);
});

test('without a call nobody asks for the leader', async () => {
  const { lab, tabs } = await openTabs(2);
  const pending = lab.clock.pending();
  tabs[0]?.freeze();
  await lab.clock.advance(60 * MINUTE);
  expect([lab.clock.pending() <= pending, roles(tabs.slice(1))]).toEqual([true, ['follower']]);
});

test('a leader that was robbed though it works steps down, and nothing is written twice', async () => {
  const { lab, tabs } = await openTabs(2);
  const [first] = tabs;
  first?.mute();
  await playCall(lab, tabs, 'c-1');
  await playCall(lab, tabs, 'c-2');
  expect(roles(tabs).sort()).toEqual(['follower', 'leader']);
  expect(lab.org.tasks.size).toBe(2);
  expect([...lab.org.done.keys()].length).toBe(new Set(lab.org.done.keys()).size);
});

test('what only a waiting tab saw while the leader hung is kept until a leader acts on it', async () => {
  const { lab, tabs } = await openTabs(2);
  const [first, second] = tabs;
  first?.freeze();
  second?.see(ringing('c-1'));
  await lab.clock.advance(1_000);
  second?.see(talking('c-1'));
  await lab.clock.advance(3_000);
  second?.see(ended('c-1'));
  await lab.clock.advance(2_000);
  second?.see();
  await lab.clock.advance(10 * MINUTE);
  expect(lab.org.tasks.size).toBe(1);
});
