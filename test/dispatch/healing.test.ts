import { concernsAllRequests, findHealingCode } from '../../src/dispatch/healing.ts';

const HEALING = [
  'UNABLE_TO_LOCK_ROW',
  'QUERY_TIMEOUT',
  'REQUEST_RUNNING_TOO_LONG',
  'SERVER_UNAVAILABLE',
  'REQUEST_LIMIT_EXCEEDED',
  'INVALID_SESSION_ID',
  'OFFLINE',
  'TIMEOUT',
];

test.each(HEALING)('%s heals, wherever it stands in a text', (code) => {
  const texts = [code, `${code}: words`, `CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY words (${code}), words`];
  expect(texts.map(findHealingCode)).toEqual([code, code, code]);
});

test.each([
  '',
  'DUPLICATE_VALUE',
  'FIELD_CUSTOM_VALIDATION_EXCEPTION',
  'MY_QUERY_TIMEOUT',
  'QUERY_TIMEOUT_2',
  'TIMEOUTS',
  'unable_to_lock_row',
  'The office is OFFLINE2',
])('"%s" does not', (text) => {
  expect(findHealingCode(text)).toBe(null);
});

test.each([
  ['OFFLINE', true],
  ['TIMEOUT', true],
  ['INVALID_SESSION_ID', true],
  ['SERVER_UNAVAILABLE', true],
  ['REQUEST_LIMIT_EXCEEDED', true],
  ['HTTP_502', true],
  ['HTTP_', false],
  ['XHTTP_502', false],
  ['UNABLE_TO_LOCK_ROW', false],
  ['QUERY_TIMEOUT', false],
  ['UNKNOWN', false],
])('%s would meet every other request too: %s', (code, all) => {
  expect(concernsAllRequests(code)).toBe(all);
});
