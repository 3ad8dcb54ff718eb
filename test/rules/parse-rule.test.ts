import { parseRule } from '../../src/rules/parse-rule.ts';

const base = { key: 'r1', label: 'Rule one', actions: [{ type: 'update-call-log' }] };

describe('reading a rule', () => {
  it('fills in every default', () => {
    expect(parseRule({ ...base, actions: [{ type: 'open-page' }] })).toEqual({
      ok: true,
      warnings: [],
      value: {
        key: 'r1',
        label: 'Rule one',
        active: true,
        order: 0,
        trigger: { conditions: [] },
        once: 'event',
        onFailure: 'continue',
        actions: [{ type: 'open-page', on: true, target: null, where: 'tab' }],
      },
    });
  });

  it('takes ids and labels in any case and stores ids', () => {
    const trigger = {
      setup: 'HVOC',
      pacingModes: ['Direct Preview', 'PREDICTIVE'],
      channelTypes: ['Regular-Call', 'Outbound'],
      events: ['custanswered', 'Connected', 'ACW'],
      causes: ['Customer-Answered'],
      legs: ['PRIMARY'],
    };
    const parsed = parseRule({ ...base, trigger });
    expect(parsed.ok && parsed.value.trigger).toEqual({
      setup: 'hvoc',
      pacingModes: ['direct-preview', 'predictive'],
      channelTypes: ['regular-call', 'outbound'],
      events: ['cust-answered', 'connected', 'acw'],
      causes: ['customer-answered'],
      legs: ['primary'],
      conditions: [],
    });
  });

  it.each([
    [['progressive'], ['outbound'], ['regular-call'], 0],
    [['predictive', 'progressive'], ['regular-call', 'Outbound'], ['regular-call'], 1],
    [['progressive', 'manual-outbound'], ['outbound'], ['outbound', 'regular-call'], 0],
  ])('reads tethered %j with channels %j as %j, with a warning', (pacingModes, channelTypes, read, index) => {
    const parsed = parseRule({ ...base, trigger: { setup: 'tethered', pacingModes, channelTypes } });
    expect(parsed.ok && parsed.value.trigger.channelTypes).toEqual(read);
    expect(parsed.warnings).toEqual([
      {
        id: 'alias-used',
        path: `trigger.channelTypes[${index}]`,
        message:
          'outbound is read as regular-call: progressive and predictive calls of the tethered setup carry that channel type',
        fix: 'Write regular-call',
      },
    ]);
  });

  it.each([
    ['hvoc', ['progressive']],
    ['tethered', ['manual-outbound']],
  ])('leaves outbound alone for %s %j', (setup, pacingModes) => {
    const parsed = parseRule({ ...base, trigger: { setup, pacingModes, channelTypes: ['outbound'] } });
    expect(parsed).toEqual({
      ok: true,
      warnings: [],
      value: {
        ...base,
        active: true,
        order: 0,
        once: 'event',
        onFailure: 'continue',
        trigger: { setup, pacingModes, channelTypes: ['outbound'], conditions: [] },
        actions: [{ type: 'update-call-log', target: 'log', fields: {} }],
      },
    });
  });

  it.each<[string, unknown, { path: string; message: string; fix?: string }[]]>([
    ['no object', 'rule', [{ path: '', message: 'must be of type object, not "rule"' }]],
    ['null', null, [{ path: '', message: 'must be of type object, not null' }]],
    ['no actions', { ...base, actions: [] }, [{ path: 'actions', message: 'must hold at least one action' }]],
    [
      'an unknown key',
      { ...base, when: 1 },
      [
        {
          path: 'when',
          message: 'unknown key',
          fix: 'Known keys: key, label, active, order, trigger, once, onFailure, actions',
        },
      ],
    ],
    [
      'a key in another case',
      { ...base, trigger: { pacingmodes: ['inbound'] } },
      [{ path: 'trigger.pacingmodes', message: 'unknown key', fix: 'Did you mean "pacingModes"?' }],
    ],
    [
      'a word without its list',
      { ...base, trigger: { events: 'connected' } },
      [
        {
          path: 'trigger.events',
          message: 'must be of type array, not "connected"',
          fix: 'Write it as a list: ["connected"]',
        },
      ],
    ],
    [
      'a condition on an attribute whose name needs quotes',
      { ...base, trigger: { conditions: [{ field: 'attributes.My Attr', operator: 'exists' }] } },
      [
        {
          path: 'trigger.conditions[0].field',
          message:
            'must be "queue", "number", "agent", "attributes.<name>", "variables.<name>" or "attributes[\'any name\']"',
          fix: 'Did you mean "attributes[\'My Attr\']"?',
        },
      ],
    ],
    [
      'a condition on a misspelt source',
      { ...base, trigger: { conditions: [{ field: 'attribute.x', operator: 'exists' }] } },
      [
        {
          path: 'trigger.conditions[0].field',
          message:
            'must be "queue", "number", "agent", "attributes.<name>", "variables.<name>" or "attributes[\'any name\']"',
          fix: 'Did you mean "attributes.x"?',
        },
      ],
    ],
    [
      'a key that is no name',
      { ...base, key: '1|x' },
      [{ path: 'key', message: 'must begin with a letter and have at most 40 letters, digits, "-" or "_"' }],
    ],
    [
      'an unknown event',
      { ...base, trigger: { events: ['connected', 'ringing'] } },
      [
        {
          path: 'trigger.events[1]',
          message:
            'must be one of "preview", "initiate", "connecting", "connected", "cust-answered", "hold", "consult", "conference", "acw", "dropped", "missed", "resume", not "ringing"',
        },
      ],
    ],
    [
      'an empty list',
      { ...base, trigger: { legs: [] } },
      [{ path: 'trigger.legs', message: 'must name at least one, or be left out for any' }],
    ],
    [
      'a condition on an unknown field',
      { ...base, trigger: { conditions: [{ field: 'call.secret', operator: 'equals', value: 'x' }] } },
      [
        {
          path: 'trigger.conditions[0].field',
          message:
            'must be "queue", "number", "agent", "attributes.<name>", "variables.<name>" or "attributes[\'any name\']"',
        },
      ],
    ],
    [
      'two actions of one id',
      {
        ...base,
        actions: [
          { type: 'publish', id: 'a', name: 'x' },
          { type: 'publish', id: 'a', name: 'y' },
        ],
      },
      [{ path: 'actions[1].id', message: 'the id "a" is taken by an earlier action of this rule' }],
    ],
    [
      'an id that another action has by its type',
      {
        ...base,
        actions: [
          { type: 'publish', name: 'x' },
          { type: 'open-page', id: 'publish' },
        ],
      },
      [{ path: 'actions[1].id', message: 'the id "publish" is taken by an earlier action of this rule' }],
    ],
  ])('refuses %s with its path', (_, value, issues) => {
    expect(parseRule(value)).toEqual({
      ok: false,
      warnings: [],
      issues: issues.map((issue) => ({ id: 'invalid-rule', ...issue })),
    });
  });

  it('names what may stand where a word tells the form', () => {
    const parsed = parseRule({
      ...base,
      trigger: {
        conditions: [{ field: 'queue', operator: 'eq', value: 'x' }, { field: 'queue' }],
      },
      actions: [
        { type: 'screenpop' },
        { type: 'sing' },
        { type: 'open-page', target: { kind: 'url' } },
        { type: 'update-call-log', fields: { A: {} } },
      ],
    });
    const operators = '"equals", "notEquals", "contains", "startsWith", "in", "exists"';
    const types = '"screen-pop", "open-page", "create-record", "update-call-log", "run-flow", "publish"';
    expect(!parsed.ok && parsed.issues.map(({ path, message, fix }) => [path, message, fix])).toEqual([
      ['trigger.conditions[0].operator', `must be one of ${operators}, not "eq"`, 'Did you mean "equals"?'],
      ['trigger.conditions[1].operator', `is missing; it must be one of ${operators}`, undefined],
      ['actions[0].type', `must be one of ${types}, not "screenpop"`, 'Did you mean "screen-pop"?'],
      ['actions[1].type', `must be one of ${types}, not "sing"`, undefined],
      [
        'actions[2].target.kind',
        'must be one of "record", "new-record", "object-home", "list-view", "component", "visualforce", "flow", "web", not "url"',
        undefined,
      ],
      ['actions[3].fields.A', 'must be of type string, number, boolean or null, not an object', undefined],
    ]);
  });

  it('refuses unknown merge fields and functions with the character', () => {
    const parsed = parseRule({
      ...base,
      actions: [
        {
          type: 'create-record',
          object: 'Case',
          fields: { Subject: 'Call {!call.phone}', Origin: "{!lower('X')}", Description: '{!attributes.a' },
        },
      ],
    });
    const functions = 'default, e164, national, date, duration, truncate, upper';
    expect(!parsed.ok && parsed.issues).toEqual([
      {
        id: 'unknown-merge-field',
        path: 'actions[0].fields.Subject',
        message: 'unknown merge field call.phone (character 8)',
        fix: 'Did you mean call.phoneNumber?',
      },
      {
        id: 'unknown-merge-field',
        path: 'actions[0].fields.Origin',
        message: 'unknown function lower (character 3)',
        fix: `Known functions: ${functions}`,
      },
      {
        id: 'unknown-merge-field',
        path: 'actions[0].fields.Description',
        message: '"}" is missing at the end of the merge field (character 15)',
      },
    ]);
  });
});
