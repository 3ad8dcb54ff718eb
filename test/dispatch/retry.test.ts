import { maxAttempts, operationFailure, retryDelayMs } from '../../src/dispatch/retry.ts';
import { LOG, PAGE, POP, RECORD, entry, planned } from './outbox-fixtures.ts';

test('delays double from a second to five minutes, the later half by chance', () => {
  const attempts = [1, 2, 3, 4, 8, 9, 10, 19];
  expect(attempts.map((attempt) => retryDelayMs(attempt, 0))).toEqual([
    500, 1_000, 2_000, 4_000, 64_000, 128_000, 150_000, 150_000,
  ]);
  expect(attempts.map((attempt) => retryDelayMs(attempt, 1))).toEqual([
    1_000, 2_000, 4_000, 8_000, 128_000, 256_000, 300_000, 300_000,
  ]);
});

test.each([
  ['a write', RECORD, {}, 20],
  ['a call log', LOG, {}, 20],
  ['a search', POP, {}, 20],
  ['the page of a search', POP, { step: 'open' }, 3],
  ['a page', PAGE, {}, 3],
] as const)('%s is attempted so often', (_what, input, more, attempts) => {
  expect(maxAttempts(entry(planned('k', input), more))).toBe(attempts);
});

test.each([
  ['UNABLE_TO_LOCK_ROW', true],
  ['DUPLICATE_VALUE', true],
  ['SERVER_UNAVAILABLE', true],
  ['FIELD_CUSTOM_VALIDATION_EXCEPTION', false],
  ['INSUFFICIENT_ACCESS_OR_READONLY', false],
])('the platform’s %s heals: %s', (statusCode, heals) => {
  expect(operationFailure({ statusCode, message: 'No', fields: [] })).toEqual({
    code: statusCode,
    message: 'No',
    heals,
  });
});

test('the fields that an error names are shown', () => {
  const failure = operationFailure({ statusCode: 'X', message: 'Missing', fields: ['Origin', 'Status'] });
  expect(failure.message).toBe('Missing (Origin, Status)');
});
