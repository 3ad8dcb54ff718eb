import { createSessionStore } from '../../src/session/session-store.ts';
import { INBOUND_STAGES } from '../support/inbound-call.ts';
import { INBOUND_RULES, ORG_ID, USER_ID, configuration, createLab } from '../support/softphone-lab.ts';
import type { Lab, LabTab } from '../support/softphone-lab.ts';

const { ringing, talking, ended } = INBOUND_STAGES;
const OTHER_USER = '005000000000002AAA';
const raise = (text: string): never => {
  throw new Error(text);
};
const OWN_KEY = `paceline/session/${ORG_ID.slice(0, 15)}/005000000000001`;

async function playCall(lab: Lab, tab: LabTab): Promise<void> {
  for (const contacts of [[ringing('c-1')], [talking('c-1')], [ended('c-1')], []]) {
    tab.see(...contacts);
    await lab.clock.advance(1_000);
  }
}

/** Another user leaves a call whose record was never written. */
async function leaveUnfinished(lab: Lab): Promise<void> {
  lab.org.faults.push({ on: 'apply', when: 'hang' });
  const tab = await lab.open(configuration({}, INBOUND_RULES.slice(1, 2), OTHER_USER));
  tab.see(talking('c-9'));
  await lab.clock.advance(1_000);
  tab.crash();
  lab.org.calls.length = 0;
}

describe('when storage throws', () => {
  test('the call goes on in memory and the agent is told', async () => {
    const lab = createLab();
    lab.browser.storageError = new DOMException('The quota has been exceeded', 'QuotaExceededError');
    const tab = await lab.open();
    await playCall(lab, tab);

    expect(lab.org.tasks.size).toBe(1);
    expect(tab.softphone.view().warnings).toEqual([
      "This browser's storage fails: It cannot be written (The quota has been exceeded). Calls go on, but a page reload would forget them; free some storage or allow it for this site.",
    ]);
  });

  test('the warning goes and everything is stored as soon as storage works again', async () => {
    const lab = createLab();
    lab.browser.storageError = new Error('disabled');
    const tab = await lab.open();
    tab.see(ringing('c-1'));
    await lab.clock.advance(1_000);
    lab.browser.storageError = null;
    tab.see(talking('c-1'));
    await lab.clock.advance(1_000);

    expect(tab.softphone.view().warnings).toEqual([]);
    expect([...lab.browser.items.keys()]).toEqual([OWN_KEY]);
  });
});

describe('on a hot desk', () => {
  test('another user’s unfinished actions are counted and never sent', async () => {
    const lab = createLab();
    await leaveUnfinished(lab);

    const tab = await lab.open();
    tab.see();
    await lab.clock.advance(600_000);

    expect(lab.org.calls).toEqual([]);
    expect(tab.softphone.view().cards).toEqual([]);
    expect(tab.softphone.view().warnings).toEqual([
      'Another user of this browser left 1 unfinished action. It is sent when that user signs in here again within 24 hours.',
    ]);
  });

  test('they are sent when their user comes back', async () => {
    const lab = createLab();
    await leaveUnfinished(lab);
    const other = await lab.open();
    other.crash();

    const back = await lab.open(configuration({}, INBOUND_RULES.slice(1, 2), OTHER_USER));
    back.see(talking('c-9'));
    await lab.clock.advance(1_000);

    expect(lab.org.calls.map(({ kind }) => kind)).toEqual(['apply']);
  });

  test('after 24 hours they are removed', async () => {
    const lab = createLab();
    await leaveUnfinished(lab);
    await lab.clock.advance(24 * 3_600_000);

    const tab = await lab.open();
    tab.see();

    expect([...lab.browser.items.keys()]).toEqual([OWN_KEY]);
    expect(tab.softphone.view().warnings).toEqual([]);
  });

  test('two users of one browser lead side by side', async () => {
    const lab = createLab();
    const one = await lab.open();
    const other = await lab.open(configuration({}, INBOUND_RULES, OTHER_USER));
    expect([one, other].map((tab) => tab.softphone.view().role)).toEqual(['leader', 'leader']);
  });
});

describe('what cannot be read', () => {
  const damaged: readonly (readonly [string, string, string])[] = [
    ['cut off text', '{"version":1,"tra', 'is not JSON ('],
    ['another version', '{"version":99,"savedAt":1,"unfinished":0}', 'version must be one of 1'],
    ['other data', '[]', 'must be of type object'],
    [
      'a damaged outbox',
      JSON.stringify({
        version: 1,
        savedAt: 1,
        unfinished: 0,
        tracker: {
          version: 1,
          agentId: '',
          at: null,
          calls: [],
          dialerCall: null,
          droppedCallIds: [],
          tethers: [],
          told: [],
          offers: [],
        },
        outbox: { version: 1, plans: [{ callKey: 7 }], links: {} },
        seen: null,
        dialer: { heard: [], recent: [] },
        trace: [],
      }),
      'outbox.plans[0].callKey must be of type string',
    ],
  ];

  test.each(damaged)(
    '%s is left out, aloud, without a copy, and the softphone works',
    async (_what, text, reason) => {
      const lab = createLab();
      lab.browser.items.set(OWN_KEY, text);
      const tab = await lab.open();
      await playCall(lab, tab);

      expect(lab.org.tasks.size).toBe(1);
      const [warning, ...others] = tab.softphone.view().warnings;
      expect(others).toEqual([]);
      expect(warning).toContain('What an earlier page had stored could not be read and is left out (');
      expect(warning).toContain(reason);
      expect([...lab.browser.items.keys()]).toEqual([OWN_KEY]);
      expect(lab.browser.items.get(OWN_KEY)).not.toBe(text);
    },
  );

  test('copies of it that earlier versions kept are removed, whoever’s they are', async () => {
    const lab = createLab();
    const copy = JSON.stringify({
      version: 0,
      savedAt: lab.clock.now(),
      unfinished: 0,
      text: '+12025550143',
    });
    lab.browser.items.set(OWN_KEY.replace('session', 'unreadable'), copy);
    lab.browser.items.set(`paceline/unreadable/${ORG_ID.slice(0, 15)}/${OTHER_USER.slice(0, 15)}`, copy);
    await lab.open();
    expect([...lab.browser.items.keys()]).toEqual([OWN_KEY]);
  });

  test('storage that cannot be tidied is read all the same', async () => {
    const lab = createLab();
    lab.org.faults.push({ on: 'apply', when: 'hang' });
    const first = await lab.open(configuration({}, INBOUND_RULES.slice(1, 2)));
    first.see(talking('c-1'));
    await lab.clock.advance(1_000);
    first.crash();
    const store = { ...lab.browser.openTab().store, remove: () => raise('locked') };
    lab.browser.items.set('paceline/unreadable/x', 'y');

    const session = createSessionStore(store, lab.clock, { orgId: ORG_ID, userId: USER_ID }, 'tab-1').load();
    expect(session?.unfinished).toBe(1);
  });

  test('keys of other software are left alone', async () => {
    const lab = createLab();
    lab.browser.items.set('someone/else', 'not ours');
    await lab.open();
    expect(lab.browser.items.get('someone/else')).toBe('not ours');
  });
});
