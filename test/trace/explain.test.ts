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

interface Fault {
  readonly code: string;
  readonly message: string;
}

function failed(status: OutcomeStatus, fault: Fault, attempts = 1, text = `${fault.message}.`): TraceEntry {
  const notes =
    status === 'pending'
      ? [`attempt ${attempts} failed (${fault.code}); the next one in ${attempts * 750} ms`]
      : [];
  const line = outcome('create-record', status, text);
  return { ...line, data: { ...line.data, attempts, notes, failure: fault } };
}

const LOCKED = {
  code: 'UNABLE_TO_LOCK_ROW',
  message: 'UNABLE_TO_LOCK_ROW: unable to obtain exclusive access to this record',
};
const DUPLICATE = { code: 'DUPLICATES_DETECTED', message: 'Use one of these records?' };
const OFFLINE = { code: 'OFFLINE', message: 'There is no connection' };
const NO_ANSWER = { code: 'UNKNOWN', message: 'Salesforce answered without a result for this action' };

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
    [failed('failed', { code: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing (Origin)' })],
    'Record failed: rule inbound-pop matched, but Salesforce said "Required fields are missing (Origin)".',
  ],
  [
    'a failure that is a question',
    [failed('failed', DUPLICATE, 1, DUPLICATE.message)],
    'Record failed: rule inbound-pop matched, but Salesforce said "Use one of these records".',
  ],
  [
    'a failure with quotes and several sentences',
    [failed('failed', { code: 'X_Y', message: 'No "Gold" here. Ask Robin Q. Example!' })],
    'Record failed: rule inbound-pop matched, but Salesforce said "No \'Gold\' here; Ask Robin Q. Example".',
  ],
  [
    'a failure without words',
    [failed('failed', { code: 'HTTP_503', message: '' })],
    'Record failed: rule inbound-pop matched, but Salesforce answered HTTP_503.',
  ],
  [
    'a failure of Paceline’s own',
    [failed('failed', NO_ANSWER)],
    'Record failed: rule inbound-pop matched, but Salesforce answered without a result for this action.',
  ],
  [
    'an action that is tried again',
    [failed('pending', LOCKED, 1, `${LOCKED.message}. It is tried again.`)],
    'Record tried once, to be tried again after 1 second: rule inbound-pop matched, but Salesforce said "UNABLE_TO_LOCK_ROW: unable to obtain exclusive access to this record".',
  ],
  [
    'an action that was tried twice',
    [failed('pending', OFFLINE, 2, 'There is no connection. It is tried again.')],
    'Record tried twice, to be tried again after 2 seconds: rule inbound-pop matched, but there is no connection.',
  ],
  [
    'an action that was tried for long',
    [failed('pending', OFFLINE, 200, 'There is no connection. It is tried again.')],
    'Record tried 200 times, to be tried again after 3 minutes: rule inbound-pop matched, but there is no connection.',
  ],
  [
    'an action that the agent left after it failed',
    [failed('skipped', DUPLICATE, 1, `The agent left it undone: ${DUPLICATE.message}`)],
    'Record left out: rule inbound-pop matched, but the agent left it undone: Salesforce said "Use one of these records".',
  ],
  [
    'a page that was not opened in time, after an attempt',
    [failed('offered', OFFLINE, 1, 'The search page was not opened in time.')],
    'Record offered as a link: rule inbound-pop matched, but the search page was not opened in time.',
  ],
  ['an action that was planned only', [plan(true, 'matched')], 'Pop planned: rule inbound-pop matched.'],
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

describe('a call', () => {
  const planOf = (callKey: string, tuple: string, reason: string): TraceEntry => {
    const line = plan(false, reason);
    return { ...line, callKey, data: { ...line.data, tuple } };
  };
  const CONNECTING = 'hvoc.inbound.inbound.connecting';
  const trace = [
    planOf('agent|c-1|1', CONNECTING, 'queue is not Sales'),
    planOf('agent|c-1|1', 'hvoc.inbound.inbound.acw', 'event acw is not connecting'),
    planOf('agent|c-2|1', CONNECTING, 'number does not exist'),
    planOf('agent|c-3|1', 'hvoc.inbound.inbound.acw', 'event acw is not connecting'),
  ];

  test.each([
    ['has its own reasons, those of the event in question', KEY, 'queue is not Sales'],
    [
      'that had another event has the reasons for that',
      KEY.replace('c-1', 'c-3'),
      'event acw is not connecting',
    ],
    [
      'is asked for an action that is done once',
      'agent|c-1|1|leg-1|inbound-pop|pop',
      'queue is not Sales; event acw is not connecting',
    ],
  ])('%s', (_what, key, reasons) => {
    expect(explain(trace, key)).toBe(`Not planned: rule inbound-pop did not match: ${reasons}.`);
  });

  test('that never was is not explained with the reasons of others', () => {
    const key = KEY.replace('c-1', 'c-99');
    expect(explain(trace, key)).toBe(`Nothing in the trace speaks of ${key}.`);
  });
});

describe('an action whose state is known', () => {
  const LAST = failed('pending', OFFLINE);
  test.each([
    ['not begun', [plan(true, 'matched')], 'pending', '', 'Pop not yet run: rule inbound-pop matched.'],
    [
      'running',
      [plan(true, 'matched')],
      'running',
      'The record is being searched.',
      'Pop under way: rule inbound-pop matched; the record is being searched.',
    ],
    [
      'running again',
      [LAST],
      'running',
      'The record is being written.',
      'Record under way: rule inbound-pop matched; the record is being written.',
    ],
    [
      'as its last line says',
      [LAST],
      'pending',
      'There is no connection. It is tried again.',
      'Record tried once, to be tried again after 1 second: rule inbound-pop matched, but there is no connection.',
    ],
    [
      'pending anew',
      [failed('failed', DUPLICATE)],
      'pending',
      '',
      'Record under way: rule inbound-pop matched.',
    ],
  ] as const)('and is %s', (_what, trace, status, text, said) => {
    expect(explain(trace, KEY, { status, text })).toBe(said);
  });
});

describe('the explanation is one well-formed sentence', () => {
  const TYPES: readonly ActionType[] = [
    'screen-pop',
    'open-page',
    'create-record',
    'update-call-log',
    'run-flow',
    'publish',
  ];
  const STATUSES: readonly OutcomeStatus[] = [
    'pending',
    'running',
    'waiting',
    'done',
    'offered',
    'failed',
    'skipped',
  ];
  const TEXTS = [
    '',
    '.',
    'There is no connection',
    'The record was found.',
    'Use one of these records?',
    'Stop!',
    'Wait...',
    'Wait.. what?. no',
    'Really?! Yes.',
    LOCKED.message,
    NO_ANSWER.message,
    'Amazon Connect answered. Salesforce did not',
    'Call it so. Ask your admin. Is that all right?',
    'bad value for restricted picklist field: "Foo"',
    'insufficient access rights on cross-reference id',
    'iPhone 12 is not a number',
    '4 records were found: choose one',
    '  lines\n and\tspaces  ',
    'No record was found: attribute caseId is empty; phone +1 415 555 0134 matched nothing in Contact, Lead.',
  ];
  const CODES = [null, 'OFFLINE', 'TIMEOUT', 'REFUSED', 'UNKNOWN', 'UNABLE_TO_LOCK_ROW'];

  function faults(said: string): string[] {
    const rules: readonly (readonly [string, RegExp])[] = [
      ['no capital at the start', /^[^A-Z]/],
      ['no stop at the end', /[^.]$/],
      ['two stops', /[.?!;:,]["')]*[.]$|[.]{2}|[?!][.]/],
      ['another sentence', /[.?!](?=\s)/],
      ['a lower-cased code', /\b[a-z][A-Z]+_/],
      ['a lower-cased name', /\b(salesforce|amazon)\b/],
      ['a capital amid the sentence', /(; |, but )(The|There|No|It|A|An|None|Nobody) /],
      ['spaces', /\s[.,;:]|\s\s|[\n\t]/],
      ['nothing said', /(, but|;)\.?$/],
    ];
    return rules.flatMap(([fault, form]) => (form.test(said) ? [`${fault}: ${said}`] : []));
  }

  test.each(TYPES.flatMap((type) => STATUSES.map((status) => [type, status] as const)))(
    'for %s, %s',
    (type, status) => {
      const said = TEXTS.flatMap((text) =>
        CODES.flatMap((code) => {
          const line = outcome(type, status, /[.!?]$/.test(text) ? text : `${text}.`);
          const failure = code === null ? null : { code, message: text };
          const again = { ...line, text: `${line.text} It is tried again.` };
          const lines = status === 'pending' && failure !== null ? [again] : [line];
          return [1, 3].flatMap((attempts) =>
            lines.flatMap((one) => {
              const trace = [{ ...one, data: { ...one.data, failure, attempts, notes: [] } }];
              return [explain(trace, KEY), explain([plan(true, 'matched')], KEY, { status, text })];
            }),
          );
        }),
      );
      expect(said.flatMap(faults)).toEqual([]);
    },
  );
});
