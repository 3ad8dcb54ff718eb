import { createOutboxBook } from '../../src/dispatch/outbox-book.ts';
import type { OutboxBook } from '../../src/dispatch/outbox-book.ts';
import type { OutboxAction, OutboxPlan } from '../../src/dispatch/outbox.ts';
import { newCallLinks } from '../../src/dispatch/outbox.ts';
import { CALL, LOG, RECORD, entry, plan, planned } from './outbox-fixtures.ts';

const planOf = (callKey: string, ...actions: OutboxAction[]): OutboxPlan => ({
  ...plan(...actions),
  callKey,
  call: { ...CALL, callKey },
});
const done = (key: string): OutboxAction => entry(planned(key, RECORD), { status: 'done' });
const failed = (key: string): OutboxAction =>
  entry(planned(key, LOG), { status: 'failed', failure: { code: 'X', message: 'No', heals: false } });

function bookOf(plans: readonly OutboxPlan[], live: readonly string[] = []): OutboxBook {
  const book = createOutboxBook(null, (callKey) => live.includes(callKey));
  for (const one of plans) {
    book.add(one);
    book.linksOf(one.callKey);
  }
  return book;
}

const NUMBERS = Array.from({ length: 300 }, (_, index) => `call-${index + 1}`);

test('of hundreds of finished calls the last five are remembered, and none is stored', () => {
  const book = bookOf(NUMBERS.map((callKey) => planOf(callKey, done(callKey))));
  expect(book.state()).toEqual({ plans: [], links: {} });
  expect(book.prune(1_000)).toEqual([]);
  expect(book.callKeys()).toEqual(NUMBERS.slice(-5));
  expect(book.plans().map(({ callKey }) => callKey)).toEqual(NUMBERS.slice(-5));
});

test('a finished call that lives is neither forgotten nor left out of storage', () => {
  const book = bookOf(
    NUMBERS.map((callKey) => planOf(callKey, done(callKey))),
    ['call-1'],
  );
  book.prune(1_000);
  expect(book.callKeys()).toEqual(['call-1', ...NUMBERS.slice(-5)]);
  expect(book.state()).toEqual({
    plans: [planOf('call-1', done('call-1'))],
    links: { 'call-1': newCallLinks() },
  });
});

test('links of a call without plans are dropped when it is over', () => {
  const book = bookOf([], ['call-2']);
  for (const callKey of ['call-1', 'call-2']) book.linksOf(callKey);
  book.prune(1_000);
  expect(book.callKeys()).toEqual(['call-2']);
});

test('of the calls with failed actions the latest twenty are kept, the others given up by name', () => {
  const book = bookOf(
    NUMBERS.slice(0, 22).map((callKey) => planOf(callKey, done(`${callKey}-d`), failed(callKey))),
  );
  const givenUp = book.prune(1_000);
  expect(
    givenUp.map(({ plan: of, actions, why }) => [of.callKey, actions.map(({ planned: p }) => p.key), why]),
  ).toEqual([
    ['call-1', ['call-1'], 'too-many'],
    ['call-2', ['call-2'], 'too-many'],
  ]);
  expect(book.callKeys()).toEqual(NUMBERS.slice(2, 22));
});

test('what was interrupted is taken up: requests again, pages and failures not', () => {
  const page = {
    target: { kind: 'object-home', object: 'Case' },
    where: 'tab',
    parentRecordId: null,
    label: null,
  } as const;
  const saved = {
    plans: [
      plan(
        entry(planned('request', RECORD), { status: 'running', attempts: 7, notBefore: 9_000 }),
        entry(planned('waits', RECORD), { status: 'pending', attempts: 3, notBefore: 9_000 }),
        entry(planned('page', RECORD), { status: 'running', step: 'open', open: page, attempts: 1 }),
        entry(planned('nothing', RECORD), { status: 'running', step: 'open', attempts: 1 }),
        failed('failed'),
        entry(planned('heals', LOG), {
          status: 'failed',
          failure: { code: 'OFFLINE', message: 'No', heals: true },
        }),
        done('done'),
        entry(planned('skipped', LOG), { status: 'skipped' }),
        entry(planned('question', LOG), { status: 'waiting', waitUntil: 60_000 }),
      ),
    ],
    links: {},
  } as const;
  const book = createOutboxBook(structuredClone(saved) as never, () => true);
  const [resumed] = book.plans();
  expect(
    resumed?.actions.map(({ planned: { key }, status, attempts, notBefore }) => [
      key,
      status,
      attempts,
      notBefore,
    ]),
  ).toEqual([
    ['request', 'pending', 0, 0],
    ['waits', 'pending', 3, 0],
    ['page', 'offered', 1, 0],
    ['nothing', 'skipped', 1, 0],
    ['failed', 'failed', 0, 0],
    ['heals', 'failed', 0, 0],
    ['done', 'done', 0, 0],
    ['skipped', 'skipped', 0, 0],
    ['question', 'waiting', 0, 0],
  ]);
});
