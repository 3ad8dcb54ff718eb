import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../../../src/rules/lint/finding.ts';
import { lintRuleset } from '../../../src/rules/lint/lint-ruleset.ts';
import { PRESETS } from '../../../src/rules/presets/presets.ts';
import type { RuleInput } from '../../../src/rules/rule.ts';

const POP = {
  type: 'screen-pop',
  strategies: [{ by: 'phone', objects: ['Contact'] }],
  none: { do: 'nothing' },
  many: { do: 'ask' },
} as const;
const LOG = { type: 'update-call-log' } as const;
const CREATE = { type: 'create-record' } as const;

type Input = Partial<Omit<RuleInput, 'actions'>> & { readonly actions?: readonly unknown[] };

const rules = (...inputs: Input[]): unknown[] =>
  inputs.map((input, index) => ({
    key: `r${index}`,
    label: `Rule ${index}`,
    order: index,
    actions: [LOG],
    ...input,
  }));

const findings = (...inputs: Input[]): Finding[] => lintRuleset(rules(...inputs));
const briefly = (list: readonly Finding[]): string[] =>
  list.map(({ id, level, ruleKey, path: place }) => `${level} ${id} ${ruleKey} ${place}`.trim());

describe('the linter', () => {
  it('finds nothing wrong with a rule that is right', () => {
    expect(findings({ trigger: { events: ['dropped'] } })).toEqual([]);
  });

  it('gives id, level, rule, path, message and fix', () => {
    expect(findings({ trigger: { setup: 'hvoc', pacingModes: ['preview', 'inbound'] } })).toEqual([
      {
        id: 'unknown-tuple',
        level: 'warning',
        ruleKey: 'r0',
        path: 'trigger.pacingModes[0]',
        message:
          'the pacing mode preview goes with nothing else in this trigger: the catalogue has no such event',
        fix: { text: 'Remove preview, or see docs/generated/event-catalogue.md for what goes together' },
      },
    ]);
  });

  it('finds a trigger that no event can satisfy', () => {
    expect(briefly(findings({ trigger: { pacingModes: ['progressive'], events: ['connecting'] } }))).toEqual([
      'error unknown-tuple r0 trigger',
    ]);
  });

  it.each<[RuleInput['trigger'], string[]]>([
    [
      {
        conditions: [
          { field: 'attributes.a', operator: 'equals', value: 'x' },
          { field: 'attributes.a', operator: 'in', value: ['y', 'z'] },
        ],
      },
      ['error unreachable-rule r0 trigger.conditions[1]'],
    ],
    [
      {
        conditions: [
          { field: 'attributes.a', operator: 'exists', value: false },
          { field: 'attributes.a', operator: 'startsWith', value: 'y' },
        ],
      },
      ['error unreachable-rule r0 trigger.conditions[1]'],
    ],
    [
      {
        conditions: [
          { field: 'attributes.a', operator: 'equals', value: 'X' },
          { field: 'attributes.a', operator: 'notEquals', value: 'x' },
        ],
      },
      ['error unreachable-rule r0 trigger.conditions[1]'],
    ],
    [
      {
        conditions: [
          { field: 'queue', operator: 'equals', value: 'Service' },
          { field: 'queue', operator: 'equals', value: 'arn:queue/1' },
        ],
      },
      [],
    ],
    [
      {
        conditions: [
          { field: 'attributes.a', operator: 'equals', value: 'xy' },
          { field: 'attributes.a', operator: 'startsWith', value: 'x' },
        ],
      },
      [],
    ],
    [
      {
        conditions: [
          { field: 'number', operator: 'equals', value: '+1 415 555 0100' },
          { field: 'number', operator: 'equals', value: '+14155550100' },
          { field: 'number', operator: 'startsWith', value: '+1 (415)' },
        ],
      },
      [],
    ],
    [
      {
        conditions: [
          { field: 'number', operator: 'in', value: ['+1 415', '+1 416'] },
          { field: 'number', operator: 'notEquals', value: '+1415' },
          { field: 'number', operator: 'startsWith', value: '+44' },
        ],
      },
      ['error unreachable-rule r0 trigger.conditions[2]'],
    ],
    [
      {
        conditions: [
          { field: 'number', operator: 'exists', value: false },
          { field: 'number', operator: 'equals', value: 'anonymous' },
        ],
      },
      [],
    ],
    [
      {
        conditions: [
          { field: 'attributes.a', operator: 'equals', value: 'x' },
          { field: "attributes['a']", operator: 'equals', value: 'y' },
          { field: "attributes['a b']", operator: 'equals', value: 'z' },
        ],
      },
      ['error unreachable-rule r0 trigger.conditions[1]'],
    ],
  ])('judges the conditions %j', (trigger, expected) => {
    expect(briefly(findings({ trigger }))).toEqual(expected);
  });

  it('finds a rule whose actions earlier rules plan already', () => {
    const trigger = { pacingModes: ['inbound' as const], events: ['dropped' as const] };
    expect(briefly(findings({}, { trigger }))).toEqual(['warning unreachable-rule r1']);
    expect(briefly(findings({ active: false }, { trigger }))).toEqual([]);
  });

  it('finds two rules that pop at once, unless conditions keep them apart or it is the same pop', () => {
    const other = { ...POP, strategies: [{ by: 'phone', objects: ['Lead'] }] };
    const trigger = { events: ['connecting' as const] };
    const when = (operator: 'equals' | 'notEquals') => ({
      ...trigger,
      conditions: [{ field: 'attributes.vip', operator, value: 'yes' }],
    });
    const one = { trigger, actions: [POP] };
    expect(briefly(findings(one, { trigger, actions: [other] }))).toEqual(['warning two-pops r1 actions[0]']);
    expect(
      briefly(findings(one, { trigger: when('equals'), actions: [POP, CREATE] })).filter((text) =>
        text.includes('two-pops'),
      ),
    ).toEqual([]);
    expect(
      briefly(
        findings(
          { trigger: when('equals'), actions: [POP] },
          { trigger: when('notEquals'), actions: [other] },
        ),
      ),
    ).toEqual([]);
  });

  it('finds a record that is created and never updated, and offers the rule that closes it', () => {
    const trigger = {
      setup: 'hvoc' as const,
      pacingModes: ['inbound' as const],
      events: ['connected' as const],
    };
    const list = findings({ trigger, actions: [CREATE] });
    expect(list).toEqual([
      {
        id: 'create-never-updated',
        level: 'warning',
        ruleKey: 'r0',
        path: 'actions[0]',
        message:
          'a record is created on hvoc.inbound.inbound.connected and never updated: no rule writes the log on every hvoc.inbound.inbound.dropped',
        fix: {
          text: 'Add a rule that updates the call log on hvoc.inbound.inbound.dropped',
          add: {
            key: 'close_hvoc_inbound_in_dropped',
            label: 'Write the call log',
            order: 1000,
            trigger: {
              setup: 'hvoc',
              pacingModes: ['inbound'],
              channelTypes: ['inbound'],
              events: ['dropped'],
            },
            actions: [{ type: 'update-call-log', target: 'log' }],
          },
        },
      },
    ]);
    const added = list[0]?.fix?.add;
    expect(lintRuleset([...rules({ trigger, actions: [CREATE] }), added])).toEqual([]);
  });

  it('takes a log on acw as closing, one for some causes or under other conditions as not closing', () => {
    const trigger = {
      setup: 'hvoc' as const,
      pacingModes: ['inbound' as const],
      events: ['connected' as const],
    };
    const closing = (close: RuleInput['trigger']) =>
      briefly(findings({ trigger, actions: [CREATE] }, { trigger: close }));
    const never = ['warning create-never-updated r0 actions[0]'];
    expect(closing({ events: ['acw'] })).toEqual([]);
    const direct = { ...trigger, receiving: false };
    expect(
      findings({ trigger: direct, actions: [CREATE] }, { trigger: { ...direct, events: ['dropped'] } }),
    ).toEqual([]);
    expect(closing({ events: ['dropped'], causes: ['contact-cleared'] })).toEqual(never);
    expect(closing({ events: ['dropped'], receiving: false })).toEqual(never);
    expect(
      closing({ events: ['dropped'], conditions: [{ field: 'queue', operator: 'equals', value: 'x' }] }),
    ).toEqual(never);
  });

  it('says when a record opened before the answer stays open after a missed call', () => {
    const trigger = {
      setup: 'hvoc' as const,
      pacingModes: ['inbound' as const],
      events: ['connecting' as const],
    };
    const open = { trigger, actions: [CREATE] };
    expect(briefly(findings(open, { trigger: { events: ['dropped'] } }))).toEqual([
      'info missed-never-logged r0 actions[0]',
    ]);
    expect(findings(open, { trigger: { events: ['dropped', 'missed'] } })).toEqual([]);
  });

  it('finds updates and references to what no rule finds or creates', () => {
    const list = findings({
      trigger: { pacingModes: ['inbound'], events: ['dropped'] },
      actions: [
        { type: 'update-call-log', target: 'match', fields: { Title: 'x' } },
        { type: 'update-call-log', target: 'created.Case', fields: { Status: 'x' } },
        { type: 'publish', name: 'done', payload: { id: '{!upper(match.Id)}', lead: '{!created.Lead.Id}' } },
        { type: 'create-record', object: 'Task', relateMatchTo: 'WhoId' },
      ],
    });
    expect(briefly(list)).toEqual([
      'error nothing-to-update r0 actions[0].target',
      'error nothing-to-update r0 actions[1].target',
      'warning nothing-to-refer-to r0 actions[2].payload.id',
      'warning nothing-to-refer-to r0 actions[2].payload.lead',
      'warning nothing-to-refer-to r0 actions[3].relateMatchTo',
    ]);
  });

  it('is content when another rule for the same calls pops and creates', () => {
    const pop = {
      trigger: { pacingModes: ['inbound' as const], events: ['connecting' as const] },
      actions: [POP, { ...CREATE, object: 'Case' }],
    };
    const update = {
      trigger: { events: ['dropped' as const] },
      actions: [
        { type: 'update-call-log', target: 'match', fields: { Title: 'x' } },
        { type: 'update-call-log', target: 'created.Case', fields: { Status: 'x' } },
      ],
    };
    expect(findings(pop, update)).toEqual([]);
    expect(
      briefly(
        findings(
          { ...pop, trigger: { pacingModes: ['progressive'], events: ['connected'] } },
          { ...update, trigger: { pacingModes: ['inbound'] } },
        ),
      ),
    ).toEqual([
      'error nothing-to-update r1 actions[0].target',
      'error nothing-to-update r1 actions[1].target',
    ]);
  });

  it.each([
    [{ target: null }, ['error page-without-target r0 actions[0]']],
    [{ target: null, on: false }, ['info page-without-target r0 actions[0]']],
    [{ target: { kind: 'web', url: 'javascript:alert(1)' } }, ['error url-refused r0 actions[0].target.url']],
    [
      { target: { kind: 'web', url: 'http://crm.example.com' } },
      ['error url-refused r0 actions[0].target.url'],
    ],
    [{ target: { kind: 'web', url: 'https://crm.example.com/{!call.callId}' } }, []],
    [{ target: { kind: 'web', url: 'https://{!attributes.host}/' } }, []],
    [{ target: { kind: 'web', url: '{!attributes.url}' } }, []],
    [{ target: { kind: 'web', url: '/apex/P?id={!call.callId}' } }, []],
  ])('judges the page %j', (page, expected) => {
    expect(briefly(findings({ actions: [{ type: 'open-page', ...page }] }))).toEqual(expected);
  });

  it('knows the allowed hosts when it is told them', () => {
    const list = rules({
      actions: [{ type: 'open-page', target: { kind: 'web', url: 'https://crm.example.com/' } }],
    });
    expect(briefly(lintRuleset(list, { allowedHosts: ['other.example.com'] }))).toEqual([
      'error url-refused r0 actions[0].target.url',
    ]);
  });

  it('says which attribute makes a receiving row reachable, unless the rule names it', () => {
    const trigger = { pacingModes: ['manual-outbound' as const], channelTypes: ['inbound' as const] };
    const named = { ...trigger, conditions: [{ field: 'attributes.pace', operator: 'exists' as const }] };
    expect(briefly(findings({ trigger }))).toEqual(['info receiving-needs-attribute r0 trigger']);
    expect(lintRuleset(rules({ trigger: named }), { pacingAttribute: 'pace' })).toEqual([]);
    const quoted = {
      ...trigger,
      conditions: [{ field: "attributes['my pace']", operator: 'exists' as const }],
    };
    expect(lintRuleset(rules({ trigger: quoted }), { pacingAttribute: 'my pace' })).toEqual([]);
  });

  it('says which look-up policies a pop leaves to their defaults', () => {
    const { none, many, ...bare } = POP;
    expect(briefly(findings({ actions: [bare] }))).toEqual([
      'info look-up-policy-missing r0 actions[0].none',
      'info look-up-policy-missing r0 actions[0].many',
    ]);
    expect(findings({ actions: [{ ...bare, none, many }] })).toEqual([]);
  });

  it('reports what keeps a rule from loading, aliases, and goes on with the others', () => {
    const list = lintRuleset({
      rules: [
        ...rules(
          { trigger: { events: ['ringing'] as never } },
          { actions: [{ ...LOG, fields: { Subject: '{!call.phone}' } }] },
          { trigger: { setup: 'tethered', pacingModes: ['progressive'], channelTypes: ['outbound'] } },
          { key: 'r2' },
        ),
      ],
      extra: 1,
    });
    expect(briefly(list)).toEqual([
      'error invalid-rule ruleset extra',
      'error invalid-rule r0 trigger.events[0]',
      'error unknown-merge-field r1 actions[0].fields.Subject',
      'warning alias-used r2 trigger.channelTypes[0]',
      'error invalid-rule r2 key',
    ]);
  });

  it('says what to write instead, where that can be told', () => {
    const list = lintRuleset(
      {
        rules: rules(
          { trigger: { events: ['conected'] as never } },
          { actions: [{ ...LOG, fields: { Subject: '{!call.phone}' } }] },
          { trigger: { setup: 'tethered', pacingModes: ['progressive'], channelTypes: ['outbound'] } },
          { key: 'r2' },
        ),
        Description: 'x',
      },
      { repeated: ['rules[2].label'] },
    );
    expect(list.map(({ id, ruleKey, fix }) => [id, ruleKey, fix?.text])).toEqual([
      ['invalid-rule', 'ruleset', 'Did you mean "description"?'],
      ['invalid-rule', 'r0', 'Did you mean "connected"?'],
      ['unknown-merge-field', 'r1', 'Did you mean call.phoneNumber?'],
      ['alias-used', 'r2', 'Write regular-call'],
      ['repeated-key', 'r2', 'Remove all but one'],
      ['invalid-rule', 'r2', 'Give it another key'],
    ]);
  });

  it('refuses what is no ruleset', () => {
    expect(briefly(lintRuleset('x'))).toEqual(['error invalid-rule ruleset']);
  });
});

describe('the shipped rulesets and examples', () => {
  const worth = (value: unknown): string[] =>
    briefly(lintRuleset(value).filter(({ level }) => level !== 'info'));
  const directory = path.join(__dirname, '../../../examples/rules');
  const example = (name: string): unknown => JSON.parse(readFileSync(path.join(directory, name), 'utf8'));

  it('have one warning: the gap that the source leaves, closed by the offered rule', () => {
    expect(PRESETS.map((preset) => [preset.ruleset, worth(preset)])).toEqual([
      ['recommended-tethered', []],
      ['recommended-hvoc', ['warning create-never-updated rec_hvoc_manual_in_connecting actions[2]']],
      ['paceline-recommended', []],
    ]);
    const hvoc = PRESETS[1];
    const fix = lintRuleset(hvoc).find(({ id }) => id === 'create-never-updated')?.fix?.add;
    expect(worth({ rules: [...(hvoc?.rules ?? []), fix] })).toEqual([]);
  });

  it('stand in examples/rules beside two realistic ones, all of them clean', () => {
    const names = readdirSync(directory).sort();
    expect(names).toEqual([
      'collections-campaign.json',
      'paceline-recommended.json',
      'recommended-hvoc.json',
      'recommended-tethered.json',
      'service-desk.json',
    ]);
    expect(
      names.filter((name) => name !== 'recommended-hvoc.json').flatMap((name) => worth(example(name))),
    ).toEqual([]);
    const shipped = PRESETS.map((preset) => ({
      $schema: '../../docs/generated/ruleset.schema.json',
      ...preset,
    }));
    expect(PRESETS.map(({ ruleset }) => example(`${ruleset}.json`))).toEqual(shipped);
  });
});
