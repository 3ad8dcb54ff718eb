import type { DispatchContext } from '../../src/dispatch/dispatch-context.ts';
import type { OutboxAction, OutboxPlan } from '../../src/dispatch/outbox.ts';
import type { PlanAction } from '../../src/dispatch/select-ready.ts';
import {
  begin,
  failOrRetry,
  finish,
  leaveUndone,
  refuse,
  reopen,
  restart,
} from '../../src/dispatch/settle.ts';
import type { RunnerFailure } from '../../src/model/action-runner.ts';
import { createFakeClock, createFakeIds } from '../support/fake-ports.ts';
import { CASE, LOG, PAGE, RECORD, entry, plan, planned } from './outbox-fixtures.ts';

const LOCKED: RunnerFailure = { code: 'UNABLE_TO_LOCK_ROW', message: 'It is locked', heals: true };
const INVALID: RunnerFailure = { code: 'X', message: 'It is not valid.', heals: false };

interface Bench {
  readonly ctx: DispatchContext;
  /** Key, status and notes of each change that was told. */
  readonly told: (readonly [string, OutboxAction['status'], readonly string[]])[];
  item(key: string): PlanAction;
  statuses(): readonly string[];
}

function bench(...actions: OutboxAction[]): Bench {
  const of: OutboxPlan = plan(...actions);
  const told: Bench['told'] = [];
  const ctx: Pick<DispatchContext, 'clock' | 'ids' | 'changed'> = {
    clock: createFakeClock(1_000),
    ids: createFakeIds(),
    changed: ({ action }, notes) => told.push([action.planned.key, action.status, notes]),
  };
  return {
    ctx: ctx as DispatchContext,
    told,
    item(key) {
      const action = of.actions.find((one) => one.planned.key === key);
      if (action === undefined) throw new Error(`No action ${key}`);
      return { plan: of, action };
    },
    statuses: () => of.actions.map(({ planned: { key }, status }) => `${key} ${status}`),
  };
}

/** An action of a rule, which stops at a failure unless said otherwise. */
function ofRule(
  ruleKey: string,
  key: string,
  more: Partial<OutboxAction> = {},
  onFailure: 'stop' | 'continue' = 'stop',
): OutboxAction {
  return entry({ ...planned(key, CASE, onFailure), ruleKey }, more);
}

describe('an action that ends', () => {
  test.each([
    ['It was saved', 'It was saved.'],
    ['It was saved.', 'It was saved.'],
    ['Was it saved?', 'Was it saved?'],
    ['Saved!', 'Saved!'],
    ['No. 3 was saved', 'No. 3 was saved.'],
  ])('says "%s" as a sentence', (text, sentence) => {
    const { ctx, item, told } = bench(ofRule('a', 'one', { waitUntil: 5 }));
    finish(ctx, item('one'), 'done', text);
    const { action } = item('one');
    expect([action.status, action.text, action.waitUntil]).toEqual(['done', sentence, null]);
    expect(told).toEqual([['one', 'done', []]]);
  });

  test.each([
    ['done', null],
    ['skipped', LOCKED],
    ['offered', LOCKED],
    ['failed', LOCKED],
  ] as const)('as %s keeps what failed before only if it did not succeed', (status, failure) => {
    const { ctx, item } = bench(ofRule('a', 'one', { failure: LOCKED }));
    finish(ctx, item('one'), status, 'So');
    expect(item('one').action.failure).toEqual(failure);
  });

  test.each(['done', 'skipped', 'offered'] as const)(
    'as %s does not end the rule that it stands in',
    (status) => {
      const { ctx, item, statuses } = bench(ofRule('a', 'one'), ofRule('a', 'next'));
      finish(ctx, item('one'), status, 'So');
      expect(statuses()).toEqual([`one ${status}`, 'next pending']);
    },
  );

  test('as a relation ends nothing with it', () => {
    const { ctx, item, statuses } = bench(
      ofRule('a', 'one', { relates: planned('x', CASE) }),
      ofRule('a', 'next', { relates: planned('y', CASE) }),
    );
    finish(ctx, item('one'), 'failed', 'No');
    expect(statuses()).toEqual(['one failed', 'next pending']);
  });

  test('by refusal can never be repeated', () => {
    const { ctx, item } = bench(ofRule('a', 'one'));
    refuse(ctx, item('one'), 'The host is not allowed');
    const { status, text, failure } = item('one').action;
    expect([status, text]).toEqual(['failed', 'The host is not allowed.']);
    expect(failure).toEqual({ code: 'REFUSED', message: 'The host is not allowed', heals: false });
  });

  test('because the agent leaves it undone still says why it failed', () => {
    const { ctx, item } = bench(ofRule('a', 'one', { status: 'failed', text: 'It is locked.' }));
    leaveUndone(ctx, item('one'));
    const { status, text } = item('one').action;
    expect([status, text]).toEqual(['skipped', 'The agent left it undone: It is locked.']);
  });
});

describe('when an action fails, and its rule stops then', () => {
  test('the later ones of the rule are left out, and no others', () => {
    const { ctx, item, told, statuses } = bench(
      ofRule('b', 'other before'),
      ofRule('a', 'before'),
      ofRule('a', 'one'),
      ofRule('b', 'other'),
      ofRule('a', 'settled', { status: 'done' }),
      ofRule('a', 'next', { status: 'waiting' }),
      ofRule('a', 'last'),
    );
    finish(ctx, item('one'), 'failed', 'No', ['why']);
    expect(statuses()).toEqual([
      'other before pending',
      'before pending',
      'one failed',
      'other pending',
      'settled done',
      'next skipped',
      'last skipped',
    ]);
    expect(told).toEqual([
      ['one', 'failed', ['why']],
      ['next', 'skipped', []],
      ['last', 'skipped', []],
    ]);
    expect(item('last').action.text).toBe('An earlier action of the rule failed, and the rule stops then.');
  });

  test('the agent who asks for it again gets the later ones, too, and no others', () => {
    const { ctx, item, statuses } = bench(
      ofRule('a', 'before', { status: 'skipped' }),
      ofRule('a', 'one', { status: 'failed' }),
      ofRule('b', 'other', { status: 'skipped' }),
      ofRule('a', 'done', { status: 'done' }),
      ofRule('a', 'next', { status: 'skipped' }),
    );
    reopen(ctx, item('one'), 9_000);
    expect(statuses()).toEqual([
      'before skipped',
      'one pending',
      'other skipped',
      'done done',
      'next pending',
    ]);
    expect([item('one'), item('next')].map(({ action }) => action.openUntil)).toEqual([9_000, 9_000]);
  });
});

test('when an action fails, and its rule goes on, the later ones stay, and are not reopened with it', () => {
  const { ctx, item, statuses } = bench(
    ofRule('a', 'one', {}, 'continue'),
    ofRule('a', 'next', {}, 'continue'),
    ofRule('a', 'left out', { status: 'skipped' }, 'continue'),
  );
  finish(ctx, item('one'), 'failed', 'No');
  expect(statuses()).toEqual(['one failed', 'next pending', 'left out skipped']);
  reopen(ctx, item('one'), 9_000);
  expect(statuses()).toEqual(['one pending', 'next pending', 'left out skipped']);
});

test('an attempt is counted and told before its effect', () => {
  const { ctx, item, told } = bench(entry(planned('one', RECORD), { attempts: 2 }));
  begin(ctx, item('one'), 'It is being saved');
  const { status, attempts, text } = item('one').action;
  expect([status, attempts, text]).toEqual(['running', 3, 'It is being saved.']);
  expect(told).toEqual([['one', 'running', []]]);
});

test('an action that starts anew has forgotten all that it tried', () => {
  const { ctx, item, told } = bench(
    entry(planned('one', LOG), {
      status: 'failed',
      attempts: 7,
      notBefore: 5,
      unrelated: true,
      text: 'No.',
      failure: INVALID,
    }),
  );
  restart(ctx, item('one'), 9_000);
  expect(item('one').action).toEqual(entry(planned('one', LOG), { openUntil: 9_000 }));
  restart(ctx, item('one'), 9_500, ['because']);
  expect(told).toEqual([
    ['one', 'pending', []],
    ['one', 'pending', ['because']],
  ]);
});

describe('an attempt that failed', () => {
  test('is repeated later when that can help', () => {
    const { ctx, item, told } = bench(entry(planned('one', RECORD), { status: 'running', attempts: 3 }));
    failOrRetry(ctx, item('one'), LOCKED);
    const { status, notBefore, text, failure } = item('one').action;
    expect([status, notBefore, text, failure]).toEqual([
      'pending',
      4_000,
      'It is locked. It is tried again.',
      LOCKED,
    ]);
    expect(told).toEqual([
      ['one', 'pending', ['attempt 3 failed (UNABLE_TO_LOCK_ROW); the next one in 3000 ms']],
    ]);
  });

  test.each([
    ['cannot heal', RECORD, 1, INVALID],
    ['was the last of a page', PAGE, 3, LOCKED],
  ] as const)('ends the action when it %s', (_what, input, attempts, failure) => {
    const { ctx, item, told } = bench(entry(planned('one', input), { status: 'running', attempts }));
    failOrRetry(ctx, item('one'), failure);
    expect([item('one').action.status, item('one').action.failure]).toEqual(['failed', failure]);
    expect(told).toEqual([['one', 'failed', [`attempt ${attempts} failed (${failure.code})`]]]);
  });
});
