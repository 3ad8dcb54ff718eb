import type { ConfigurationProblem } from '../model/softphone-view.ts';
import { collectRules } from './load-rules.ts';
import type { LoadedRules } from './load-rules.ts';
import { parseRule } from './parse-rule.ts';
import type { RuleInput } from './rule.ts';

/** A ruleset file: the form of examples/rules and of `paceline replay --rules`. */
export interface RulesetFile {
  readonly ruleset: string;
  readonly description?: string;
  readonly rules: readonly RuleInput[];
}

const NOT_A_RULESET = 'must be { "ruleset": "<name>", "rules": [...] } or an array of rules';

const refused = (path: string, message: string): ConfigurationProblem => ({
  source: 'ruleset',
  path,
  message,
  level: 'error',
});

function keyOf(rule: unknown): string | null {
  const key: unknown =
    typeof rule === 'object' && rule !== null && 'key' in rule ? (rule as { key: unknown }).key : null;
  return typeof key === 'string' && key !== '' ? key : null;
}

/**
 * Reads a ruleset file's value, or a bare array of rules. Problems name the rule by its key, or by `rules[3]` where it
 * has none. Never throws.
 */
export function parseRuleset(value: unknown): LoadedRules {
  const record =
    typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
  const list: unknown = Array.isArray(value) ? value : record?.['rules'];
  if (!Array.isArray(list)) return { rules: [], problems: [refused('', NOT_A_RULESET)] };
  const unknownKeys = Array.isArray(value)
    ? []
    : Object.keys(record ?? {}).filter(
        (key) => !['ruleset', 'description', 'rules', '$schema'].includes(key),
      );
  const loaded = collectRules(
    list.map((rule: unknown, index) => ({
      source: keyOf(rule) ?? `rules[${index}]`,
      result: parseRule(rule),
    })),
  );
  return {
    rules: loaded.rules,
    problems: [...unknownKeys.map((key) => refused(key, 'unknown key')), ...loaded.problems],
  };
}
