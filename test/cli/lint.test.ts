import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPaceline } from './run-paceline.ts';
import type { Paceline } from './run-paceline.ts';

const RULES = join(__dirname, '..', '..', 'examples', 'rules');

let paceline: Paceline;
beforeAll(() => {
  paceline = buildPaceline();
});
afterAll(() => paceline.remove());

it('a ruleset without findings says so and ends with 0', () => {
  expect(paceline.run('lint', join(RULES, 'service-desk.json'))).toEqual({
    code: 0,
    out: '',
    err: '0 errors, 0 warnings, 0 notes\n',
  });
});

it('warnings and notes do not fail the command', () => {
  const run = paceline.run('lint', join(RULES, 'recommended-hvoc.json'));
  expect(run.code).toBe(0);
  expect(run.out.split('\n').filter((line) => line.startsWith('warning')).length).toBe(1);
});

it('a rule that cannot work is an error, with its place, and the exit code is 1', () => {
  const path = join(paceline.folder, 'rules.json');
  const rule = { key: 'a', label: 'A', trigger: { events: ['dropped'] }, actions: [{ type: 'sing' }] };
  writeFileSync(path, JSON.stringify({ ruleset: 'x', rules: [rule, { ...rule, actions: [] }] }));
  const run = paceline.run('lint', path);
  expect(run.code).toBe(1);
  expect(run.out.split('\n').map((line) => line.split(':')[0])).toEqual([
    'error    a actions[0].type',
    'error    a actions',
    '',
  ]);
});

it('a name that stands twice is warned about, and a fault in JSON has its line', () => {
  const path = join(paceline.folder, 'twice.json');
  const trigger = '{ "events": ["connected"], "events": ["dropped"] }';
  const rule = `{ "key": "a", "label": "A", "trigger": ${trigger}, "actions": [{ "type": "update-call-log" }] }`;
  writeFileSync(path, `{ "ruleset": "x", "rules": [${rule}] }`);
  expect(paceline.run('lint', path)).toEqual({
    code: 0,
    out: 'warning  a trigger.events: stands more than once in the same object, and only the last one counts [repeated-key] Fix: Remove all but one\n',
    err: '0 errors, 1 warnings, 0 notes\n',
  });
  writeFileSync(path, `{ "ruleset": "x",\n  "rules": [${rule},] }`);
  expect(paceline.run('lint', path)).toEqual({
    code: 2,
    out: '',
    err: `Paceline: the ruleset cannot be read: it is not JSON: a value was expected at line 2, column ${14 + rule.length} at ${path}\n`,
  });
});

describe('records in source format', () => {
  const record = (values: Readonly<Record<string, string | boolean>>): string =>
    `<CustomMetadata xmlns:xsi="i" xmlns:xsd="d"><label>A record</label>${Object.entries(values)
      .map(([field, value]) => {
        const type = typeof value === 'boolean' ? 'boolean' : 'string';
        return `<values><field>${field}__c</field><value xsi:type="xsd:${type}">${value}</value></values>`;
      })
      .join('')}</CustomMetadata>`;
  const folderOf = (files: Readonly<Record<string, string>>): string => {
    const folder = mkdtempSync(join(paceline.folder, 'records-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return folder;
  };
  const LOG = '[{ "type": "update-call-log" }]';

  it('of the package load without an error, each ruleset for itself', () => {
    const run = paceline.run('lint', join(RULES, '../../force-app/main/configuration'));
    expect(run.code).toBe(0);
    expect(run.err).toMatch(/^0 errors, 1 warnings/);
    expect(run.out).toContain('paceline-recommended pac_open_interaction_received trigger');
  });

  it('are checked with the setting that names their ruleset, in a folder or one by one', () => {
    const folder = folderOf({
      'Paceline_Setting.Desk.md-meta.xml': record({
        Ruleset: 'desk',
        Ccp_Url: 'https://desk.my.connect.aws/ccp-v2/',
        Setup: 'hvoc',
        Allowed_Hosts: 'wiki.example.com',
        Region: 'eu-west-2',
        Tether_Style: 'loose',
      }),
      'Paceline_Rule.Open_Wiki.md-meta.xml': record({
        Ruleset: 'desk',
        Active: true,
        Trigger: '{ "events": ["connected"], "once": "call" }',
        Actions:
          '[{ "type": "open-page", "target": { "kind": "web", "url": "https://elsewhere.example.com/" } }]',
      }),
      'Paceline_Rule.Bad.md-meta.xml': record({ Ruleset: 'desk', Trigger: '{ "events": [', Actions: LOG }),
      'Other_Thing.X.md-meta.xml': record({}),
    });
    const run = paceline.run('lint', folder);
    expect(run.code).toBe(1);
    const lines = run.out.split('\n').map((line) => line.replace(/:.*/, ''));
    expect(lines).toEqual([
      'error    Desk setting Tether_Style',
      'error    desk Bad trigger',
      'error    desk Open_Wiki actions[0].target.url',
      '',
    ]);
    const files = ['Paceline_Rule.Open_Wiki', 'Paceline_Setting.Desk', 'Paceline_Rule.Bad'];
    const again = paceline.run('lint', ...files.map((name) => join(folder, `${name}.md-meta.xml`)));
    expect(again.out.split('\n').sort()).toEqual(run.out.split('\n').sort());
  });

  it('a setting whose ruleset is not there is warned about', () => {
    const setting = record({
      Ruleset: 'gone',
      Ccp_Url: 'https://desk.my.connect.aws/ccp-v2/',
      Setup: 'hvoc',
    });
    const run = paceline.run('lint', folderOf({ 'Paceline_Setting.Desk.md-meta.xml': setting }));
    expect(run.code).toBe(0);
    expect(run.out).toBe(
      'warning  setting Ruleset: no rule of the ruleset "gone" is among these files [invalid-setting]\n',
    );
  });

  it.each([
    ['nothing to check', {}, 'there is no Paceline_Rule or Paceline_Setting record among the files'],
    ['broken XML', { 'Paceline_Rule.A.md-meta.xml': '<CustomMetadata><label>' }, 'is not XML (line 1: '],
    ['another root', { 'Paceline_Rule.A.md-meta.xml': '<Layout/>' }, 'has no <CustomMetadata> root'],
  ])('%s ends with 2 and says why', (_what, files, message) => {
    const run = paceline.run('lint', folderOf(files));
    expect([run.code, run.out]).toEqual([2, '']);
    expect(run.err).toContain(message);
  });
});
