import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import type { RuleRecord } from '../../../src/model/apex-contract.ts';
import { loadRules } from '../../../src/rules/load-rules.ts';
import { parseRuleset } from '../../../src/rules/parse-ruleset.ts';
import { PRESETS } from '../../../src/rules/presets/presets.ts';

const directory = path.join(__dirname, '../../../force-app/main/configuration/customMetadata');
const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false });

interface RecordFile {
  readonly CustomMetadata: {
    readonly label: string;
    readonly values: readonly { readonly field: string; readonly value: { readonly '#text': string } }[];
  };
}

function readRecord(name: string): RuleRecord {
  const { CustomMetadata } = parser.parse(readFileSync(path.join(directory, name), 'utf8')) as RecordFile;
  const value = (field: string): string =>
    CustomMetadata.values.find((item) => item.field === field)?.value['#text'] ?? '';
  return {
    developerName: name.replace(/^Paceline_Rule\./, '').replace(/\.md-meta\.xml$/, ''),
    label: CustomMetadata.label,
    ruleset: value('Ruleset__c'),
    order: Number(value('Order__c')),
    active: value('Active__c') === 'true',
    triggerJson: value('Trigger__c'),
    actionsJson: value('Actions__c'),
  };
}

const records = readdirSync(directory)
  .filter((name) => name.startsWith('Paceline_Rule.'))
  .map(readRecord);

describe('the shipped custom metadata records', () => {
  it.each(PRESETS.map((preset) => [preset.ruleset, preset] as const))(
    'of %s load as the very rules of the ruleset',
    (ruleset, preset) => {
      const loaded = loadRules(records.filter((record) => record.ruleset === ruleset));
      expect(loaded).toEqual(parseRuleset(preset));
    },
  );

  it('belong to no other ruleset', () => {
    const rulesets = [...new Set(records.map((record) => record.ruleset))].sort();
    expect(rulesets).toEqual(['paceline-recommended', 'recommended-hvoc', 'recommended-tethered']);
  });
});
