import type { OpenTarget } from '../../src/model/action-runner.ts';
import { partitionName } from '../../src/session/session-store.ts';
import { ROBIN } from '../support/fake-runner.ts';
import { INBOUND_STAGES } from '../support/inbound-call.ts';
import { ORG_ID, USER_ID, configuration, createLab } from '../support/softphone-lab.ts';
import type { Lab, LabTab } from '../support/softphone-lab.ts';

const { ringing, talking } = INBOUND_STAGES;
const PARTITION = partitionName({ orgId: ORG_ID, userId: USER_ID });

interface Desk {
  readonly lab: Lab;
  readonly leader: LabTab;
  readonly follower: LabTab;
  /** A script of the same browser speaks on the channel, in the softphone's own form. */
  forge(message: object): Promise<void>;
}

async function openDesk(): Promise<Desk> {
  const lab = createLab();
  lab.org.matches = [ROBIN];
  const config = configuration({ Allowed_Hosts: 'crm.example.com' });
  const leader = await lab.open(config);
  const follower = await lab.open(config);
  const script = lab.browser.openTab();
  return {
    lab,
    leader,
    follower,
    async forge(message) {
      script.tabs.post({ paceline: 1, partition: PARTITION, from: 'script', message });
      await lab.clock.advance(100);
    },
  };
}

const targetsOpened = (lab: Lab): OpenTarget[] =>
  lab.org.calls.flatMap((call) => (call.kind === 'open' ? [call.request.target] : []));

describe('a forged request to open a page', () => {
  async function ask(target: object): Promise<OpenTarget[]> {
    const { lab, leader, forge } = await openDesk();
    const request = { target, where: 'tab', parentRecordId: null, label: null };
    await forge({ type: 'open', to: leader.id, id: '1', until: lab.clock.now() + 500, asked: true, request });
    return targetsOpened(lab);
  }

  test.each([
    [{ kind: 'web', url: 'javascript:alert(1)' }],
    [{ kind: 'web', url: 'https://evil.example/' }],
    [{ kind: 'web', url: '/secur/logout.jsp' }],
    [{ kind: 'record', recordId: '../setup', objectApiName: null }],
    [{ kind: 'component', name: '../evil', state: {} }],
    [{ kind: 'visualforce', page: 'a?b=c', parameters: {} }],
    [{ kind: 'script', code: 'alert(1)' }],
  ])('%j opens nothing', async (target) => {
    expect(await ask(target)).toEqual([]);
  });

  test('opens what a rule could open, so that the refusals prove something', async () => {
    const target = { kind: 'web', url: 'https://crm.example.com/a' };
    expect(await ask(target)).toEqual([target]);
  });
});

test.each([
  ['cards that are none', { cards: [{}] }],
  ['a timeline that is none', { cards: [{ timeline: null }] }],
  ['no cards', { cards: null }],
])('a forged view with %s changes nothing', async (_what, view) => {
  const { lab, leader, follower, forge } = await openDesk();
  for (const tab of [leader, follower]) tab.see(ringing('c-1'));
  await lab.clock.advance(1_000);
  const before = follower.softphone.view();
  await forge({ type: 'view', view: { ...before, ...view } });
  expect(follower.softphone.view()).toEqual(before);
  expect(() => follower.softphone.exportTrace()).not.toThrow();
});

test('a tab that claims to be looked at in the future gets no page', async () => {
  const { lab, leader, follower, forge } = await openDesk();
  leader.softphone.focused();
  await forge({ type: 'focused', at: lab.clock.now() + 60_000 });
  for (const tab of [leader, follower]) tab.see(ringing('c-1'));
  await lab.clock.advance(100);
  expect(lab.org.calls.flatMap((call) => (call.kind === 'open' ? [call.tab] : []))).toEqual([leader.id]);
});

test('a flood of nonsense stops no call', async () => {
  const { lab, leader, follower, forge } = await openDesk();
  const nonsense: unknown[] = [
    null,
    1,
    'x',
    [],
    {},
    { type: 'open' },
    { type: '__proto__' },
    { type: 'command' },
  ];
  for (const message of nonsense) await forge(message as object);
  for (const tab of [leader, follower]) tab.see(talking('c-1'));
  await lab.clock.advance(1_000);
  expect(leader.softphone.view().cards.map(({ call }) => call.callId)).toEqual(['c-1']);
});
