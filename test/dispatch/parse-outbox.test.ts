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

const KEY = CALL.callKey;
const [PLAN] = STATE.plans;

test('an outbox comes back from storage as it was', () => {
  expect(parseOutbox(JSON.parse(JSON.stringify(STATE)))).toEqual({ outbox: STATE, issues: [] });
});

test.each([
  ['another version', { ...STATE, version: 2 }, 'version'],
  ['no object', 'x', ''],
])('%s is refused with its place', (_what, value, path) => {
  const { outbox, issues } = parseOutbox(value);
  expect([outbox, issues[0]?.path]).toEqual([null, path]);
});

test.each([
  ['a plan without a call', { ...PLAN, call: null }, 'plans[1].call'],
  [
    'an action of an unknown type',
    {
      ...PLAN,
      actions: [{ ...PLAN?.actions[0], planned: { ...PLAN?.actions[0]?.planned, action: { type: 'sing' } } }],
    },
    'plans[1].actions[0].planned.action.type',
  ],
])('%s does not take the others with it', (_what, bad, path) => {
  const { outbox, issues } = parseOutbox({ ...STATE, plans: [PLAN, bad, PLAN] });
  expect([outbox?.plans, issues.map((issue) => issue.path)]).toEqual([[PLAN, PLAN], [path]]);
});

test('links that cannot be read are named and left out', () => {
  const { outbox, issues } = parseOutbox({ ...STATE, links: { ...STATE.links, a: 1 } });
  expect([outbox?.links, issues.map((issue) => issue.path)]).toEqual([STATE.links, ['links.a']]);
});

test('what an earlier release did not store yet is taken at its most careful', () => {
  const stored = JSON.parse(JSON.stringify(STATE)) as {
    plans: { actions: { planned: Record<string, unknown> }[] }[];
    links: Record<string, Record<string, unknown>>;
  };
  delete stored.plans[0]?.actions[2]?.planned['needs'];
  delete stored.links[KEY]?.['answered'];
  const { outbox, issues } = parseOutbox(stored);
  expect([issues, outbox?.plans[0]?.actions[2]?.planned.needs, outbox?.links[KEY]?.answered]).toEqual([
    [],
    { match: true, created: [], log: false },
    false,
  ]);
});
