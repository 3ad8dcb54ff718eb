import * as z from 'zod/mini';
import { callRunner } from '../../src/dispatch/call-runner.ts';
import { runnerFailureSchema } from '../../src/model/action-runner.ts';
import type { RunnerResult } from '../../src/model/action-runner.ts';
import { createFakeClock } from '../support/fake-ports.ts';
import type { FakeClock } from '../support/fake-ports.ts';

const answerSchema: z.ZodMiniType<RunnerResult<number>> = z.union([
  z.object({ ok: z.literal(true), value: z.number() }),
  z.object({ ok: z.literal(false), failure: runnerFailureSchema }),
]);
const TIMEOUT_MS = 2_000;
const ANSWER: RunnerResult<number> = { ok: true, value: 7 };
const TIMED_OUT: RunnerResult<number> = {
  ok: false,
  failure: { code: 'TIMEOUT', message: 'No answer within 2 seconds', heals: true },
};

function answerAfter(clock: FakeClock, delayMs: number): () => Promise<RunnerResult<number>> {
  return () => new Promise((resolve) => clock.setTimer(delayMs, () => resolve(ANSWER)));
}

async function results(
  start: (clock: FakeClock) => () => Promise<RunnerResult<number>>,
): Promise<readonly (readonly [number, RunnerResult<number>])[]> {
  const clock = createFakeClock(0);
  const done: (readonly [number, RunnerResult<number>])[] = [];
  callRunner(clock, TIMEOUT_MS, answerSchema, start(clock), (result) => done.push([clock.now(), result]));
  await clock.advance(60_000);
  expect(clock.pending()).toBe(0);
  return done;
}

test.each([
  ['an answer in time is handed on once, and no time-out follows', 1_999, [[1_999, ANSWER]]],
  ['an answer that comes after the time-out is not handed on any more', 2_001, [[2_000, TIMED_OUT]]],
  ['an answer that comes much later neither', 50_000, [[2_000, TIMED_OUT]]],
] as const)('%s', async (_what, delayMs, expected) => {
  expect(await results((clock) => answerAfter(clock, delayMs))).toEqual(expected);
});

test('a promise that never settles ends with the time-out', async () => {
  expect(await results(() => () => new Promise(() => undefined))).toEqual([[2_000, TIMED_OUT]]);
});

test.each([
  ['rejects', () => Promise.reject(new Error('cut off'))],
  [
    'throws',
    () => {
      throw new Error('cut off');
    },
  ],
])('a runner that %s becomes a failure at once', async (_what, start) => {
  expect(await results(() => start)).toEqual([
    [0, { ok: false, failure: { code: 'UNKNOWN', message: 'cut off', heals: false } }],
  ]);
});

test('a rejection after the time-out is dropped', async () => {
  const late = (clock: FakeClock) => () =>
    new Promise<never>((_resolve, reject) => clock.setTimer(3_000, () => reject(new Error('cut off'))));
  expect(await results(late)).toEqual([[2_000, TIMED_OUT]]);
});

test.each([
  ['nothing', undefined],
  ['another value', { ok: true, value: 'seven' }],
  ['a failure without its words', { ok: false }],
])('a runner that answers %s becomes a failure at once', async (_what, answer) => {
  const [[at, result] = []] = await results(() => () => Promise.resolve(answer as never));
  expect([at, result?.ok]).toEqual([0, false]);
  expect(JSON.stringify(result)).toContain('The answer cannot be read');
});
