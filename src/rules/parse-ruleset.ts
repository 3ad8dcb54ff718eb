import type { ConfigurationProblem } from '../model/softphone-view.ts';
import { isPlainObject } from '../model/plain-value.ts';
import { collectRules } from './load-rules.ts';
import type { LoadedRules, ReadRule } from './load-rules.ts';
import { parseRule } from './parse-rule.ts';
import type { RuleInput } from './rule.ts';

/** A ruleset file: the form of examples/rules and of `paceline replay --rules`. */
export interface RulesetFile {
  readonly ruleset: string;
  readonly description?: string;
  readonly rules: readonly RuleInput[];
}

const KNOWN_KEYS = ['$schema', 'ruleset', 'description', 'rules'];
const NOT_A_RULESET = 'must be { "ruleset": "<name>", "rules": [...] } or an array of rules';

const refused = (path: string, message: string): ConfigurationProblem => ({
  source: 'ruleset',
  path,
  message,
  level: 'error',
});

function keyOf(rule: unknown): string | null {
  const key = isPlainObject(rule) ? rule['key'] : null;
  return typeof key === 'string' && key !== '' ? key : null;
}

/** The rules of a file, each read, and what is wrong with the file itself. */
export interface ReadRuleset {
  readonly problems: readonly ConfigurationProblem[];
  readonly read: readonly ReadRule[];
}

/** Reads each rule of a ruleset file's value, or of a bare array of rules. Never throws. */
export function readRuleset(value: unknown): ReadRuleset {
  const list: unknown = isPlainObject(value) ? value['rules'] : value;
  if (!Array.isArray(list)) return { problems: [refused('', NOT_A_RULESET)], read: [] };
  const unknownKeys = isPlainObject(value)
    ? Object.keys(value).filter((key) => !KNOWN_KEYS.includes(key))
    : [];
  return {
    problems: unknownKeys.map((key) => refused(key, 'unknown key')),
    read: list.map((raw: unknown, index) => ({
      source: keyOf(raw) ?? `rules[${index}]`,
      result: parseRule(raw),
      raw,
    })),
  };
}

/**
 * Reads a ruleset file's value, or a bare array of rules. Problems name the rule by its key, or by `rules[3]` where it
 * has none. Never throws.
 */
export function parseRuleset(value: unknown): LoadedRules {
  const { problems, read } = readRuleset(value);
  const loaded = collectRules(read);
  return { rules: loaded.rules, problems: [...problems, ...loaded.problems] };
}
