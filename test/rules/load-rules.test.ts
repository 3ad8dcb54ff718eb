import type { RuleRecord } from '../../src/model/apex-contract.ts';
import { loadRules } from '../../src/rules/load-rules.ts';
import { parseRuleset } from '../../src/rules/parse-ruleset.ts';

const record = (changes: Partial<RuleRecord>): RuleRecord => ({
  developerName: 'r1',
  label: 'Rule one',
  ruleset: 'mine',
  order: 10,
  active: true,
  triggerJson: '{"events":["connected"]}',
  actionsJson: '[{"type":"update-call-log"}]',
  ...changes,
});

const loaded = (changes: Partial<RuleRecord>) => loadRules([record(changes)]);

describe('loading rule records', () => {
  it('takes once from the trigger and onFailure from the actions', () => {
    expect(
      loaded({
        triggerJson: '{"events":["connected"],"once":"call"}',
        actionsJson: '{"onFailure":"stop","actions":[{"type":"update-call-log"}]}',
      }),
    ).toEqual({
      problems: [],
      rules: [
        {
          key: 'r1',
          label: 'Rule one',
          active: true,
          order: 10,
          trigger: { events: ['connected'], conditions: [] },
          once: 'call',
          onFailure: 'stop',
          actions: [{ type: 'update-call-log', target: 'log', fields: {} }],
        },
      ],
    });
  });

  it('takes an empty trigger as any event', () => {
    expect(loaded({ triggerJson: null }).rules.map(({ trigger }) => trigger)).toEqual([{ conditions: [] }]);
  });

  it.each([
    [{ triggerJson: '{"events":' }, 'trigger', 'is not JSON: a value was expected at line 1, column 11'],
    [{ actionsJson: '[{"type":]' }, 'actions', 'is not JSON: a value was expected at line 1, column 10'],
    [{ triggerJson: '[]' }, 'trigger', 'must be of type object, not an array'],
    [{ triggerJson: '"x"' }, 'trigger', 'must be of type object, not "x"'],
    [{ triggerJson: '{"event":["connected"]}' }, 'trigger.event', 'unknown key. Did you mean "events"?'],
    [
      { triggerJson: '{"once":"twice"}' },
      'once',
      'must be one of "call", "event", "occurrence", not "twice"',
    ],
    [{ actionsJson: null }, 'actions', 'must hold at least one action'],
    [
      { actionsJson: '{"key":"other","actions":[{"type":"update-call-log"}]}' },
      'actions.key',
      'unknown key. Known keys: onFailure, actions',
    ],
    [{ actionsJson: '"pop"' }, 'actions', 'must be of type array, not "pop". Write it as a list: ["pop"]'],
  ])('reports %j', (changes, path, message) => {
    expect(loaded(changes)).toEqual({
      rules: [],
      problems: [{ source: 'r1', path, message, level: 'error' }],
    });
  });

  it.each([
    [{ triggerJson: '{"events":["acw"],"events":["connected"]}' }, 'trigger.events'],
    [{ triggerJson: '{"events":["connected"],"once":"call","once":"event"}' }, 'trigger.once'],
    [{ actionsJson: '[{"type":"publish","type":"update-call-log"}]' }, 'actions[0].type'],
    [{ actionsJson: '{"actions":[{"type":"publish","type":"update-call-log"}]}' }, 'actions[0].type'],
    [{ actionsJson: '{"actions":[],"actions":[{"type":"update-call-log"}]}' }, 'actions.actions'],
  ])('warns of a name that stands twice in %j', (changes, path) => {
    const { rules, problems } = loaded(changes);
    expect(rules.map(({ trigger, actions }) => [trigger.events, actions.map(({ type }) => type)])).toEqual([
      [['connected'], ['update-call-log']],
    ]);
    expect(problems).toEqual([
      {
        source: 'r1',
        path,
        message: 'stands more than once in the same object, and only the last one counts. Remove all but one',
        level: 'warning',
      },
    ]);
  });

  it('sorts by order, then key, and lets a bad rule stop no good one', () => {
    const { rules, problems } = loadRules([
      record({ developerName: 'late', order: 30 }),
      record({ developerName: 'bad', order: 5, actionsJson: 'nope' }),
      record({ developerName: 'b', order: 10 }),
      record({ developerName: 'a', order: 10 }),
      record({ developerName: 'off', order: 1, active: false }),
    ]);
    expect(rules.map(({ key, active }) => [key, active])).toEqual([
      ['off', false],
      ['a', true],
      ['b', true],
      ['late', true],
    ]);
    expect(problems.map(({ source, path }) => [source, path])).toEqual([['bad', 'actions']]);
  });

  it('keeps the first of two rules with the same key', () => {
    const { rules, problems } = loadRules([record({ order: 2 }), record({ order: 1, developerName: 'R1' })]);
    expect(rules.map(({ order }) => order)).toEqual([2]);
    expect(problems).toEqual([
      {
        source: 'R1',
        path: 'key',
        message: 'the key "R1" is taken by an earlier rule; this one is left out',
        level: 'error',
      },
    ]);
  });

  it('is not fooled by prototype keys', () => {
    const { rules, problems } = loadRules([
      record({ triggerJson: '{"__proto__":{"events":["acw"]},"events":["connected"]}' }),
      record({ developerName: 'r2', actionsJson: '{"__proto__":1,"actions":[{"type":"update-call-log"}]}' }),
    ]);
    expect(rules.map(({ trigger }) => trigger.events)).toEqual([]);
    expect(problems.map(({ source, path }) => [source, path])).toEqual([
      ['r1', 'trigger.__proto__'],
      ['r2', 'actions.__proto__'],
    ]);
  });
});

describe('reading a ruleset file', () => {
  const rule = { key: 'r1', label: 'One', actions: [{ type: 'update-call-log' }] };

  it.each([
    [{ rules: [rule] }],
    [[rule]],
    [{ $schema: 'x', ruleset: 'mine', description: 'd', rules: [rule] }],
  ])('takes %j', (value) => {
    const { rules, problems } = parseRuleset(value);
    expect([rules.map(({ key }) => key), problems]).toEqual([['r1'], []]);
  });

  it.each([[null], [7], ['rules'], [{}], [{ rules: {} }]])('refuses %j', (value) => {
    expect(parseRuleset(value)).toEqual({
      rules: [],
      problems: [
        {
          source: 'ruleset',
          path: '',
          message: 'must be { "ruleset": "<name>", "rules": [...] } or an array of rules',
          level: 'error',
        },
      ],
    });
  });

  it('warns of names that stand twice in its text, by rule', () => {
    const repeated = ['rules[1].trigger.events', 'description', '[0].label'];
    const { problems } = parseRuleset({ rules: [rule, { ...rule, key: 'r2' }] }, repeated);
    expect(problems.map(({ source, path, level }) => [source, path, level])).toEqual([
      ['ruleset', 'description', 'warning'],
      ['r1', 'label', 'warning'],
      ['r2', 'trigger.events', 'warning'],
    ]);
  });

  it('names a rule without a key by its index', () => {
    const { problems } = parseRuleset({
      rules: [rule, { label: 'x', actions: [{ type: 'update-call-log' }] }],
      rule: 1,
    });
    expect(problems.map(({ source, path }) => [source, path])).toEqual([
      ['ruleset', 'rule'],
      ['rules[1]', 'key'],
    ]);
  });
});
