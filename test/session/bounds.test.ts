import { createSessionStore } from '../../src/session/session-store.ts';
import { SAVED_VERSION } from '../../src/session/saved-session.ts';
import type { SavedSession } from '../../src/session/saved-session.ts';
import { createFakeBrowser, createFakeClock } from '../support/fake-ports.ts';
import { ROBIN } from '../support/fake-runner.ts';
import { INBOUND_STAGES } from '../support/inbound-call.ts';
import { ORG_ID, USER_ID, configuration, createLab } from '../support/softphone-lab.ts';
import type { Lab, LabTab } from '../support/softphone-lab.ts';

const { ringing, talking, held, ended } = INBOUND_STAGES;
const CALLS = 300;

function read(lab: Lab): SavedSession {
  return JSON.parse([...lab.browser.items.values()].join()) as SavedSession;
}

/** The most that storage held at any moment of one call, without the counters of offers. */
async function playCall(lab: Lab, tab: LabTab, number: number): Promise<number> {
  let most = 0;
  for (const stage of [ringing, talking, held, talking, ended, null]) {
    tab.see(...(stage === null ? [] : [stage(`c-${String(number).padStart(4, '0')}`)]));
    await lab.clock.advance(1_000);
    const session = read(lab);
    const offers = JSON.stringify(session.tracker?.offers).length;
    most = Math.max(most, JSON.stringify(session).length - offers);
  }
  return most;
}

test(`over ${CALLS} calls storage holds no more than for one, offer counters aside, and never an old number`, async () => {
  const lab = createLab();
  lab.org.matches = [ROBIN];
  const tab = await lab.open();
  const sizes: number[] = [];
  for (let number = 1; number <= CALLS; number += 1) sizes.push(await playCall(lab, tab, number));

  expect(Math.max(...sizes)).toBeLessThanOrEqual((sizes[0] ?? 0) + 200);
  expect([...lab.browser.items.keys()].length).toBe(1);
  const { tracker, outbox, trace, seen } = read(lab);
  expect([tracker?.calls, tracker?.told, outbox, trace]).toEqual([
    [],
    [],
    { version: 2, plans: [], links: {} },
    [],
  ]);
  expect(seen?.content.length).toBeLessThan(20);
  expect(JSON.stringify(read(lab))).not.toContain('2025550143');
});

test('of a call that goes on for hours the last forty lines are stored', async () => {
  const lab = createLab();
  const tab = await lab.open(configuration({ Unmatched_Policy: 'warn' }));
  tab.see(talking('c-1'));
  for (let turn = 1; turn <= 100; turn += 1) {
    await lab.clock.advance(30_000);
    tab.see(turn % 2 === 0 ? talking('c-1') : held('c-1'));
  }
  await lab.clock.advance(1_000);
  const { trace } = read(lab);
  const shown = tab.softphone.view().cards[0]?.timeline ?? [];
  expect([trace.length, shown.length > 100]).toEqual([40, true]);
  expect(trace).toEqual(JSON.parse(JSON.stringify(shown.slice(-40))));
});

test('what is stored already is not written again only because time has passed, but is after another tab may have written', () => {
  const clock = createFakeClock();
  const browser = createFakeBrowser(clock);
  const store = createSessionStore(
    browser.openTab().store,
    clock,
    { orgId: ORG_ID, userId: USER_ID },
    'tab-1',
  );
  const session: SavedSession = {
    version: SAVED_VERSION,
    savedAt: 1,
    browser: 'browser-1',
    unfinished: 0,
    tracker: null,
    outbox: null,
    seen: null,
    dialer: { heard: [], recent: [] },
    trace: [],
  };
  const writes = (): number => browser.writes.filter((key) => key.startsWith('paceline/session/')).length;
  store.save(session);
  store.save({ ...session, savedAt: 2 });
  expect(writes()).toBe(1);
  store.save({ ...session, savedAt: 3, unfinished: 1 });
  expect(writes()).toBe(2);
  store.load();
  store.save({ ...session, savedAt: 4, unfinished: 1 });
  expect(writes()).toBe(3);
});
