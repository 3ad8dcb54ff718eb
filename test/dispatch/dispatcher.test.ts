import type { ResolveAction } from '../../src/model/action-request.ts';
import type { ActionRunner } from '../../src/model/action-runner.ts';
import type { ActionPlan, PlannedAction } from '../../src/model/plan.ts';
import type { ActionOutcome } from '../../src/model/outcome.ts';
import { createDispatcher } from '../../src/dispatch/dispatcher.ts';
import type { Dispatcher } from '../../src/dispatch/dispatcher.ts';
import { createFakeClock, createFakeIds } from '../support/fake-ports.ts';
import { CALL, CASE, EVENT, LOG, PAGE, RECORD, planned } from './outbox-fixtures.ts';

const planOf = (...actions: PlannedAction[]): ActionPlan => ({
  callKey: CALL.callKey,
  event: EVENT,
  call: CALL,
  agentName: null,
  actions,
  considered: [],
});

const operation = (key: string) => ({ kind: 'save-interaction' as const, key, fields: {} });

interface Bench {
  readonly dispatcher: Dispatcher;
  readonly outcomes: ActionOutcome[];
  settle(): Promise<void>;
}

function createBench(resolve: ResolveAction, apply: ActionRunner['apply']): Bench {
  const clock = createFakeClock();
  const outcomes: ActionOutcome[] = [];
  const dispatcher = createDispatcher({
    clock,
    ids: createFakeIds(),
    runner: { apply, lookUp: () => Promise.reject(new Error('no look-up was expected')) },
    open: () => Promise.resolve({ ok: true, value: { status: 'opened', tabId: null } }),
    resolve,
    saved: null,
    browser: 'browser-1',
    isLive: () => true,
    persist: () => undefined,
    advanced: () => undefined,
    onOutcome: (outcome) => outcomes.push(outcome),
    publish: () => undefined,
  });
  return {
    dispatcher,
    outcomes,
    async settle() {
      dispatcher.advance();
      await clock.advance(1_000);
    },
  };
}

const answerAll: ActionRunner['apply'] = ({ operations }) =>
  Promise.resolve({
    ok: true,
    value: {
      interactionId: 'a00000000000001AAA',
      taskId: null,
      results: operations.map(({ key }) => ({
        key,
        status: 'done' as const,
        recordId: null,
        repeated: false,
      })),
    },
  });

const resolveBut =
  (bad: string): ResolveAction =>
  ({ key }) => {
    if (key === bad) throw new TypeError('x.trim is not a function');
    if (key === 'page')
      return {
        kind: 'open',
        request: {
          target: { kind: 'object-home', object: 'Case' },
          where: 'tab',
          parentRecordId: null,
          label: null,
        },
        notes: [],
      };
    return { kind: 'apply', operation: operation(key), openAfter: false, notes: [] };
  };

const statuses = ({ dispatcher }: Bench): (readonly [string, string])[] =>
  dispatcher.actionsOf(CALL.callKey).map(({ key, status }) => [key, status] as const);

test('a fault in an action is the failure of that action, and the others run', async () => {
  const bench = createBench(resolveBut('page'), answerAll);
  bench.dispatcher.accept([planOf(planned('page', PAGE), planned('record', RECORD), planned('log', LOG))]);
  await bench.settle();
  expect(statuses(bench)).toEqual([
    ['page', 'failed'],
    ['record', 'done'],
    ['log', 'done'],
  ]);
  expect(bench.dispatcher.actionsOf(CALL.callKey)[0]?.text).toBe(
    'Paceline cannot run this action: x.trim is not a function.',
  );
});

test.each([
  ['nothing', undefined],
  ['an answer without results', { ok: true, value: { interactionId: 'a00000000000001AAA' } }],
  ['a value of another kind', 'done'],
])('a runner that answers %s fails the actions it was asked for', async (_what, answer) => {
  const bench = createBench(resolveBut('none'), () => Promise.resolve(answer as never));
  bench.dispatcher.accept([planOf(planned('record', RECORD), planned('case', CASE))]);
  await bench.settle();
  expect(statuses(bench).map(([, status]) => status)).toEqual(['failed', 'failed']);
});

test('a plan that comes twice runs once', async () => {
  const bench = createBench(resolveBut('none'), answerAll);
  const plan = planOf(planned('record', RECORD));
  bench.dispatcher.accept([plan, plan]);
  bench.dispatcher.accept([plan]);
  await bench.settle();
  expect(bench.outcomes.map(({ key, status }) => [key, status])).toEqual([
    ['record', 'pending'],
    ['record', 'running'],
    ['record', 'done'],
  ]);
});
