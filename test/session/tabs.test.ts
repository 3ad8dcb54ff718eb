import type { ContactObservation } from '../../src/model/observation.ts';
import { ALEX, ROBIN } from '../support/fake-runner.ts';
import { INBOUND_STAGES } from '../support/inbound-call.ts';
import { ORG_ID, USER_ID, createLab } from '../support/softphone-lab.ts';
import type { Lab, LabTab } from '../support/softphone-lab.ts';

const { ringing, talking, ended } = INBOUND_STAGES;

async function see(lab: Lab, tabs: readonly LabTab[], ...contacts: ContactObservation[]): Promise<void> {
  for (const tab of tabs) tab.see(...contacts);
  await lab.clock.advance(1_000);
}

async function openTwo(): Promise<{ lab: Lab; first: LabTab; second: LabTab }> {
  const lab = createLab();
  lab.org.matches = [ROBIN];
  const first = await lab.open();
  const second = await lab.open();
  return { lab, first, second };
}

const openedIn = (lab: Lab): string[] =>
  lab.org.calls.flatMap((call) => (call.kind === 'open' ? [call.tab] : []));

test('of two tabs one leads and acts, the other shows the same cards', async () => {
  const { lab, first, second } = await openTwo();
  for (const contacts of [[ringing('c-1')], [talking('c-1')], [ended('c-1')], []]) {
    await see(lab, [first, second], ...contacts);
  }

  expect([first.softphone.view().role, second.softphone.view().role]).toEqual(['leader', 'follower']);
  expect(lab.org.calls.map(({ kind }) => kind)).toEqual(['lookUp', 'open', 'apply', 'apply']);
  expect(second.softphone.view().cards).toEqual(first.softphone.view().cards);
  expect(second.softphone.view().cards.length).toBe(1);
});

test('a tab that opens in mid-call shows the leader’s cards at once', async () => {
  const lab = createLab();
  const first = await lab.open();
  await see(lab, [first], talking('c-1'));

  const second = await lab.open();

  expect(second.softphone.view().role).toBe('follower');
  expect(second.softphone.view().cards).toEqual(first.softphone.view().cards);
});

test('each tab shows the state of its own CCP', async () => {
  const { lab, first, second } = await openTwo();
  first.softphone.ccpStatus({ kind: 'ready', at: lab.clock.now(), text: '' });
  second.softphone.ccpStatus({ kind: 'login-needed', at: lab.clock.now(), text: 'Sign in.' });
  await lab.clock.advance(10);
  expect([first, second].map((tab) => tab.softphone.view().ccp.kind)).toEqual(['ready', 'login-needed']);
});

test('the page opens in the tab that was looked at last', async () => {
  const { lab, first, second } = await openTwo();
  first.softphone.focused();
  await lab.clock.advance(1_000);
  second.softphone.focused();
  await lab.clock.advance(1_000);
  await see(lab, [first, second], ringing('c-1'));
  expect(openedIn(lab)).toEqual(['tab-2']);
});

test('the page opens in the leading tab when the other does not answer, and not in both', async () => {
  const { lab, first, second } = await openTwo();
  second.softphone.focused();
  await lab.clock.advance(1_000);
  second.crash();
  first.see(ringing('c-1'));
  await lab.clock.advance(999);
  expect(openedIn(lab)).toEqual([]);
  await lab.clock.advance(1);
  expect(openedIn(lab)).toEqual(['tab-1']);
});

test('a tab that hears too late that it should open a page does not open it', async () => {
  const { lab, first } = await openTwo();
  const other = lab.browser.openTab();
  const request = {
    target: { kind: 'object-home', object: 'Case' },
    where: 'tab',
    parentRecordId: null,
    label: null,
  };
  const ask = (until: number): void =>
    other.tabs.post({
      paceline: 1,
      partition: `${ORG_ID.slice(0, 15)}/${USER_ID.slice(0, 15)}`,
      from: 'other',
      message: { type: 'open', to: first.id, id: `${until}`, until, asked: false, request },
    });
  ask(lab.clock.now() - 1);
  await lab.clock.advance(100);
  expect(openedIn(lab)).toEqual([]);
  ask(lab.clock.now() + 1_000);
  await lab.clock.advance(100);
  expect(openedIn(lab)).toEqual(['tab-1']);
});

test('when the leader dies the other tab takes over without a gap', async () => {
  const { lab, first, second } = await openTwo();
  await see(lab, [first, second], ringing('c-1'));
  first.crash();
  await see(lab, [second], talking('c-1'));
  await see(lab, [second], ended('c-1'));
  await see(lab, [second]);

  expect(second.softphone.view().role).toBe('leader');
  expect(lab.org.calls.map(({ kind }) => kind)).toEqual(['lookUp', 'open', 'apply', 'apply']);
  expect(lab.org.tasks.size).toBe(1);
});

test('what the dead leader had only written down is done by its successor', async () => {
  const { lab, first, second } = await openTwo();
  for (const contacts of [[ringing('c-1')], [talking('c-1')]]) await see(lab, [first, second], ...contacts);
  for (const tab of [first, second]) tab.see(ended('c-1'));
  first.see();
  second.see();
  first.crash();
  await lab.clock.advance(5_000);

  expect(lab.org.tasks.size).toBe(1);
  expect([...lab.org.done.values()].map(({ kind }) => kind)).toEqual([
    'save-interaction',
    'close-interaction',
  ]);
});

test('a successor that saw less than the dead leader ends no call, and goes on with what it sees next', async () => {
  const { lab, first, second } = await openTwo();
  await see(lab, [first, second], talking('c-1'));
  first.see(talking('c-1'), talking('c-2'));
  first.crash();
  await lab.clock.advance(1_000);
  expect(second.softphone.view().cards.map(({ call }) => [call.callId, call.state])).toEqual([
    ['c-2', 'connected'],
    ['c-1', 'connected'],
  ]);

  await see(lab, [second], talking('c-1'));

  const [gone] = second.softphone.view().cards.filter(({ call }) => call.callId === 'c-2');
  expect(gone?.sentence).toBe(
    'The contact was cleared (its end was not seen and is estimated; seen after a page load).',
  );
});

test('a follower explains actions from what the leader tells', async () => {
  const { lab, first, second } = await openTwo();
  await see(lab, [first, second], ringing('c-1'));
  const key = second.softphone.view().cards[0]?.actions[0]?.key ?? '';
  expect(second.softphone.explain(key)).toBe(first.softphone.explain(key));
  expect(second.softphone.explain(key)).toBe('Pop done: rule pop matched; the Contact record was opened.');
});

test('a tab that is closed properly hands over at once', async () => {
  const { lab, first, second } = await openTwo();
  await see(lab, [first, second], talking('c-1'));
  first.softphone.stop();
  await lab.clock.advance(10);
  expect(second.softphone.view().role).toBe('leader');
  expect(second.softphone.view().cards.map(({ call }) => call.callId)).toEqual(['c-1']);
});

test('a stopped softphone does nothing more', async () => {
  const { lab, first } = await openTwo();
  const heard: unknown[] = [];
  first.softphone.subscribe((view) => heard.push(view));
  first.softphone.stop();
  first.softphone.stop();
  first.see(ringing('c-1'));
  first.softphone.start();
  first.softphone.signalDialer({});
  first.softphone.ccpStatus({ kind: 'ready', at: 0, text: '' });
  await lab.clock.advance(60_000);
  expect(heard).toEqual([]);
  expect(lab.org.calls).toEqual([]);
});

test('the agent chooses in whichever tab, and the record opens there', async () => {
  const { lab, first, second } = await openTwo();
  lab.org.matches = [ROBIN, ALEX];
  first.softphone.focused();
  await see(lab, [first, second], ringing('c-1'));
  const [pop] = second.softphone.view().cards[0]?.actions ?? [];
  expect([pop?.status, pop?.text, pop?.matches]).toEqual([
    'waiting',
    '2 records were found: choose one.',
    [ROBIN, ALEX],
  ]);

  second.softphone.command({ kind: 'choose-match', key: pop?.key ?? '', recordId: ALEX.recordId });
  await lab.clock.advance(1_000);

  expect(openedIn(lab)).toEqual(['tab-2']);
  expect(second.softphone.view().cards[0]?.actions.map(({ status, recordId }) => [status, recordId])).toEqual(
    [['done', ALEX.recordId]],
  );
});

test('messages of other software, other users and other versions are ignored', async () => {
  const lab = createLab();
  const tab = await lab.open();
  const stranger = lab.browser.openTab();
  const partition = '00D000000000001/005000000000009';
  for (const message of [
    null,
    'hello',
    { paceline: 2, partition, from: 'x', message: { type: 'hello' } },
    { paceline: 1, partition, from: 'x', message: { type: 'view', view: { cards: [] } } },
    { paceline: 1, partition, from: 'x', message: { type: 'command', command: { kind: 'format-disk' } } },
  ]) {
    stranger.tabs.post(message);
  }
  await lab.clock.advance(1_000);
  expect(tab.softphone.view().role).toBe('leader');
});

describe('when the leader’s CCP fails', () => {
  const report = async (lab: Lab, tab: LabTab, kind: 'ready' | 'lost'): Promise<void> => {
    tab.softphone.ccpStatus({ kind, at: lab.clock.now(), text: '' });
    await lab.clock.advance(100);
  };
  const roles = (...tabs: LabTab[]): string[] => tabs.map((tab) => tab.softphone.view().role);

  test('a tab whose CCP works takes over in mid-call, and nothing is repeated', async () => {
    const { lab, first, second } = await openTwo();
    for (const tab of [first, second]) await report(lab, tab, 'ready');
    await see(lab, [first, second], ringing('c-1'));
    await report(lab, first, 'lost');
    expect(roles(first, second)).toEqual(['follower', 'leader']);

    for (const contacts of [[talking('c-1')], [ended('c-1')], []]) await see(lab, [second], ...contacts);

    expect(lab.org.calls.map(({ kind }) => kind)).toEqual(['lookUp', 'open', 'apply', 'apply']);
    expect(first.softphone.view().cards).toEqual(second.softphone.view().cards);
  });

  test('its successor asks where the agent looks', async () => {
    const lab = createLab();
    lab.org.matches = [ROBIN];
    const first = await lab.open();
    first.softphone.focused();
    const second = await lab.open();
    for (const tab of [first, second]) await report(lab, tab, 'ready');
    await report(lab, first, 'lost');
    await see(lab, [second], ringing('c-1'));
    expect([...roles(first, second), ...openedIn(lab)]).toEqual(['follower', 'leader', 'tab-1']);
  });

  test('it stays the leader while no other CCP works', async () => {
    const { lab, first, second } = await openTwo();
    await report(lab, first, 'ready');
    await report(lab, first, 'lost');
    expect(roles(first, second)).toEqual(['leader', 'follower']);

    await report(lab, second, 'ready');
    expect(roles(first, second)).toEqual(['follower', 'leader']);
  });

  test('it can lead again, and tells the story of the call once', async () => {
    const { lab, first, second } = await openTwo();
    for (const tab of [first, second]) await report(lab, tab, 'ready');
    await see(lab, [first, second], ringing('c-1'));
    await report(lab, first, 'lost');
    await see(lab, [second], talking('c-1'));
    await report(lab, first, 'ready');
    await report(lab, second, 'lost');
    await see(lab, [first], talking('c-1'));

    expect(roles(first, second)).toEqual(['leader', 'follower']);
    const told = first.softphone.view().cards[0]?.timeline.filter(({ kind }) => kind === 'event');
    expect(told?.map(({ text }) => text)).toEqual([
      'The call is ringing at the agent.',
      'The agent took the call and talks to the customer.',
    ]);
  });
});

describe('while the agent types', () => {
  test('the page opens in the background', async () => {
    const { lab, first, second } = await openTwo();
    first.softphone.typed();
    await lab.clock.advance(2_000);
    await see(lab, [first, second], ringing('c-1'));
    const open = lab.org.calls.find(({ kind }) => kind === 'open');
    expect(open?.kind === 'open' && open.request.where).toBe('background');
  });

  test('the tab that opens the page judges by its own keys', async () => {
    const { lab, first, second } = await openTwo();
    second.softphone.focused();
    first.softphone.typed();
    await lab.clock.advance(100);
    await see(lab, [first, second], ringing('c-1'));
    const open = lab.org.calls.find(({ kind }) => kind === 'open');
    expect(open?.kind === 'open' && [open.tab, open.request.where]).toEqual(['tab-2', 'reuse']);
  });

  test('three seconds after the last key it is over', async () => {
    const { lab, first, second } = await openTwo();
    first.softphone.typed();
    await lab.clock.advance(3_000);
    await see(lab, [first, second], ringing('c-1'));
    const open = lab.org.calls.find(({ kind }) => kind === 'open');
    expect(open?.kind === 'open' && open.request.where).toBe('reuse');
  });

  test('a page that was only offered opens when the agent asks for it, there and in front', async () => {
    const { lab, first, second } = await openTwo();
    lab.org.opening = { status: 'offered', reason: 'You are typing' };
    await see(lab, [first, second], ringing('c-1'));
    const [offered] = second.softphone.view().cards[0]?.actions ?? [];
    expect([offered?.status, offered?.text, offered?.offer?.target.kind]).toEqual([
      'offered',
      'You are typing.',
      'record',
    ]);

    lab.org.opening = { status: 'opened', tabId: null };
    second.softphone.typed();
    second.softphone.command({ kind: 'open-offer', key: offered?.key ?? '' });
    await lab.clock.advance(1_000);

    const last = lab.org.calls.at(-1);
    expect(last?.kind === 'open' && [last.tab, last.request.where]).toEqual(['tab-2', 'reuse']);
    expect(second.softphone.view().cards[0]?.actions[0]?.status).toBe('done');
  });
});
