import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { ActionRequest } from '../../src/model/action-request.ts';
import { CATALOG } from '../../src/catalog/catalog.ts';
import { actionNeeds } from '../../src/rules/action-needs.ts';
import { parseRule } from '../../src/rules/parse-rule.ts';
import { loadRules } from '../../src/rules/load-rules.ts';
import { parseRuleset } from '../../src/rules/parse-ruleset.ts';
import { planActions } from '../../src/rules/plan-actions.ts';
import { createResolveAction } from '../../src/rules/resolve/resolve-action.ts';
import { INTERACTION_LENGTHS } from '../../src/rules/resolve/interaction-lengths.ts';
import { STANDARD_LENGTHS } from '../../src/rules/resolve/standard-lengths.ts';
import { endedCall, sampleEvent, sampleScope } from './sample-call.ts';

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  'https://user:pw@evil.example/',
  "' OR Name != '",
  '"} FIND {*} IN ALL FIELDS RETURNING Contact',
  '? & | ! { } [ ] ( ) ^ ~ * : \\ + -',
  '{!agent.name}',
  'x'.repeat(40_000),
  '😀'.repeat(200),
  '\u202Egnp.exe',
  '\ud800',
  '__proto__',
  'constructor',
  '\u0000',
  'anonymous',
  '+12025550143',
];

const directory = path.join(__dirname, '../../examples/rules');
const examples = readdirSync(directory).flatMap(
  (name) => parseRuleset(JSON.parse(readFileSync(path.join(directory, name), 'utf8'))).rules,
);
const own = parseRuleset([
  {
    key: 'own',
    label: 'own',
    actions: [
      {
        type: 'screen-pop',
        strategies: [
          { by: 'record-id', value: '{!attributes.a}' },
          { by: 'field', object: 'Case', field: 'CaseNumber', value: '{!attributes.b}' },
          { by: 'phone', objects: ['Contact'], number: '{!attributes.a}' },
        ],
        none: { do: 'search', term: '{!attributes.b}' },
      },
      {
        type: 'open-page',
        target: { kind: 'web', url: '{!attributes.a}', parameters: { q: '{!attributes.b}' } },
      },
      {
        type: 'open-page',
        id: 'p2',
        target: { kind: 'web', url: 'https://crm.example.com/{!attributes.a}/{!attributes.b}' },
      },
      { type: 'open-page', id: 'p3', target: { kind: 'record', recordId: '{!attributes.a}' } },
      {
        type: 'create-record',
        object: 'Lead',
        fields: { LastName: '{!attributes.a}', Company: '{!upper(attributes.b)}' },
      },
      {
        type: 'update-call-log',
        fields: { Subject: '{!attributes.a} {!date(attributes.b)} {!duration(attributes.a)}' },
      },
      {
        type: 'update-call-log',
        id: 'u2',
        target: '{!attributes.a}',
        object: 'Case',
        fields: { Subject: '{!attributes.b}' },
      },
    ],
  },
]).rules;

const resolve = createResolveAction({
  defaultCountry: 'US',
  timeZone: 'UTC',
  allowedHosts: ['crm.example.com'],
});

function tooLong(request: ActionRequest): string[] {
  if (request.kind !== 'apply') return [];
  const { operation } = request;
  const object = 'object' in operation ? operation.object : 'Paceline_Interaction__c';
  const over = (fields: Readonly<Record<string, unknown>>, lengths: Readonly<Record<string, number>>) =>
    Object.entries(fields)
      .filter(([name, value]) => typeof value === 'string' && value.length > (lengths[name] ?? Infinity))
      .map(([name]) => name);
  return [
    ...over(
      operation.fields,
      object === 'Paceline_Interaction__c' ? INTERACTION_LENGTHS : (STANDARD_LENGTHS[object] ?? {}),
    ),
    ...(operation.kind === 'close-interaction'
      ? over(operation.task ?? {}, STANDARD_LENGTHS['Task'] ?? {})
      : []),
  ];
}

function badOpening(request: ActionRequest): string[] {
  if (request.kind !== 'open') return [];
  const { target } = request.request;
  if (target.kind === 'web' && !/^(?:https:\/\/crm\.example\.com\/|\/(?!\/))/.test(target.url))
    return [target.url];
  if (target.kind === 'record' && !/^\w{15,18}$/.test(target.recordId)) return [target.recordId];
  return [];
}

function badLookUp(request: ActionRequest): string[] {
  if (request.kind !== 'look-up') return [];
  return (request.request?.strategies ?? []).flatMap((strategy) => {
    if (strategy.by === 'record-id') return /^\w{15,18}$/.test(strategy.recordId) ? [] : [strategy.recordId];
    if (strategy.by === 'field') return strategy.value.length <= 255 ? [] : [strategy.value];
    return [...strategy.variants, strategy.number].filter((number) => !/^[\d\s().+\-/]{7,64}$/.test(number));
  });
}

describe('hostile values', () => {
  const seed = 20260304;
  const value = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 40 }));
  const input = fc.record({
    a: value,
    b: value,
    number: value,
    queue: value,
    name: value,
    row: fc.constantFrom(...CATALOG),
  });

  it(`make no request that executes, escapes its place or is too long (seed ${seed})`, () => {
    fc.assert(
      fc.property(input, ({ a, b, number, queue, name, row }) => {
        const attributes = {
          a,
          b,
          __proto__: null,
          contact_id: a,
          debtor: b,
          case_number: a,
          topic: b,
        } as unknown;
        const call = endedCall({
          attributes: attributes as Record<string, string>,
          phoneNumber: number,
          queue: { arn: queue, id: queue, name: queue },
        });
        const event = sampleEvent(row.tuple);
        const match = {
          recordId: '003000000000001AAA',
          objectApiName: 'Contact',
          name,
          detail: null,
          rank: 1,
        };
        const plan = planActions({ event, call, agentName: name, rules: [...own, ...examples] });
        for (const planned of plan.actions) {
          const request = resolve(planned, sampleScope({ call, event, agentName: name, match }));
          expect([tooLong(request), badOpening(request), badLookUp(request)]).toEqual([[], [], []]);
          expect(JSON.parse(JSON.stringify(request))).toEqual(request);
        }
      }),
      { seed, numRuns: 400 },
    );
  });

  it(`never make the reading of rules throw (seed ${seed})`, () => {
    const text = fc.oneof(fc.json(), value, fc.constant(null));
    fc.assert(
      fc.property(fc.jsonValue(), text, text, (json, triggerJson, actionsJson) => {
        parseRule(json);
        parseRuleset(json);
        loadRules([
          { developerName: 'x', label: 'x', ruleset: 'x', order: 1, active: true, triggerJson, actionsJson },
        ]);
        return true;
      }),
      { seed, numRuns: 1000 },
    );
  });

  it('do not reach the prototype of anything', () => {
    const polluted = parseRule(
      JSON.parse(
        '{"key":"r","label":"r","actions":[{"type":"create-record","object":"Case","fields":{"__proto__":"{!call.callId}","constructor":"x"}}]}',
      ),
    );
    const action = polluted.ok ? polluted.value.actions[0] : undefined;
    if (action === undefined) throw new Error('the rule should load');
    const planned = {
      key: 'k',
      sharedBy: [],
      ruleKey: 'r',
      ruleLabel: 'r',
      action,
      needs: actionNeeds(action),
      onFailure: 'continue' as const,
    };
    const request = resolve(planned, sampleScope());
    expect(request.kind === 'apply' && Object.keys(request.operation.fields)).toEqual(['constructor']);
    expect(({} as Record<string, unknown>)['callId']).toBe(undefined);
  });
});
