import { newCallLinks } from '../../src/dispatch/outbox.ts';
import type { OutboxState } from '../../src/dispatch/outbox.ts';
import { parseOutbox } from '../../src/dispatch/parse-outbox.ts';
import { ALEX, ROBIN } from '../support/fake-runner.ts';
import { CALL, LOG, PAGE, POP, RECORD, entry, plan, planned } from './outbox-fixtures.ts';

const STATE: OutboxState = {
  version: 1,
  plans: [
    plan(
      entry(planned('pop', POP), { status: 'waiting', waitUntil: 5, matches: [ROBIN, ALEX], attempts: 1 }),
      entry(planned('page', PAGE), {
        status: 'offered',
        open: {
          target: { kind: 'object-home', object: 'Case' },
          where: 'tab',
          parentRecordId: null,
          label: null,
        },
      }),
      entry(planned('record', RECORD), { failure: { code: 'X', message: 'No', heals: true } }),
      { ...entry(planned('log|related', LOG)), relates: planned('log', LOG) },
    ),
  ],
  links: { [CALL.callKey]: { ...newCallLinks(), match: ROBIN, created: { Case: '500000000000001AAA' } } },
};

test('an outbox comes back from storage as it was', () => {
  expect(parseOutbox(JSON.parse(JSON.stringify(STATE)))).toEqual({ ok: true, value: STATE });
});

test.each([
  ['another version', { ...STATE, version: 2 }, 'version'],
  ['no object', 'x', ''],
  ['a plan without a call', { ...STATE, plans: [{ ...STATE.plans[0], call: null }] }, 'plans[0].call'],
  ['links of the wrong kind', { ...STATE, links: { a: 1 } }, 'links.a'],
])('%s is refused with its place', (_what, value, path) => {
  const parsed = parseOutbox(value);
  expect(parsed.ok ? 'accepted' : parsed.issues[0]?.path).toBe(path);
});
