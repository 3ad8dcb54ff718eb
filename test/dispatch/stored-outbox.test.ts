import { newCallLinks } from '../../src/dispatch/outbox.ts';
import type { OutboxState } from '../../src/dispatch/outbox.ts';
import { restoreOutbox } from '../../src/dispatch/restore-outbox.ts';
import type { FindPlanned } from '../../src/dispatch/restore-outbox.ts';
import { parseOutbox, storeOutbox } from '../../src/dispatch/stored-outbox.ts';
import type { PlannedAction } from '../../src/model/plan.ts';
import { ALEX, ROBIN } from '../support/fake-runner.ts';
import { CALL, EVENT, LOG, PAGE, POP, RECORD, entry, plan, planned } from './outbox-fixtures.ts';

const STATE: OutboxState = {
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
const STORED: unknown = JSON.parse(JSON.stringify(storeOutbox(STATE)));
const [PLAN] = (STORED as { plans: Record<string, unknown>[] }).plans;
const [ACTION] = PLAN?.['actions'] as Record<string, unknown>[];

const LOADED: readonly PlannedAction[] = [
  planned('pop', POP),
  planned('page', PAGE),
  planned('record', RECORD),
  planned('log', LOG),
];
const findLoaded: FindPlanned = (_event, ruleKey, key) =>
  LOADED.find((one) => one.ruleKey === ruleKey && one.key === key) ?? null;

/** What the dispatcher of a new page works on. */
function reload(value: unknown, now = 2_000): ReturnType<typeof restoreOutbox> | null {
  const { outbox } = parseOutbox(value);
  return outbox === null ? null : restoreOutbox(outbox, findLoaded, now);
}

test('an outbox comes back from storage as it was', () => {
  expect(parseOutbox(STORED).issues).toEqual([]);
  expect(reload(STORED)).toEqual({ outbox: STATE, dropped: [] });
});

test('storage does not hold what an action does', () => {
  expect(Object.keys(ACTION ?? {}).sort()).toEqual([
    'alone',
    'attempts',
    'failure',
    'key',
    'matches',
    'notBefore',
    'objectApiName',
    'open',
    'openInTab',
    'openUntil',
    'recordId',
    'ruleKey',
    'sharedBy',
    'status',
    'step',
    'text',
    'unrelated',
    'waitUntil',
  ]);
});

describe('a planted action', () => {
  const planted = (changes: object): unknown => ({
    version: 2,
    links: {},
    plans: [{ ...PLAN, actions: [{ ...ACTION, status: 'pending', ...changes }] }],
  });
  const EVIL = { type: 'create-record', object: 'PermissionSetAssignment', fields: { AssigneeId: 'x' } };

  test('that brings its own content runs as the loaded rule says', () => {
    const restored = reload(
      planted({ key: 'record', planned: { key: 'record', action: EVIL }, action: EVIL }),
    );
    expect(restored?.outbox.plans[0]?.actions[0]?.planned).toEqual(planned('record', RECORD));
  });

  test.each([
    ['of an unknown rule', { ruleKey: 'planted' }],
    ['with the key of no action', { key: 'evil' }],
    ['that relates no action', { key: 'evil|related' }],
  ])('%s is dropped and named', (_what, changes) => {
    const restored = reload(planted(changes));
    expect([restored?.outbox.plans, restored?.dropped.length]).toEqual([[], 1]);
  });

  test('cannot live longer by a time of acceptance that is to come', () => {
    const restored = reload({ version: 2, links: {}, plans: [{ ...PLAN, acceptedAt: 9e15 }] }, 2_000);
    expect(restored?.outbox.plans[0]?.acceptedAt).toBe(2_000);
  });

  test.each([
    ['a call of another key', { call: { ...CALL, callKey: 'other' } }, 'plans[0]'],
    ['a call that is none', { call: { callKey: CALL.callKey } }, 'plans[0].call.callId'],
    [
      'an event that is none',
      { event: { tuple: EVENT.tuple, callKey: CALL.callKey } },
      'plans[0].event.setup',
    ],
    ['an unknown tuple', { event: { ...EVENT, tuple: 'a.b.c.d' } }, 'plans[0].event.tuple'],
    [
      'a page of no known kind',
      { actions: [{ ...ACTION, open: { target: { kind: 'script' }, where: 'tab' } }] },
      'plans[0].actions[0].open.target.kind',
    ],
  ])('in a plan with %s is left out', (_what, changes, path) => {
    const { outbox, issues } = parseOutbox({ version: 2, links: {}, plans: [{ ...PLAN, ...changes }] });
    expect([outbox?.plans, issues[0]?.path]).toEqual([[], path]);
  });
});

test.each([
  ['another version', { ...(STORED as object), version: 3 }, 'version'],
  ['no object', 'x', ''],
])('%s is refused with its place', (_what, value, path) => {
  const { outbox, issues } = parseOutbox(value);
  expect([outbox, issues[0]?.path]).toEqual([null, path]);
});

test('a damaged plan does not take the others with it', () => {
  const { outbox, issues } = parseOutbox({
    ...(STORED as object),
    plans: [PLAN, { ...PLAN, call: null }, PLAN],
  });
  expect([outbox?.plans.length, issues.map((issue) => issue.path)]).toEqual([2, ['plans[1].call']]);
});

test('links that cannot be read are named and left out', () => {
  const { outbox, issues } = parseOutbox({ ...(STORED as object), links: { ...STATE.links, a: 1 } });
  expect([outbox?.links, issues.map((issue) => issue.path)]).toEqual([STATE.links, ['links.a']]);
});

test('an outbox of version 1, which held the actions themselves, is read by reference', () => {
  const first = {
    version: 1,
    plans: STATE.plans,
    links: {
      [CALL.callKey]: { match: ROBIN, created: {}, interactionId: null, taskId: null, over: false },
    },
  };
  const restored = reload(JSON.parse(JSON.stringify(first)));
  expect(restored).toEqual({
    dropped: [],
    outbox: {
      plans: STATE.plans,
      links: { [CALL.callKey]: { ...newCallLinks(), match: ROBIN } },
    },
  });
});
