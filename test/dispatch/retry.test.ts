import {
  canTryAgain,
  isBackingOff,
  isLate,
  operationFailure,
  retryDelayMs,
} from '../../src/dispatch/retry.ts';
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
  ['a write', RECORD, {}, [true, true, true]],
  ['a search', POP, {}, [true, true, true]],
  ['the page of a search', POP, { step: 'open' }, [true, false, false]],
  ['a page', PAGE, {}, [true, false, false]],
] as const)('%s may be tried again after 2, 3, 500 attempts', (_what, input, more, again) => {
  const tries = [2, 3, 500].map((attempts) => canTryAgain(entry(planned('k', input), { ...more, attempts })));
  expect(tries).toEqual(again);
});

test.each([
  ['a write', RECORD, 'UNABLE_TO_LOCK_ROW', 20],
  ['a call log', LOG, 'QUERY_TIMEOUT', 20],
  ['a write without a connection', LOG, 'OFFLINE', Infinity],
  ['a write without a server', LOG, 'HTTP_503', Infinity],
  ['a search', POP, 'OFFLINE', 5],
  ['a page', PAGE, 'UNKNOWN', Infinity],
] as const)('others wait for the first attempts of %s only', (_what, input, code, patience) => {
  const failure = { code, message: 'No', heals: true };
  const late = [4, 5, 19, 20].map((attempts) => isLate(entry(planned('k', input), { attempts, failure })));
  expect(late).toEqual([4, 5, 19, 20].map((attempts) => attempts >= patience));
});

test.each([
  ['before its time', 10_001, true],
  ['at its time', 10_000, false],
  ['after a clock that was set back', 10_000 + 300_001, false],
])('an action backs off: %s', (_what, notBefore, waits) => {
  expect(isBackingOff(entry(planned('k', LOG), { notBefore }), 10_000)).toBe(waits);
});

test.each([
  ['UNABLE_TO_LOCK_ROW', 'No', true],
  ['SERVER_UNAVAILABLE', 'No', true],
  ['QUERY_TIMEOUT', 'No', true],
  ['REQUEST_RUNNING_TOO_LONG', 'No', true],
  [
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    'Task: execution of AfterInsert: UNABLE_TO_LOCK_ROW, unable',
    true,
  ],
  ['CANNOT_EXECUTE_FLOW_TRIGGER', 'a flow failed: FIELD_INTEGRITY_EXCEPTION', false],
  ['DUPLICATE_VALUE', 'duplicate value found: Code__c', false],
  ['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'No', false],
  ['INSUFFICIENT_ACCESS_OR_READONLY', 'No', false],
])('the platform’s %s (%s) heals: %s', (statusCode, message, heals) => {
  expect(operationFailure({ statusCode, message, fields: [] })).toEqual({ code: statusCode, message, heals });
});

test('the fields that an error names are shown', () => {
  const failure = operationFailure({ statusCode: 'X', message: 'Missing', fields: ['Origin', 'Status'] });
  expect(failure.message).toBe('Missing (Origin, Status)');
});
