import { conditionSchema, failedCondition } from '../../src/rules/condition.ts';
import type { Condition } from '../../src/rules/condition.ts';
import { parseWith } from '../../src/model/parse.ts';
import { sampleCall } from './sample-call.ts';

const subject = {
  call: sampleCall({
    attributes: { language: ' De ', empty: '', note: 'VIP customer', 'My Attr': 'Gold', 'a.b': 'c' },
    variables: { list: 'gold' },
    phoneNumber: '+1 (202) 555-0143',
  }),
  agentName: 'Robin Example',
};

const holds: readonly Condition[] = [
  { field: 'attributes.language', operator: 'equals', value: 'de' },
  { field: 'attributes.language', operator: 'notEquals', value: 'fr' },
  { field: 'attributes.missing', operator: 'notEquals', value: 'fr' },
  { field: 'attributes.note', operator: 'contains', value: 'vip' },
  { field: 'variables.list', operator: 'startsWith', value: 'GO' },
  { field: 'variables.list', operator: 'in', value: ['silver', 'gold'] },
  { field: 'attributes.language', operator: 'exists', value: true },
  { field: 'attributes.empty', operator: 'exists', value: false },
  { field: "attributes['My Attr']", operator: 'equals', value: 'gold' },
  { field: 'attributes["a.b"]', operator: 'equals', value: 'c' },
  { field: "variables['list']", operator: 'equals', value: 'gold' },
  { field: 'queue', operator: 'equals', value: 'service' },
  { field: 'queue', operator: 'equals', value: 'arn:queue/1' },
  { field: 'number', operator: 'equals', value: '+12025550143' },
  { field: 'number', operator: 'startsWith', value: '+1 202' },
  { field: 'agent', operator: 'equals', value: 'robin example' },
];

const fails: readonly (readonly [Condition, string])[] = [
  [
    { field: 'attributes.language', operator: 'equals', value: 'fr' },
    'the condition attributes.language equals "fr" does not hold',
  ],
  [
    { field: 'attributes.missing', operator: 'equals', value: 'fr' },
    'the condition attributes.missing equals "fr" does not hold (there is no such value)',
  ],
  [
    { field: 'attributes.language', operator: 'notEquals', value: 'DE' },
    'the condition attributes.language notEquals "DE" does not hold',
  ],
  [
    { field: 'variables.list', operator: 'in', value: ['silver', 'lead'] },
    'the condition variables.list in ["silver","lead"] does not hold',
  ],
  [
    { field: 'attributes.empty', operator: 'exists', value: true },
    'the condition attributes.empty exists does not hold',
  ],
  [
    { field: 'variables.list', operator: 'exists', value: false },
    'the condition variables.list does not exist does not hold',
  ],
  [
    { field: 'queue', operator: 'notEquals', value: 'Service' },
    'the condition queue notEquals "Service" does not hold',
  ],
  [
    { field: 'attributes.__proto__', operator: 'exists', value: true },
    'the condition attributes.__proto__ exists does not hold',
  ],
  [
    { field: "attributes['my attr']", operator: 'equals', value: 'gold' },
    'the condition attributes[\'my attr\'] equals "gold" does not hold (there is no such value)',
  ],
  [
    { field: 'attributes.constructor', operator: 'exists', value: true },
    'the condition attributes.constructor exists does not hold',
  ],
];

describe('a condition', () => {
  it.each(holds.map((condition) => [JSON.stringify(condition), condition] as const))(
    'holds: %s',
    (_, condition) => {
      expect(failedCondition(condition, subject)).toBeNull();
    },
  );

  it.each(fails)('says why %j does not hold, without the value of the call', (condition, reason) => {
    expect(failedCondition(condition, subject)).toBe(reason);
  });

  it.each(holds.map(({ field }) => [field]))('may look at %s', (field) => {
    expect(parseWith(conditionSchema, { field, operator: 'exists' })).toEqual({
      ok: true,
      value: { field, operator: 'exists', value: true },
    });
  });

  it.each([
    ['attributes.My Attr'],
    ['attributes'],
    ['attributes.'],
    ["attributes['']"],
    ["attributes['a'b']"],
    ["attributes['a"],
    ['attributes[a]'],
    ["queue['a']"],
    ['attribute.x'],
  ])('may not look at %s', (field) => {
    const parsed = parseWith(conditionSchema, { field, operator: 'exists' });
    expect(!parsed.ok && parsed.issues).toEqual([
      {
        path: 'field',
        message:
          'must be "queue", "number", "agent", "attributes.<name>", "variables.<name>" or "attributes[\'any name\']"',
      },
    ]);
  });

  it.each([
    [{ operator: 'equals', value: 'Anonymous' }, null],
    [{ operator: 'exists', value: false }, null],
    [{ operator: 'exists', value: true }, 'the condition number exists does not hold'],
  ] as const)('on a withheld number: %j', (condition, reason) => {
    const withheld = { call: sampleCall({ phoneNumber: 'anonymous' }), agentName: null };
    expect(failedCondition({ field: 'number', ...condition }, withheld)).toBe(reason);
  });

  it('takes a call without queue, number and agent as having no such value', () => {
    const bare = { call: sampleCall({ queue: null, phoneNumber: null }), agentName: null };
    const failed = ['queue', 'number', 'agent'].map((field) =>
      failedCondition({ field, operator: 'exists', value: false }, bare),
    );
    expect(failed).toEqual([null, null, null]);
  });
});
