import type { ContactObservation } from '../../src/model/observation.ts';
import type { CtiEvent } from '../../src/model/cti-event.ts';
import { AGENT_ID, INBOUND_STAGES } from '../support/inbound-call.ts';
import { createLab } from '../support/softphone-lab.ts';
import type { Lab, LabTab } from '../support/softphone-lab.ts';

const { ringing, talking, held, ended } = INBOUND_STAGES;
const CALL: readonly (readonly ContactObservation[])[] = [
  [ringing('c-1')],
  [talking('c-1')],
  [held('c-1')],
  [talking('c-1')],
  [ended('c-1')],
  [],
];
const CLOSE = `${AGENT_ID}|c-1|1|c-1-customer|log|log|hvoc.inbound.inbound.dropped`;

interface Told {
  readonly tuple: string;
  readonly at: number;
  readonly replayed: boolean;
  readonly estimated: boolean;
}

function listen(tab: LabTab, told: Told[], start: number): void {
  tab.softphone.subscribeEvents(({ tuple, at, replayed, estimatedEnd }: CtiEvent) =>
    told.push({ tuple, at: at - start, replayed, estimated: estimatedEnd === true }),
  );
}

async function openTwo(): Promise<{ lab: Lab; first: LabTab; second: LabTab; told: Told[]; start: number }> {
  const lab = createLab();
  const first = await lab.open();
  const second = await lab.open();
  const start = lab.clock.now();
  const told: Told[] = [];
  for (const tab of [first, second]) listen(tab, told, start);
  return { lab, first, second, told, start };
}

async function play(lab: Lab, tabs: readonly LabTab[], stages: typeof CALL): Promise<void> {
  for (const contacts of stages) {
    for (const tab of tabs) tab.see(...contacts);
    await lab.clock.advance(1_000);
  }
}

const INBOUND = 'hvoc.inbound.inbound';
const EVENTS: readonly Told[] = [
  ['connecting', 0],
  ['connected', 1_000],
  ['acw', 4_000],
  ['dropped', 5_000],
].map(([event, at]) => ({
  tuple: `${INBOUND}.${event}`,
  at: Number(at),
  replayed: false,
  estimated: false,
}));
/** A successor's first observation is `replayed` when the leader had none that it could compare with. */
const eventsAfter = (count: number): readonly Told[] =>
  EVENTS.map((event, index) => ({ ...event, replayed: count === 0 && index === 0 }));

describe.each([0, 1, 2, 3, 4, 5, 6])('when the leader dies after %i observations', (count) => {
  test('and the lock comes after all is over, every event is told once, at its own time', async () => {
    const { lab, first, second, told } = await openTwo();
    await play(lab, [first, second], CALL.slice(0, count));
    first.freeze();
    await play(lab, [second], CALL.slice(count));
    first.crash();
    await lab.clock.advance(1_000);

    expect(told).toEqual(eventsAfter(count));
    expect(lab.org.tasks.size).toBe(1);
    const { fields = {} } = lab.org.done.get(CLOSE) ?? {};
    expect([fields['Estimated_End__c'], fields['Talk_Seconds__c'], fields['Hold_Seconds__c']]).toEqual([
      false,
      2,
      1,
    ]);
  });

  test('and the lock comes at the next observation, every event is told once', async () => {
    const { lab, first, second, told } = await openTwo();
    await play(lab, [first, second], CALL.slice(0, count));
    first.freeze();
    const [next, ...rest] = CALL.slice(count);
    if (next !== undefined) second.see(...next);
    first.crash();
    await lab.clock.advance(1_000);
    await play(lab, [second], rest);

    expect(told).toEqual(eventsAfter(count));
    expect(lab.org.tasks.size).toBe(1);
  });
});

test('a second call that began and ended meanwhile is told and logged as well', async () => {
  const { lab, first, second, told } = await openTwo();
  await play(lab, [first, second], CALL.slice(0, 2));
  first.freeze();
  const other = [[ringing('c-2')], [talking('c-2')], [ended('c-2')], []];
  await play(lab, [second], [...CALL.slice(2), ...other]);
  first.crash();
  await lab.clock.advance(1_000);

  expect(told.slice(4).map(({ tuple }) => tuple)).toEqual(
    ['connecting', 'connected', 'acw', 'dropped'].map((event) => `${INBOUND}.${event}`),
  );
  expect(lab.org.tasks.size).toBe(2);
});

test('a tab that is behind the dead leader waits until it has caught up, and tells nothing twice', async () => {
  const { lab, first, second, told } = await openTwo();
  await play(lab, [first, second], CALL.slice(0, 1));
  for (const contacts of CALL.slice(1)) first.see(...contacts);
  first.crash();
  await lab.clock.advance(100);
  for (const contacts of CALL.slice(1)) second.see(...contacts);
  await lab.clock.advance(10_000);

  expect(told.map(({ tuple }) => tuple)).toEqual(EVENTS.map(({ tuple }) => tuple));
  expect(lab.org.tasks.size).toBe(1);
});

test('a tab that never sees what the dead leader saw last goes on after two seconds', async () => {
  const { lab, first, second, told } = await openTwo();
  await play(lab, [first, second], CALL.slice(0, 1));
  first.see(talking('c-1'));
  first.crash();
  await lab.clock.advance(500);
  second.see(ended('c-1'));
  await lab.clock.advance(1_499);
  expect(told.length).toBe(2);
  await lab.clock.advance(1);
  expect(told.slice(2)).toEqual([{ tuple: `${INBOUND}.acw`, at: 1_500, replayed: true, estimated: false }]);
});

test('what a tab keeps for a takeover is bounded: after five minutes it starts from what was on show then', async () => {
  const { lab, first, second, told } = await openTwo();
  await play(lab, [first, second], CALL.slice(0, 2));
  first.freeze();
  await play(lab, [second], CALL.slice(2, 4));
  await lab.clock.advance(6 * 60_000);
  await play(lab, [second], CALL.slice(4));
  first.crash();
  await lab.clock.advance(1_000);

  expect(told.map(({ tuple, estimated }) => [tuple, estimated])).toEqual(
    ['connecting', 'connected', 'acw', 'dropped'].map((event) => [`${INBOUND}.${event}`, false]),
  );
  expect(lab.org.tasks.size).toBe(1);
});
