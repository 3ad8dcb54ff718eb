import type { OpenRequest, OpenResult, RunnerResult } from '../../src/model/action-runner.ts';
import { createFocus } from '../../src/session/focus.ts';
import { createPageOpener } from '../../src/session/page-opener.ts';
import type { PageOpener } from '../../src/session/page-opener.ts';
import type { TabLink } from '../../src/session/tab-link.ts';
import { createFakeClock, createFakeIds } from '../support/fake-ports.ts';
import type { FakeClock } from '../support/fake-ports.ts';

const REQUEST: OpenRequest = {
  target: { kind: 'object-home', object: 'Case' },
  where: 'tab',
  parentRecordId: null,
  label: null,
};
type Result = RunnerResult<OpenResult>;
const OPENED: Result = { ok: true, value: { status: 'opened', tabId: null } };
type TabName = 'leader' | 'other';

/** Two tabs; the agent looks at the other one. */
interface Desk {
  readonly clock: FakeClock;
  /** Tab and time of every page that opened. */
  readonly opened: (readonly [TabName, number])[];
  /** So long messages of each tab travel, in milliseconds. */
  readonly delays: Record<TabName, number>;
  /** What opening a page in the other tab does. */
  openThere: () => Promise<Result>;
  /** The leader opens a page; answers what came of it and when. */
  ask(): (readonly [number, Result])[];
}

function createDesk(): Desk {
  const clock = createFakeClock(0);
  const opened: (readonly [TabName, number])[] = [];
  const delays = { leader: 0, other: 0 };
  const heard: Record<TabName, Parameters<TabLink['listen']>[0][]> = { leader: [], other: [] };

  function openTab(tabId: TabName, to: TabName, open: () => Promise<Result>): PageOpener {
    const link: TabLink = {
      tabId,
      post: (message) =>
        void clock.setTimer(delays[tabId], () => heard[to].forEach((handler) => handler(message, tabId))),
      hasOthers: () => true,
      listen: (handler) => void heard[tabId].push(handler),
      stop: () => undefined,
    };
    const focus = createFocus(clock, link);
    if (tabId === 'other') clock.setTimer(1, focus.focused);
    const runner = {
      open() {
        opened.push([tabId, clock.now()]);
        return open();
      },
    };
    return createPageOpener({ clock, ids: createFakeIds(tabId), link, focus, runner, allowedHosts: [] });
  }

  const openPage = openTab('leader', 'other', () => Promise.resolve(OPENED));
  openTab('other', 'leader', () => desk.openThere());
  const desk: Desk = {
    clock,
    opened,
    delays,
    openThere: () => Promise.resolve(OPENED),
    ask() {
      const results: (readonly [number, Result])[] = [];
      void openPage(REQUEST, null).then((result) => results.push([clock.now(), result]));
      return results;
    },
  };
  return desk;
}

/** The agent looks at the other tab; a second later the leader opens a page. */
async function openWithDelays(leader: number, other: number): Promise<Desk['opened']> {
  const desk = createDesk();
  await desk.clock.advance(1_000);
  Object.assign(desk.delays, { leader, other });
  const results = desk.ask();
  await desk.clock.advance(60_000);
  expect(results.map(([, result]) => result)).toEqual([OPENED]);
  return desk.opened;
}

test.each([
  ['at once', 0, 0, 'other', 1_000],
  ['at the last moment, and its word too', 500, 499, 'other', 1_500],
  ['too late by a millisecond', 501, 0, 'leader', 2_000],
  ['600 ms late', 600, 0, 'leader', 2_000],
  ['so late that its word would come with the end of waiting', 995, 10, 'leader', 2_000],
  ['when nobody waits any more', 5_000, 0, 'leader', 2_000],
] as const)('a page opens once when the other tab hears of it %s', async (_what, to, back, tab, at) => {
  expect(await openWithDelays(to, back)).toEqual([[tab, at]]);
});

test('a page opens in one tab, however late it is asked for there', async () => {
  for (let delay = 0; delay <= 1_500; delay += 25) {
    for (const back of [0, 25, 250, 475]) {
      expect([delay, back, (await openWithDelays(delay, back)).length]).toEqual([delay, back, 1]);
    }
  }
});

test('a tab that did not answer is not asked again', async () => {
  const desk = createDesk();
  await desk.clock.advance(1_000);
  desk.delays.leader = 100_000;
  desk.ask();
  await desk.clock.advance(10_000);
  desk.ask();
  await desk.clock.advance(10_000);
  expect(desk.opened).toEqual([
    ['leader', 2_000],
    ['leader', 11_000],
  ]);
});

test('a tab that begins and never confirms leaves the matter unsure, and no second page opens', async () => {
  const desk = createDesk();
  await desk.clock.advance(1_000);
  desk.openThere = () => new Promise(() => undefined);
  const results = desk.ask();
  await desk.clock.advance(60_000);
  expect(desk.opened).toEqual([['other', 1_000]]);
  const failure = {
    code: 'TIMEOUT',
    message: 'The tab did not confirm that it opened the page',
    heals: false,
  };
  expect(results).toEqual([[13_000, { ok: false, failure }]]);
});

test('what fails in the other tab is said in the leading one', async () => {
  const desk = createDesk();
  await desk.clock.advance(1_000);
  desk.openThere = () => Promise.reject(new Error('no such page'));
  const results = desk.ask();
  await desk.clock.advance(60_000);
  const failure = { code: 'UNKNOWN', message: 'no such page', heals: false };
  expect(results).toEqual([[1_000, { ok: false, failure }]]);
});
