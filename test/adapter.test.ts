import type { ConfigurationResponse } from '../src/model/apex-contract.ts';
import { INBOUND_STAGES } from './support/inbound-call.ts';
import { INBOUND_RULES, configuration, createLab, ruleRecord } from './support/softphone-lab.ts';

const { ringing, talking } = INBOUND_STAGES;

test('what is wrong in the setting and in a rule is listed, and the other rules run', async () => {
  const lab = createLab();
  const broken = { ...ruleRecord('broken', {}, []), triggerJson: '{"events":["flying"]}' };
  const tab = await lab.open(configuration({ Setup: 'VDI' }, [broken, ...INBOUND_RULES]));

  expect(tab.softphone.view().problems.map(({ source, path, level }) => [source, path, level])).toEqual([
    ['setting', 'Setup', 'error'],
    ['broken', 'trigger.events[0]', 'error'],
    ['broken', 'actions', 'error'],
  ]);
  tab.see(ringing('c-1'));
  await lab.clock.advance(1_000);
  expect(lab.org.calls.map(({ kind }) => kind)).toEqual(['lookUp']);
});

test('a setting for another org loads no CCP and keeps saying why, whatever the CCP reports', async () => {
  const lab = createLab();
  const tab = await lab.open(configuration({ Org_Id: '00D000000000009AAA' }));
  tab.softphone.ccpStatus({ kind: 'ready', at: 0, text: '' });
  expect(tab.softphone.settings.ccpUrl).toBeNull();
  expect(tab.softphone.view().ccp.kind).toBe('not-configured');
  expect(tab.softphone.view().ccp.text).toContain('is meant for another org');
});

test('a setting that does not exist gives a softphone that says so', async () => {
  const lab = createLab();
  const missing: ConfigurationResponse = { ...configuration(), setting: null, rules: [] };
  const tab = await lab.open(missing);
  expect(tab.softphone.view().ccp.text).toContain('There is no Paceline setting named "Test".');
});

describe('an event that no rule covers', () => {
  const rules = INBOUND_RULES.slice(0, 1);

  test.each([
    ['ignore', [], []],
    ['warn', ['No rule matches hvoc.inbound.inbound.connected.'], []],
    [
      'error',
      ['No rule matches hvoc.inbound.inbound.connected.'],
      ['No rule covers hvoc.inbound.inbound.connected. Ask your administrator to add one.'],
    ],
  ] as const)('is treated by the policy %s', async (policy, lines, warnings) => {
    const lab = createLab();
    const tab = await lab.open(configuration({ Unmatched_Policy: policy }, rules));
    tab.see(talking('c-1'));
    const view = tab.softphone.view();
    const said = view.cards[0]?.timeline
      .map(({ text }) => text)
      .filter((text) => text.startsWith('No rule m'));
    expect(said).toEqual(lines);
    expect(view.warnings).toEqual(warnings);
  });

  test('is told apart from one whose rules are switched off', async () => {
    const lab = createLab();
    const off = INBOUND_RULES.map((rule) => ({ ...rule, active: false }));
    const tab = await lab.open(configuration({ Unmatched_Policy: 'warn' }, off));
    tab.see(talking('c-1'));
    expect(tab.softphone.view().cards[0]?.timeline.at(-1)?.text).toBe(
      'hvoc.inbound.inbound.connected is matched by rules that are switched off only: record.',
    );
  });
});

test('a message that a rule publishes reaches its listeners once, also over a reload', async () => {
  const lab = createLab();
  const rules = [
    ruleRecord('tell', { events: ['connected'] }, [
      { type: 'publish', id: 'tell', name: 'answered', payload: { number: '{!call.phoneNumber}' } },
    ]),
  ];
  const heard: unknown[] = [];
  for (const run of [1, 2]) {
    const tab = await lab.open(configuration({}, rules));
    tab.softphone.subscribeMessages((message) => heard.push([run, message.name, message.payload]));
    tab.see(talking('c-1'));
    await lab.clock.advance(1_000);
    tab.crash();
  }
  expect(heard).toEqual([[1, 'answered', { number: '+12025550143' }]]);
});
