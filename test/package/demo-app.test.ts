import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { walkFiles } from '../../scripts/build/files.ts';
import { normalizePhone } from '../../src/rules/phone.ts';
import { loadRules } from '../../src/rules/load-rules.ts';
import { lintRuleset } from '../../src/rules/lint/lint-ruleset.ts';

const ROOT = resolve(__dirname, '../..');
const DEMO = join(ROOT, 'demo-app/main');
const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false });
const read = (path: string): string => readFileSync(path, 'utf8');

interface RecordFile {
  readonly CustomMetadata: {
    readonly label: string;
    readonly values: readonly { readonly field: string; readonly value: { readonly '#text': string } }[];
  };
}

function customMetadata(name: string): { label: string; values: Readonly<Record<string, string>> } {
  const file = join(DEMO, `customMetadata/${name}.md-meta.xml`);
  const { label, values } = (parser.parse(read(file)) as RecordFile).CustomMetadata;
  return { label, values: Object.fromEntries(values.map(({ field, value }) => [field, value['#text']])) };
}

const ruleRecords = readdirSync(join(DEMO, 'customMetadata'))
  .filter((name) => name.startsWith('Paceline_Rule.'))
  .map((name) => name.replace('.md-meta.xml', ''))
  .map((name) => {
    const { label, values } = customMetadata(name);
    return {
      developerName: name.replace('Paceline_Rule.', ''),
      label,
      ruleset: values['Ruleset__c'] ?? '',
      order: Number(values['Order__c']),
      active: values['Active__c'] === 'true',
      triggerJson: values['Trigger__c'] ?? '',
      actionsJson: values['Actions__c'] ?? '',
    };
  });

describe('the demo app', () => {
  const setting = customMetadata('Paceline_Setting.Paceline_Demo').values;
  const utilityBar = read(join(DEMO, 'flexipages/Paceline_Demo_UtilityBar.flexipage-meta.xml'));

  it('has rules of the ruleset that its setting names, and they load without a problem', () => {
    expect(ruleRecords.map(({ ruleset }) => ruleset)).toEqual([setting['Ruleset__c'], setting['Ruleset__c']]);
    const { rules, problems } = loadRules(ruleRecords);
    expect([rules.map(({ key }) => key), problems]).toEqual([['demo_pop_caller', 'demo_write_log'], []]);
  });

  it('has rules in which the linter finds nothing', () => {
    const rules = ruleRecords.map(({ developerName, label, order, triggerJson, actionsJson }) => {
      const { once, ...trigger } = JSON.parse(triggerJson) as Record<string, unknown>;
      return { key: developerName, label, order, trigger, once, actions: JSON.parse(actionsJson) as unknown };
    });
    expect(lintRuleset({ ruleset: 'paceline-demo', rules })).toEqual([]);
  });

  it('starts the softphone with its own setting, whose CCP is a placeholder', () => {
    expect(utilityBar).toContain('<value>Paceline_Demo</value>');
    expect(utilityBar).toContain('<componentName>pacelineSoftphone</componentName>');
    expect(setting['Ccp_Url__c']).toBe('https://your-instance.my.connect.aws/ccp-v2/');
  });

  it('has contacts whose numbers can all be looked up, two of them the same', () => {
    const { records } = JSON.parse(read(join(ROOT, 'demo-app/data/contacts.json'))) as {
      records: { Phone: string }[];
    };
    const numbers = records.map(({ Phone }) => {
      const phone = normalizePhone(Phone, 'US');
      return phone.ok ? phone.value.e164 : phone.reason;
    });
    expect(numbers).toEqual([
      '+12025550120',
      '+12025550121',
      '+12025550122',
      '+12025550123',
      '+442079460120',
      '+12025550124',
      '+12025550124',
    ]);
  });
});

describe('the package', () => {
  it('ships no setting: a setting is the customer’s own', () => {
    const settings = walkFiles(join(ROOT, 'force-app')).filter((path) => path.includes('/Paceline_Setting.'));
    expect(settings).toEqual([]);
  });
});
