import type { ActionRunner } from '../../src/model/action-runner.ts';
import type { ApplyRequest } from '../../src/model/apex-contract.ts';
import type { ActionView } from '../../src/model/softphone-view.ts';
import { OFFLINE, ROBIN } from '../support/fake-runner.ts';
import type { RunnerCall } from '../support/fake-runner.ts';
import { INBOUND_STAGES } from '../support/inbound-call.ts';
import { INBOUND_RULES, configuration, createLab, ruleRecord } from '../support/softphone-lab.ts';
import type { Lab, LabTab } from '../support/softphone-lab.ts';

const { ringing, talking, ended } = INBOUND_STAGES;

const actionsOf = (tab: LabTab): readonly ActionView[] => tab.softphone.view().cards[0]?.actions ?? [];
const statuses = (tab: LabTab): string[] => actionsOf(tab).map(({ status }) => status);
const kindsOf = (lab: Lab): string[] => lab.org.calls.map(({ kind }) => kind);

/** Answers of `kind` come so many milliseconds late; what they tell of has happened at once. */
function delay(lab: Lab, kind: RunnerCall['kind'], milliseconds: () => number): void {
  const { runnerOf } = lab.org;
  const later = <T>(result: Promise<T>): Promise<T> =>
    new Promise((resolve) => lab.clock.setTimer(milliseconds(), () => resolve(result)));
  lab.org.runnerOf = (tab) => {
    const { lookUp, apply, open } = runnerOf(tab);
    const runner: ActionRunner = { lookUp, apply, open };
    if (kind === 'lookUp') return { ...runner, lookUp: (request) => later(lookUp(request)) };
    if (kind === 'apply') return { ...runner, apply: (request) => later(apply(request)) };
    return { ...runner, open: (request) => later(open(request)) };
  };
}

describe('an answer is waited for', () => {
  test('15 seconds when a record is searched, and the search is repeated then', async () => {
    const lab = createLab();
    lab.org.matches = [ROBIN];
    lab.org.faults.push({ on: 'lookUp', when: 'hang' });
    const tab = await lab.open();
    tab.see(ringing('c-1'));
    await lab.clock.advance(14_999);
    expect([statuses(tab), kindsOf(lab)]).toEqual([['running'], ['lookUp']]);
    await lab.clock.advance(1);
    expect(actionsOf(tab).map(({ status, text }) => [status, text])).toEqual([
      ['pending', 'No answer within 15 seconds. It is tried again.'],
    ]);
    await lab.clock.advance(1_000);
    expect([statuses(tab), kindsOf(lab)]).toEqual([['done'], ['lookUp', 'lookUp', 'open']]);
  });

  test('45 seconds when a record is written, and the request is repeated then', async () => {
    const lab = createLab();
    lab.org.faults.push({ on: 'apply', when: 'hang' });
    const tab = await lab.open();
    tab.see(talking('c-1'));
    await lab.clock.advance(44_999);
    expect([statuses(tab), kindsOf(lab)]).toEqual([['running'], ['apply']]);
    await lab.clock.advance(1);
    expect(actionsOf(tab).map(({ status, text }) => [status, text])).toEqual([
      ['pending', 'No answer within 45 seconds. It is tried again.'],
    ]);
    await lab.clock.advance(1_000);
    expect([statuses(tab), kindsOf(lab)]).toEqual([['done'], ['apply', 'apply']]);
  });

  test('15 seconds when a page opens, and it is not opened again', async () => {
    const lab = createLab();
    lab.org.matches = [ROBIN];
    lab.org.faults.push({ on: 'open', when: 'hang' });
    const tab = await lab.open();
    tab.see(ringing('c-1'));
    await lab.clock.advance(14_999);
    expect(statuses(tab)).toEqual(['running']);
    await lab.clock.advance(1);
    expect(statuses(tab)).toEqual(['failed']);
    await lab.clock.advance(3_600_000);
    expect(kindsOf(lab)).toEqual(['lookUp', 'open']);
  });
});

test('an answer that comes after its time is not taken for the one to the repetition', async () => {
  const lab = createLab();
  const waits = [46_500, 10_000];
  delay(lab, 'apply', () => waits.shift() ?? 0);
  const tab = await lab.open();
  tab.see(talking('c-1'));
  await lab.clock.advance(46_600);
  expect(statuses(tab)).toEqual(['running']);
  await lab.clock.advance(30_000);
  const lines = tab.softphone.view().cards[0]?.timeline.filter(({ kind }) => kind === 'action') ?? [];
  expect(lines.map(({ text }) => text)).toEqual([
    'No answer within 45 seconds. It is tried again.',
    'The interaction was saved (an earlier attempt had got through).',
  ]);
});

describe('a softphone that was stopped meanwhile takes no notice of', () => {
  const stopIn = async (kind: RunnerCall['kind']) => {
    const lab = createLab();
    lab.org.matches = [ROBIN];
    delay(lab, kind, () => 5_000);
    const tab = await lab.open();
    tab.see(...(kind === 'apply' ? [talking('c-1')] : [ringing('c-1')]));
    await lab.clock.advance(1_000);
    const [{ key } = { key: '' }] = actionsOf(tab).slice(-1);
    tab.softphone.stop();
    const told = () => [tab.softphone.explain(key), tab.softphone.exportTrace(), lab.browser.writes.length];
    const before = told();
    await lab.clock.advance(60_000);
    return { before, after: told() };
  };

  test.each([
    ['a record that was found', 'lookUp', 'Pop under way: rule pop matched; the record is being searched.'],
    [
      'a page that was opened',
      'open',
      'Pop under way: rule pop matched; the Contact record is being opened.',
    ],
    [
      'a record that was written',
      'apply',
      'Record under way: rule record matched; the record is being written.',
    ],
  ] as const)('%s', async (_what, kind, said) => {
    const { before, after } = await stopIn(kind);
    expect(before[0]).toBe(said);
    expect(after).toEqual(before);
  });
});

test('a tab that handed over tells of an action what its successor says, and nothing of a late answer of its own', async () => {
  const lab = createLab();
  const invalid = { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'No', fields: [] };
  const waits = [20_000];
  const answers = [invalid];
  lab.org.refuse = () => answers.shift() ?? null;
  delay(lab, 'apply', () => waits.shift() ?? 0);
  const [first, second] = [await lab.open(), await lab.open()];
  second.softphone.ccpStatus({ kind: 'ready', at: lab.clock.now(), text: '' });
  for (const tab of [first, second]) tab.see(talking('c-1'));
  await lab.clock.advance(1_000);
  first.softphone.ccpStatus({ kind: 'lost', at: lab.clock.now(), text: '' });
  await lab.clock.advance(60_000);
  expect([first, second].map((tab) => tab.softphone.view().role)).toEqual(['follower', 'leader']);
  const [{ key } = { key: '' }] = actionsOf(second);
  const said = 'Record done: rule record matched; the interaction was saved.';
  expect([first, second].map((tab) => tab.softphone.explain(key))).toEqual([said, said]);
  expect(first.softphone.exportTrace()).not.toContain('FIELD_CUSTOM_VALIDATION_EXCEPTION');
});

describe('a request that fails as a whole', () => {
  const MANY = ruleRecord('many', { events: ['connected'] }, [
    { type: 'create-record', id: 'one', object: 'Case' },
    { type: 'create-record', id: 'two', object: 'Lead' },
    { type: 'create-record', id: 'three', object: 'Task' },
  ]);

  test('three times, though that may heal, is sent action by action', async () => {
    const lab = createLab();
    const runner = lab.org.runnerOf('x');
    const sizes: number[] = [];
    const apply = (request: ApplyRequest): ReturnType<ActionRunner['apply']> => {
      sizes.push(request.operations.length);
      if (request.operations.length === 1) return runner.apply(request);
      return Promise.resolve({
        ok: false,
        failure: { code: 'QUERY_TIMEOUT', message: 'Your query ran too long', heals: true },
      });
    };
    lab.org.runnerOf = () => ({ ...runner, apply });
    const tab = await lab.open(configuration({}, [MANY]));
    tab.see(talking('c-1'));
    await lab.clock.advance(60_000);
    expect(sizes).toEqual([3, 3, 3, 1, 1, 1]);
    expect(statuses(tab)).toEqual(['done', 'done', 'done']);
  });

  test('twice goes on together', async () => {
    const lab = createLab();
    lab.org.faults.push({ on: 'apply', when: 'before' }, { on: 'apply', when: 'before' });
    const tab = await lab.open(configuration({}, [MANY]));
    tab.see(talking('c-1'));
    await lab.clock.advance(60_000);
    const sizes = lab.org.calls.map((call) => (call.kind === 'apply' ? call.request.operations.length : 0));
    expect(sizes).toEqual([3, 3, 3]);
  });
});

test('of 45 writes of one event at most 20 share a request', async () => {
  const lab = createLab();
  const many = Array.from({ length: 45 }, (_, index) => ({
    type: 'create-record',
    id: `n${index}`,
    object: `C${index}__c`,
  }));
  const tab = await lab.open(configuration({}, [ruleRecord('many', { events: ['connected'] }, many)]));
  tab.see(talking('c-1'));
  await lab.clock.advance(60_000);
  const sizes = lab.org.calls.map((call) => (call.kind === 'apply' ? call.request.operations.length : 0));
  expect(sizes).toEqual([20, 20, 5]);
});

describe('what cannot heal', () => {
  const INVALID = { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Call it so', fields: [] };
  const failOnce = async (): Promise<{ lab: Lab; first: LabTab; second: LabTab }> => {
    const lab = createLab();
    lab.org.refuse = () => INVALID;
    const [first, second] = [await lab.open(), await lab.open()];
    for (const tab of [first, second]) tab.see(talking('c-1'));
    await lab.clock.advance(1_000);
    expect([statuses(first), kindsOf(lab)]).toEqual([['failed'], ['apply']]);
    return { lab, first, second };
  };

  test.each(['a reload', 'a takeover'])(
    'is not sent again by %s, and still offers its repair',
    async (how) => {
      const { lab, first, second } = await failOnce();
      first.crash();
      if (how === 'a reload') second.crash();
      const tab = how === 'a reload' ? await lab.open() : second;
      tab.see(talking('c-1'));
      await lab.clock.advance(600_000);
      lab.reconnect();
      await lab.clock.advance(600_000);
      expect(kindsOf(lab)).toEqual(['apply']);
      expect(actionsOf(tab).map(({ status, text, canRetry }) => [status, text, canRetry])).toEqual([
        ['failed', 'Call it so.', true],
      ]);
    },
  );

  test('is sent again when the agent asks for it, on the next page too', async () => {
    const { lab, first, second } = await failOnce();
    first.crash();
    lab.org.refuse = () => null;
    await lab.clock.advance(1_000);
    const [{ key } = { key: '' }] = actionsOf(second);
    second.softphone.command({ kind: 'retry-action', key });
    await lab.clock.advance(1_000);
    expect([statuses(second), kindsOf(lab)]).toEqual([['done'], ['apply', 'apply']]);
  });
});

describe('a page', () => {
  test('has attempts of its own, however often the search before it failed', async () => {
    const lab = createLab();
    lab.org.matches = [ROBIN];
    const failing = (on: RunnerCall['kind']) => ({ on, when: 'before', failure: OFFLINE }) as const;
    lab.org.faults.push(failing('lookUp'), failing('lookUp'), failing('open'), failing('open'));
    const tab = await lab.open();
    tab.see(ringing('c-1'));
    await lab.clock.advance(60_000);
    expect([statuses(tab), kindsOf(lab)]).toEqual([
      ['done'],
      ['lookUp', 'lookUp', 'lookUp', 'open', 'open', 'open'],
    ]);
  });

  test('opens by itself when the agent repeats the search long after the call rang', async () => {
    const lab = createLab();
    lab.org.matches = [ROBIN];
    const failure = { code: 'APEX_ERROR', message: 'Too many rows', heals: false };
    lab.org.faults.push({ on: 'lookUp', when: 'before', failure });
    const tab = await lab.open();
    tab.see(ringing('c-1'));
    tab.see(talking('c-1'));
    await lab.clock.advance(600_000);
    const [{ key } = { key: '' }] = actionsOf(tab);
    tab.softphone.command({ kind: 'retry-action', key });
    await lab.clock.advance(1_000);
    expect([statuses(tab)[0], kindsOf(lab).at(-1)]).toEqual(['done', 'apply']);
    expect(kindsOf(lab).filter((kind) => kind === 'open')).toEqual(['open']);
  });
});

test('the task of a log is not forgotten when a later answer does not name it', async () => {
  const lab = createLab();
  lab.org.matches = [ROBIN];
  const { runnerOf } = lab.org;
  lab.org.runnerOf = (tab) => {
    const runner = runnerOf(tab);
    return {
      ...runner,
      async apply(request) {
        const result = await runner.apply(request);
        const closes = request.operations.some(({ kind }) => kind === 'close-interaction');
        return closes || !result.ok ? result : { ok: true, value: { ...result.value, taskId: null } };
      },
    };
  };
  const pop = INBOUND_RULES[0];
  const late = pop === undefined ? [] : [{ ...pop, triggerJson: '{ "events": ["dropped"] }' }];
  const tab = await lab.open(configuration({}, [...INBOUND_RULES.slice(1), ...late]));
  for (const contacts of [[talking('c-1')], [ended('c-1')], []]) {
    tab.see(...contacts);
    await lab.clock.advance(1_000);
  }
  const related = [...lab.org.done.values()].filter(({ kind }) => kind === 'update-record');
  expect(related.map(({ fields }) => fields['WhoId'])).toEqual([ROBIN.recordId]);
});
