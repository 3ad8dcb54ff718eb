import type { OutcomeStatus } from '../../src/model/outcome.ts';
import type { TraceEntry } from '../../src/model/trace-entry.ts';
import type { ActionType } from '../../src/catalog/vocabulary.ts';
import { explain } from '../../src/trace/explain.ts';

const KEY = 'agent|c-1|1|leg-1|inbound-pop|pop|hvoc.inbound.inbound.connecting';

function outcome(type: ActionType, status: OutcomeStatus, text: string): TraceEntry {
  return {
    at: 0,
    kind: 'action',
    callKey: 'agent|c-1|1',
    text,
    data: { key: KEY, status, type, ruleKey: 'inbound-pop' },
  };
}

function plan(matched: boolean, reason: string): TraceEntry {
  const considered = [{ ruleKey: 'inbound-pop', matched, reason }];
  const actions = matched ? [{ key: KEY, ruleKey: 'inbound-pop', type: 'screen-pop' }] : [];
  return { at: 0, kind: 'plan', callKey: 'agent|c-1|1', text: '', data: { considered, actions } };
}

test.each([
  [
    'a pop that found nothing',
    [
      outcome(
        'screen-pop',
        'done',
        'No record was found: attribute caseId empty; phone +12025550134 matched nothing in Contact, Lead.',
      ),
    ],
    'No pop: rule inbound-pop matched, but no record was found: attribute caseId empty; phone +12025550134 matched nothing in Contact, Lead.',
  ],
  [
    'the last of several states',
    [
      outcome('create-record', 'pending', 'There is no connection. It is tried again.'),
      outcome('create-record', 'done', 'The interaction was saved.'),
    ],
    'Record done: rule inbound-pop matched; the interaction was saved.',
  ],
  [
    'an action that failed',
    [outcome('update-call-log', 'failed', 'Required fields are missing (Origin).')],
    'Update failed: rule inbound-pop matched; required fields are missing (Origin).',
  ],
  ['an action that was planned only', [plan(true, 'matched')], 'Pop not yet run: rule inbound-pop matched.'],
  [
    'an action that was never planned, with every reason once',
    [
      plan(false, 'event acw is not connecting'),
      plan(false, 'event acw is not connecting'),
      plan(false, 'switched off; it would have matched'),
    ],
    'Not planned: rule inbound-pop did not match: event acw is not connecting; switched off; it would have matched.',
  ],
] as const)('explains %s', (_what, trace, sentence) => {
  expect(explain(trace, KEY)).toBe(sentence);
});

test.each([
  ['that is switched off', 'matched; pop is switched off', 'pop is switched off'],
  ['that another rule does', 'matched; pop is planned already by rule a', 'pop is planned already by rule a'],
  [
    'beside others',
    'matched; page is switched off; pop was planned before, and is done once',
    'pop was planned before, and is done once',
  ],
])(
  'an action %s is explained by its rule that matched, not by the events that did not',
  (_what, remark, why) => {
    const trace = [plan(false, 'event acw is not connecting'), { ...plan(true, remark) }].map((entry) => ({
      ...entry,
      data: { ...entry.data, actions: [] },
    }));
    expect(explain(trace, KEY)).toBe(`Not planned: rule inbound-pop matched, but ${why}.`);
  },
);

test('a rule’s key asks for the reasons why it did not match', () => {
  expect(explain([plan(false, 'event acw is not connecting')], 'inbound-pop')).toBe(
    'Not planned: rule inbound-pop did not match: event acw is not connecting.',
  );
});

test('what the trace knows nothing of is said so', () => {
  expect(explain([], 'x')).toBe('Nothing in the trace speaks of x.');
});
