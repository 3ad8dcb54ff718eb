import type { Finding } from '../../../src/rules/lint/finding.ts';
import { lintRuleset } from '../../../src/rules/lint/lint-ruleset.ts';
import type { RuleInput } from '../../../src/rules/rule.ts';

type Input = Partial<Omit<RuleInput, 'actions'>> & { readonly actions: readonly unknown[] };

const POP = {
  type: 'screen-pop',
  strategies: [{ by: 'phone', objects: ['Contact'] }],
  none: { do: 'nothing' },
  many: { do: 'ask' },
} as const;
const OTHER_POP = { ...POP, id: 'other', strategies: [{ by: 'phone', objects: ['Lead'] }] };
const CREATE = { type: 'create-record', object: 'Case' } as const;
const UPDATE = { type: 'update-call-log', target: 'created.Case', fields: { Status: 'x' } } as const;
const INBOUND = { setup: 'hvoc', pacingModes: ['inbound'] } as const satisfies RuleInput['trigger'];

const on = (...events: NonNullable<NonNullable<RuleInput['trigger']>['events']>): RuleInput['trigger'] => ({
  ...INBOUND,
  events,
});
const findings = (...inputs: Input[]): Finding[] =>
  lintRuleset(inputs.map((input, order) => ({ key: `r${order}`, label: 'x', order, ...input })));
const briefly = (list: readonly Finding[]): string[] =>
  list.map(({ id, level, ruleKey, path }) => `${level} ${id} ${ruleKey} ${path}`.trim());

const NONE: string[] = [];
const LATE = ['error nothing-to-update r0 actions[0].target'];

describe('an update of what is created', () => {
  it('is found when only a later action of its rule creates it', () => {
    expect(findings({ trigger: on('connected'), actions: [UPDATE, CREATE] })).toEqual([
      {
        id: 'nothing-to-update',
        level: 'error',
        ruleKey: 'r0',
        path: 'actions[0].target',
        message:
          'the Case is created only later, by actions[1] of the same rule, so there is nothing to update yet',
        fix: { text: 'Let that action come before this one' },
      },
    ]);
    expect(findings({ trigger: on('connected'), actions: [CREATE, UPDATE] })).toEqual([]);
  });

  it('is found when only a later event leads to it', () => {
    expect(
      findings(
        { trigger: on('connecting'), actions: [UPDATE] },
        { trigger: on('dropped'), actions: [CREATE] },
      ),
    ).toEqual([
      {
        id: 'nothing-to-update',
        level: 'error',
        ruleKey: 'r0',
        path: 'actions[0].target',
        message: 'the Case is created only later, by rule r1, actions[0], so there is nothing to update yet',
        fix: { text: 'Let this action wait for a later event, or that one come on an earlier event' },
      },
    ]);
  });

  it.each<[string, RuleInput['trigger'], RuleInput['trigger'], string[]]>([
    ['connecting, created at connected', on('connecting'), on('connected'), LATE],
    ['connected, created at connecting', on('connected'), on('connecting'), NONE],
    ['acw, created at connected', on('acw'), on('connected'), NONE],
    ['acw, created at dropped', on('acw'), on('dropped'), LATE],
    ['missed, created at connecting', on('missed'), on('connecting'), NONE],
    ['missed, created at connected', on('missed'), on('connected'), LATE],
    ['dropped, created when missed', on('dropped'), on('missed'), LATE],
    [
      'hold, created at conference',
      { setup: 'tethered', pacingModes: ['preview'], events: ['hold'] },
      { setup: 'tethered', pacingModes: ['preview'], events: ['conference'] },
      NONE,
    ],
    [
      'the first answer, created when the customer is taken off hold',
      {
        setup: 'tethered',
        pacingModes: ['preview'],
        events: ['cust-answered'],
        causes: ['customer-answered'],
      },
      {
        setup: 'tethered',
        pacingModes: ['preview'],
        events: ['cust-answered'],
        causes: ['customer-resumed'],
      },
      LATE,
    ],
    [
      'the answer on a desktop that the call reached, created at the consult there',
      { setup: 'tethered', pacingModes: ['preview'], events: ['cust-answered'], receiving: true },
      { setup: 'tethered', pacingModes: ['preview'], events: ['consult'], receiving: true },
      NONE,
    ],
    [
      'the call, created at the offer of a preview',
      { setup: 'hvoc', pacingModes: ['direct-preview'], events: ['connecting'] },
      { setup: 'hvoc', pacingModes: ['direct-preview'], events: ['preview'] },
      NONE,
    ],
    [
      'the answer, created when a consultant is called',
      { setup: 'hvoc', pacingModes: ['direct-preview'], events: ['connected'], legs: ['primary'] },
      { setup: 'hvoc', pacingModes: ['direct-preview'], events: ['connecting'], legs: ['consult'] },
      LATE,
    ],
    [
      'another desktop than that which creates',
      { ...on('dropped'), receiving: true },
      { ...on('connected'), receiving: false },
      LATE,
    ],
    [
      'the other end of a manual call',
      { pacingModes: ['manual-outbound'], channelTypes: ['outbound'], events: ['dropped'] },
      { pacingModes: ['manual-outbound'], channelTypes: ['inbound'], events: ['connected'] },
      LATE,
    ],
  ])('is judged by the order of events: at %s', (_, update, create, expected) => {
    const list = findings({ trigger: update, actions: [UPDATE] }, { trigger: create, actions: [CREATE] });
    expect(briefly(list.filter(({ level }) => level === 'error'))).toEqual(expected);
  });

  it('is judged by the order of rules for one event', () => {
    const update = { trigger: on('connected'), actions: [UPDATE] };
    const create = { trigger: on('connected'), actions: [CREATE] };
    expect(briefly(findings(update, create))).toEqual(LATE);
    expect(findings(create, update)).toEqual([]);
    expect(briefly(findings({ ...update, order: 30 }, { ...create, order: 20 }))).toEqual([]);
  });

  it('may come first where an earlier event has led to the same rule', () => {
    const rule = { trigger: on('connected', 'dropped'), actions: [UPDATE, CREATE] };
    expect(findings(rule)).toEqual([]);
    expect(briefly(findings({ ...rule, once: 'call' }))).toEqual(LATE);
  });
});

describe('a reference', () => {
  const publish = (id: string) => ({ type: 'publish', name: 'seen', payload: { id } });

  it('to a record that is created later is found', () => {
    expect(
      briefly(findings({ trigger: on('connected'), actions: [publish('{!created.Case.Id}'), CREATE] })),
    ).toEqual(['warning nothing-to-refer-to r0 actions[0].payload.id']);
  });

  it('to a match that is popped later is found, unless the action is caught up with', () => {
    const late = (action: unknown): string[] =>
      briefly(findings({ trigger: on('connected'), actions: [action, POP] }));
    expect(late(publish('{!match.Id}'))).toEqual(['warning nothing-to-refer-to r0 actions[0].payload.id']);
    expect(late({ ...CREATE, relateMatchTo: 'ContactId' })).toEqual([]);
    expect(late({ ...CREATE, fields: { Subject: '{!match.Name}' } })).toEqual([]);
    expect(late({ ...UPDATE, target: 'match' })).toEqual([]);
    expect(
      findings({ trigger: on('connected'), actions: [publish('{!match.Id}'), POP] }).map(
        ({ message }) => message,
      ),
    ).toEqual([
      'the record is popped only later, by actions[1] of the same rule, so there is nothing to refer to yet',
    ]);
  });
});

describe('pops', () => {
  it('are found twice in one rule', () => {
    expect(findings({ trigger: on('connecting'), actions: [POP, OTHER_POP] })).toEqual([
      {
        id: 'two-pops',
        level: 'warning',
        ruleKey: 'r0',
        path: 'actions[1]',
        message: 'pops again, after actions[0] of the same rule',
        fix: {
          text: 'Put the strategies of both into one pop: the first that finds anything ends the search',
        },
      },
    ]);
  });

  it('that are the same word for word count once, where they are shared', () => {
    const twice = { trigger: on('connecting'), actions: [POP, { ...POP, id: 'again' }] };
    expect(findings(twice)).toEqual([]);
    expect(briefly(findings({ ...twice, onFailure: 'stop' }))).toEqual(['warning two-pops r0 actions[1]']);
    const one = { trigger: on('connecting'), actions: [POP] };
    const other = { trigger: on('connecting', 'acw'), actions: [POP] };
    expect(findings(one, other)).toEqual([]);
    expect(briefly(findings(one, { ...other, once: 'call' }))).toEqual(['warning two-pops r1 actions[0]']);
    expect(briefly(findings({ ...one, onFailure: 'stop' }, other))).toEqual([
      'warning two-pops r1 actions[0]',
    ]);
  });

  it('beside the one that two rules share are found too', () => {
    expect(
      briefly(
        findings(
          { trigger: on('connecting'), actions: [POP] },
          { trigger: on('connecting'), actions: [POP, OTHER_POP] },
        ),
      ),
    ).toEqual(['warning two-pops r1 actions[1]', 'warning two-pops r1 actions[1]']);
  });
});

describe('a rule whose actions earlier rules plan', () => {
  const log = { type: 'update-call-log' };
  const logged = { trigger: on('dropped'), actions: [log] };
  const shadowed = ['warning unreachable-rule r1'];

  it('is to be removed when it would repeat them as often and go on after each', () => {
    expect(findings(logged, logged)).toEqual([
      {
        id: 'unreachable-rule',
        level: 'warning',
        ruleKey: 'r1',
        path: '',
        message:
          'earlier rules plan the very same actions for every event of this rule, as often as this one',
        fix: { text: 'Remove the rule' },
      },
    ]);
    expect(briefly(findings({ ...logged, once: 'call' }, { ...logged, once: 'call' }))).toEqual(shadowed);
    expect(briefly(findings({ ...logged, trigger: on('acw', 'dropped') }, logged))).toEqual(shadowed);
  });

  it.each<[string, Partial<Input>, Partial<Input>]>([
    ['the first stops', { onFailure: 'stop' }, {}],
    ['the second stops', {}, { onFailure: 'stop' }],
    ['they repeat otherwise', { once: 'call' }, {}],
    [
      'once in a call is on another event for each',
      { once: 'call', trigger: on('acw', 'dropped') },
      { once: 'call' },
    ],
    [
      'the first has conditions',
      { trigger: { ...on('dropped'), conditions: [{ field: 'queue', operator: 'exists' }] } },
      {},
    ],
  ])('stays when %s', (_, first, second) => {
    expect(findings({ ...logged, ...first }, { ...logged, ...second })).toEqual([]);
  });
});

describe('what has no effect', () => {
  it.each<[string, unknown, string[]]>([
    [
      'an update without fields',
      { type: 'update-call-log', target: 'match' },
      ['error no-effect r0 actions[1].fields'],
    ],
    ['a log without fields', { type: 'update-call-log' }, NONE],
    [
      'matchTaskBy without a Task',
      { ...UPDATE, target: 'match', matchTaskBy: 'CallObject' },
      ['warning no-effect r0 actions[1].matchTaskBy'],
    ],
    [
      'the object of a log',
      { type: 'update-call-log', object: 'Case' },
      ['warning no-effect r0 actions[1].object'],
    ],
    [
      'the object of a match',
      { ...UPDATE, target: 'match', object: 'Contact' },
      ['warning no-effect r0 actions[1].object'],
    ],
    ['the object of an id', { ...UPDATE, target: '{!match.Id}', object: 'Contact' }, NONE],
    [
      'a record type of the interaction',
      { type: 'create-record', recordType: 'Support' },
      ['warning no-effect r0 actions[1].recordType'],
    ],
    ['a record type of a case', { ...CREATE, recordType: 'Support' }, NONE],
    [
      'state without a namespace',
      { type: 'open-page', target: { kind: 'component', name: 'c__panel', state: { a: 'x', c__b: 'y' } } },
      ['warning no-effect r0 actions[1].target.state.a'],
    ],
    ['a page of a case', { type: 'open-page', target: { kind: 'object-home', object: 'Case' } }, NONE],
  ])('%s', (_, action, expected) => {
    const list = findings(
      { trigger: on('connected'), actions: [POP, action] },
      { trigger: on('dropped'), actions: [{ type: 'update-call-log' }] },
    );
    expect(briefly(list)).toEqual(expected);
  });

  it('is said with what to do', () => {
    const list = findings({
      actions: [
        POP,
        { type: 'update-call-log', target: 'match', matchTaskBy: 'CallObject', object: 'Contact' },
        { type: 'open-page', target: { kind: 'component', name: 'c__panel', state: { a: 'x' } } },
      ],
    });
    expect(list.map(({ message, fix }) => [message, fix?.text])).toEqual([
      ['there are no fields, so nothing is written', 'Name the fields to write, or remove the action'],
      ['counts only with the target "log", which writes a Task', 'Remove "matchTaskBy"'],
      ['does not count: the target "match" is of a known object', 'Remove "object"'],
      ['does not reach the component: Lightning passes on only keys with a namespace', 'Write "c__a"'],
    ]);
  });
});
