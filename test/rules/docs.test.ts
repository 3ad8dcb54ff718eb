import { readFileSync } from 'node:fs';
import path from 'node:path';
import { lintRuleset } from '../../src/rules/lint/lint-ruleset.ts';
import { parseRule } from '../../src/rules/parse-rule.ts';

const page = readFileSync(path.join(__dirname, '../../docs/rules.md'), 'utf8');
const blocks = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, json]) => JSON.parse(json ?? '') as object);

describe('docs/rules.md', () => {
  it('has a ruleset that the linter finds nothing wrong with', () => {
    const rulesets = blocks.filter((block) => 'rules' in block);
    expect(rulesets.map((ruleset) => lintRuleset(ruleset))).toEqual([[]]);
  });

  it('has actions that load as they stand', () => {
    const actions = blocks.filter((block) => 'type' in block);
    const loaded = actions.map((action) => parseRule({ key: 'r', label: 'r', actions: [action] }));
    expect(loaded.map((result) => (result.ok ? [] : result.issues))).toEqual([[], []]);
  });

  it('describes every finding of the linter', () => {
    const source = readFileSync(path.join(__dirname, '../../src/rules/lint/finding.ts'), 'utf8');
    const ids = [...source.matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(([, id]) => id);
    expect(ids.length).toBe(17);
    expect(ids.filter((id) => !page.includes(`| \`${id}\``))).toEqual([]);
  });
});
