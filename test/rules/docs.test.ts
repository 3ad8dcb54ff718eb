import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { RuleRecord } from '../../src/model/apex-contract.ts';
import { lintRuleset } from '../../src/rules/lint/lint-ruleset.ts';
import { loadRules } from '../../src/rules/load-rules.ts';
import { parseRule } from '../../src/rules/parse-rule.ts';
import { parseRuleset } from '../../src/rules/parse-ruleset.ts';

const page = readFileSync(path.join(__dirname, '../../docs/rules.md'), 'utf8');
const blocks = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, json]) => JSON.parse(json ?? '') as object);

describe('docs/rules.md', () => {
  it('has a ruleset that the linter finds nothing wrong with', () => {
    const rulesets = blocks.filter((block) => 'rules' in block);
    expect(rulesets.map((ruleset) => lintRuleset(ruleset))).toEqual([[]]);
  });

  it('has a record that means the same as the rule of its file', () => {
    const triggers = blocks.filter((block) => 'events' in block);
    const lists = blocks.filter((block) => Array.isArray(block));
    const records = triggers.map((trigger, index): RuleRecord => ({
      developerName: 'log_inbound',
      label: 'Log inbound calls',
      ruleset: 'my-rules',
      order: 10,
      active: true,
      triggerJson: JSON.stringify(trigger),
      actionsJson: JSON.stringify(lists[index]),
    }));
    const [ruleset] = blocks.filter((block) => 'rules' in block);
    expect(loadRules(records)).toEqual(parseRuleset(ruleset));
    expect([records.length, lists.length]).toEqual([1, 1]);
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
