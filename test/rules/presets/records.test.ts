import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { RULE_TYPE, readCustomMetadata, ruleRecordOf } from '../../../src/metadata/custom-metadata.ts';
import { loadRules } from '../../../src/rules/load-rules.ts';
import { parseRuleset } from '../../../src/rules/parse-ruleset.ts';
import { PRESETS } from '../../../src/rules/presets/presets.ts';

const directory = path.join(__dirname, '../../../force-app/main/configuration/customMetadata');
const records = readCustomMetadata(
  readdirSync(directory).map((name) => ({
    path: name,
    content: readFileSync(path.join(directory, name), 'utf8'),
  })),
)
  .filter(({ type }) => type === RULE_TYPE)
  .map(ruleRecordOf);

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
