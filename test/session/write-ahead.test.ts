import type { SavedSession } from '../../src/session/saved-session.ts';
import { ROBIN } from '../support/fake-runner.ts';
import type { RunnerCall } from '../support/fake-runner.ts';
import { INBOUND_STAGES } from '../support/inbound-call.ts';
import { INBOUND_RULES, configuration, createLab, ruleRecord } from '../support/softphone-lab.ts';
import type { Lab, LabTab } from '../support/softphone-lab.ts';

const { ringing, talking, ended } = INBOUND_STAGES;

/** What stands in the browser's storage at this moment. */
function stored(lab: Lab): SavedSession | null {
  const [text] = [...lab.browser.items].flatMap(([key, value]) =>
    key.startsWith('paceline/session/') ? [value] : [],
  );
  return text === undefined ? null : (JSON.parse(text) as SavedSession);
}

/** A key names the action after its rule. */
const actionIdOf = (key: string, ruleKey: string): string | undefined =>
  key.split(`|${ruleKey}|`)[1]?.split('|')[0];

/** Id, status, step and attempts of each stored action of the newest event. */
function lastStored(lab: Lab): readonly (readonly unknown[])[] {
  const actions = stored(lab)?.outbox?.plans.at(-1)?.actions ?? [];
  return actions.map(({ key, ruleKey, status, step, attempts }) => [
    actionIdOf(key, ruleKey),
    status,
    step,
    attempts,
  ]);
}

/** Notes what storage holds at the very moment in which the runner is called. */
function watchRunner(lab: Lab): [RunnerCall['kind'], ReturnType<typeof lastStored>][] {
  const seen: [RunnerCall['kind'], ReturnType<typeof lastStored>][] = [];
  const { runnerOf } = lab.org;
  lab.org.runnerOf = (tab) => {
    const runner = runnerOf(tab);
    return {
      lookUp(request) {
        seen.push(['lookUp', lastStored(lab)]);
        return runner.lookUp(request);
      },
      apply(request) {
        seen.push(['apply', lastStored(lab)]);
        return runner.apply(request);
      },
      open(request) {
        seen.push(['open', lastStored(lab)]);
        return runner.open(request);
      },
    };
  };
  return seen;
}

async function playCall(lab: Lab, tab: LabTab): Promise<void> {
  for (const contacts of [[ringing('c-1')], [talking('c-1')], [ended('c-1')], []]) {
    tab.see(...contacts);
    await lab.clock.advance(1_000);
  }
}

test('when a request goes out or a page opens, it stands in storage as running', async () => {
  const lab = createLab();
  lab.org.matches = [ROBIN];
  const seen = watchRunner(lab);
  const tab = await lab.open();
  await playCall(lab, tab);
  expect(seen).toEqual([
    ['lookUp', [['pop', 'running', 'request', 1]]],
    ['open', [['pop', 'running', 'open', 1]]],
    ['apply', [['record', 'running', 'request', 1]]],
    ['apply', [['log', 'running', 'request', 1]]],
  ]);
});

test('every further attempt is stored before it is made', async () => {
  const lab = createLab();
  const seen = watchRunner(lab);
  lab.org.faults.push({ on: 'apply', when: 'before' }, { on: 'apply', when: 'after' });
  const tab = await lab.open();
  tab.see(talking('c-1'));
  await lab.clock.advance(10_000);
  expect(seen).toEqual([1, 2, 3].map((attempt) => ['apply', [['record', 'running', 'request', attempt]]]));
});

test('what the agent asks for is stored before it happens', async () => {
  const lab = createLab();
  lab.org.matches = [ROBIN];
  lab.org.opening = { status: 'offered', reason: 'You are typing' };
  const seen = watchRunner(lab);
  const tab = await lab.open();
  tab.see(ringing('c-1'));
  await lab.clock.advance(1_000);
  const [offered] = tab.softphone.view().cards[0]?.actions ?? [];
  tab.softphone.command({ kind: 'open-offer', key: offered?.key ?? '' });
  expect(seen.slice(1)).toEqual([
    ['open', [['pop', 'running', 'open', 1]]],
    ['open', [['pop', 'running', 'open', 1]]],
  ]);
});

test('a message counts as done in storage before it goes out', async () => {
  const lab = createLab();
  const rule = ruleRecord('tell', { events: ['connected'] }, [
    { type: 'publish', id: 'tell', name: 'call-taken', payload: { number: '{!call.phoneNumber}' } },
  ]);
  const tab = await lab.open(configuration({}, [rule]));
  const heard: unknown[] = [];
  tab.softphone.subscribeMessages(({ name }) => heard.push([name, lastStored(lab)]));
  tab.see(talking('c-1'));
  expect(heard).toEqual([['call-taken', [['tell', 'done', 'request', 0]]]]);
});

test('events are told after the event, its plan and the observation were stored', async () => {
  const lab = createLab();
  const tab = await lab.open(
    configuration({}, [
      ...INBOUND_RULES,
      ruleRecord('acw', { events: ['acw'] }, [{ type: 'create-record' }]),
    ]),
  );
  const told: unknown[] = [];
  tab.softphone.subscribeEvents(({ event, tuple, at }) => {
    const session = stored(lab);
    const plan = session?.outbox?.plans.find((one) => one.event.tuple === tuple);
    const marks = session?.tracker?.calls.flatMap((call) => Object.keys(call.marks)) ?? [];
    told.push([event, session?.seen?.at === at, plan?.actions.map(({ status }) => status), marks]);
  });
  await playCall(lab, tab);
  const mark = (event: string): string => `hvoc.inbound.inbound.${event}|c-1-customer`;
  expect(told).toEqual([
    ['connecting', true, ['running'], [mark('connecting')]],
    ['connected', true, ['running'], [mark('connecting'), mark('connected')]],
    ['acw', true, ['running'], [mark('connecting'), mark('connected'), mark('acw')]],
    ['dropped', true, ['running'], []],
  ]);
});

test('a listener that ends the page loses nothing and repeats nothing on the next one', async () => {
  const lab = createLab();
  const first = await lab.open();
  const told: string[] = [];
  first.softphone.subscribeEvents(({ event }) => {
    told.push(event);
    first.crash();
  });
  first.see(talking('c-1'));
  const second = await lab.open();
  second.softphone.subscribeEvents(({ event }) => told.push(event));
  second.see(talking('c-1'));
  await lab.clock.advance(60_000);
  expect(told).toEqual(['connected']);
  expect([...lab.org.done.values()].map(({ kind }) => kind)).toEqual(['save-interaction']);
});
