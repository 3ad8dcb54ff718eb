import fc from 'fast-check';
import { CATALOG } from '../../src/catalog/catalog.ts';
import { parseRuleset } from '../../src/rules/parse-ruleset.ts';
import { planActions } from '../../src/rules/plan-actions.ts';
import { PRESETS } from '../../src/rules/presets/presets.ts';
import type { Rule, RuleInput } from '../../src/rules/rule.ts';
import { sampleCall, sampleEvent } from './sample-call.ts';

const LOG = { type: 'update-call-log' } as const;

function rulesOf(...inputs: Partial<RuleInput>[]): readonly Rule[] {
  const { rules, problems } = parseRuleset(
    inputs.map((input, index) => ({
      key: `r${index}`,
      label: `Rule ${index}`,
      order: index,
      actions: [LOG],
      ...input,
    })),
  );
  expect(problems).toEqual([]);
  return rules;
}

const event = sampleEvent('hvoc.inbound.inbound.acw', { occurrence: 2 });
const call = sampleCall({ attributes: { language: 'de' } });
const plan = (rules: readonly Rule[], changes: Partial<typeof event> = {}) =>
  planActions({ event: { ...event, ...changes }, call, agentName: 'Robin Example', rules });

describe('planning', () => {
  it('gives the whole plan, with the call as it was', () => {
    const rules = rulesOf({ trigger: { events: ['acw'] }, onFailure: 'stop' });
    expect(plan(rules)).toEqual({
      callKey: 'agent-1|contact-1|1',
      event,
      call,
      agentName: 'Robin Example',
      actions: [
        {
          key: 'agent-1|contact-1|1|leg-1|r0|update-call-log|hvoc.inbound.inbound.acw',
          sharedBy: [],
          ruleKey: 'r0',
          ruleLabel: 'Rule 0',
          action: { type: 'update-call-log', target: 'log', fields: {} },
          needs: { match: true, created: [], log: false },
          onFailure: 'stop',
        },
      ],
      considered: [{ ruleKey: 'r0', matched: true, reason: 'matched' }],
    });
  });

  it.each<[NonNullable<RuleInput['trigger']>, string]>([
    [{ setup: 'tethered' }, 'setup hvoc is not tethered'],
    [{ pacingModes: ['preview', 'predictive'] }, 'pacing mode inbound is not one of preview, predictive'],
    [{ channelTypes: ['outbound'] }, 'channel type inbound is not outbound'],
    [{ events: ['dropped'] }, 'event acw is not dropped'],
    [{ causes: ['failed', 'rejected'] }, 'cause call-ended is not one of failed, rejected'],
    [{ legs: ['consult'] }, 'leg primary is not consult'],
    [{ receiving: true }, 'the call did not reach this desktop by consult or transfer'],
    [
      { conditions: [{ field: 'attributes.language', operator: 'equals', value: 'fr' }] },
      'the condition attributes.language equals "fr" does not hold',
    ],
  ])('says why %j does not match', (trigger, reason) => {
    const result = plan(rulesOf({ trigger }));
    expect([result.actions, result.considered]).toEqual([[], [{ ruleKey: 'r0', matched: false, reason }]]);
  });

  it('says that a call was received where a rule wants none such', () => {
    const result = plan(rulesOf({ trigger: { receiving: false } }), { receiving: true });
    expect(result.considered).toEqual([
      { ruleKey: 'r0', matched: false, reason: 'the call reached this desktop by consult or transfer' },
    ]);
  });

  it('tells switched off from unmatched', () => {
    const result = plan(rulesOf({ active: false }, { active: false, trigger: { events: ['hold'] } }));
    expect([result.actions, result.considered.map(({ reason }) => reason)]).toEqual([
      [],
      ['switched off; it would have matched', 'event acw is not hold'],
    ]);
  });

  it('does not plan a page that is switched off, and says so', () => {
    const result = plan(rulesOf({ actions: [{ type: 'open-page', on: false }, LOG] }));
    expect([result.actions.map(({ action }) => action.type), result.considered]).toEqual([
      ['update-call-log'],
      [{ ruleKey: 'r0', matched: true, reason: 'matched; open-page is switched off' }],
    ]);
  });

  it('plans the very same action once for an event, whatever its id, and different ones each', () => {
    const result = plan(
      rulesOf(
        { actions: [LOG, { type: 'create-record', object: 'Case' }] },
        {
          actions: [
            { ...LOG, id: 'again' },
            { type: 'create-record', object: 'Lead' },
          ],
        },
      ),
    );
    expect(result.actions.map(({ key }) => key.split('|').slice(4, 6).join(' '))).toEqual([
      'r0 update-call-log',
      'r0 create-record',
      'r1 create-record',
    ]);
    expect(result.considered.map(({ reason }) => reason)).toEqual([
      'matched',
      'matched; again is planned already by rule r0',
    ]);
  });

  it.each<[string, Partial<RuleInput>, Partial<RuleInput>]>([
    ['the first rule stops at a failure', { onFailure: 'stop' }, {}],
    ['the second rule stops at a failure', {}, { onFailure: 'stop' }],
    ['they are repeated differently', { once: 'call' }, { once: 'occurrence' }],
  ])('plans the same action for both rules when %s', (_what, one, two) => {
    const result = plan(rulesOf(one, two));
    expect(result.actions.map(({ ruleKey }) => ruleKey)).toEqual(['r0', 'r1']);
  });

  it('counts the same action of two rules as done for both, then and at later events', () => {
    const rules = rulesOf({ once: 'call' }, { once: 'call' });
    const [first] = plan(rules).actions;
    const done = [first?.key, ...(first?.sharedBy ?? [])];
    const isPlanned = (key: string): boolean => done.includes(key);
    const later = planActions({ event: { ...event, at: 9 }, call, agentName: null, rules, isPlanned });
    expect([first?.ruleKey, done.length, later.actions]).toEqual(['r0', 2, []]);
  });

  it('leaves out what an earlier event led to, and lets another rule do it now', () => {
    const rules = rulesOf({ once: 'call' }, { once: 'call' });
    const isPlanned = (key: string): boolean => key.includes('|r0|');
    const result = planActions({ event, call, agentName: null, rules, isPlanned });
    expect(result.actions.map(({ ruleKey }) => ruleKey)).toEqual(['r1']);
    expect(result.considered.map(({ reason }) => reason)).toEqual([
      'matched; update-call-log was planned before, and is done once',
      'matched',
    ]);
  });

  it('numbers actions of one type from the second on, and takes their own ids', () => {
    const create = (object: string, id?: string) => ({
      type: 'create-record' as const,
      object,
      ...(id ? { id } : {}),
    });
    const result = plan(rulesOf({ actions: [create('A__c'), create('B__c', 'mine'), create('C__c')] }));
    expect(result.actions.map(({ key }) => key.split('|')[5])).toEqual([
      'create-record',
      'mine',
      'create-record-2',
    ]);
  });

  it.each([
    ['call', 'agent-1|contact-1|1|leg-1|r0|update-call-log'],
    ['event', 'agent-1|contact-1|1|leg-1|r0|update-call-log|hvoc.inbound.inbound.acw'],
    ['occurrence', 'agent-1|contact-1|1|leg-1|r0|update-call-log|hvoc.inbound.inbound.acw|2'],
  ] as const)('keys an action once per %s', (once, key) => {
    expect(plan(rulesOf({ once })).actions.map((action) => action.key)).toEqual([key]);
  });

  it('keeps a leg id with separators apart from the other parts', () => {
    const keys = ['a|b', 'a%7Cb'].map((legId) => plan(rulesOf({ once: 'call' }), { legId }).actions[0]?.key);
    expect(keys).toEqual([
      'agent-1|contact-1|1|a%7Cb|r0|update-call-log',
      'agent-1|contact-1|1|a%257Cb|r0|update-call-log',
    ]);
  });
});

describe('planning, for any event and any subset of the shipped rules', () => {
  const seed = 20260303;
  const all = PRESETS.flatMap((preset) => parseRuleset(preset).rules);
  const events = fc.constantFrom(...CATALOG).chain((row) =>
    fc
      .record({
        cause: fc.constantFrom(...row.causes),
        leg: fc.constantFrom(...row.legs),
        receiving: fc.boolean(),
        occurrence: fc.integer({ min: 1, max: 9 }),
      })
      .map((changes) => sampleEvent(row.tuple, changes)),
  );
  const inputs = fc.record({ event: events, rules: fc.shuffledSubarray(all) });

  it(`considers every rule once, keeps their order, never repeats a key, and is deterministic (seed ${seed})`, () => {
    fc.assert(
      fc.property(inputs, ({ event: one, rules }) => {
        const input = { event: one, call, agentName: null, rules };
        const result = planActions(input);
        expect(result.considered.map(({ ruleKey }) => ruleKey)).toEqual(rules.map(({ key }) => key));
        const keys = result.actions.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        const order = result.actions.map(({ ruleKey }) => rules.findIndex(({ key }) => key === ruleKey));
        expect(order).toEqual([...order].sort((a, b) => a - b));
        const matched = result.considered.filter((item) => item.matched).map(({ ruleKey }) => ruleKey);
        expect(result.actions.filter(({ ruleKey }) => !matched.includes(ruleKey))).toEqual([]);
        expect(planActions(structuredClone(input))).toEqual(result);
      }),
      { seed, numRuns: 300 },
    );
  });
});
