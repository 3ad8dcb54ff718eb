import { isPlainObject } from '../model/plain-value.ts';
import { collectRules, toProblem } from './load-rules.ts';
import type { LoadedRules, ReadRule } from './load-rules.ts';
import { parseRule, repeatedKey, unknownKey } from './parse-rule.ts';
import type { RuleIssue } from './parse-rule.ts';
import type { RuleInput } from './rule.ts';

/** A ruleset file: the form of examples/rules and of `paceline replay --rules`. */
export interface RulesetFile {
  readonly ruleset: string;
  readonly description?: string;
  readonly rules: readonly RuleInput[];
}

const KNOWN_KEYS = ['$schema', 'ruleset', 'description', 'rules'];
const NOT_A_RULESET = 'must be { "ruleset": "<name>", "rules": [...] } or an array of rules';

function keyOf(rule: unknown): string | null {
  const key = isPlainObject(rule) ? rule['key'] : null;
  return typeof key === 'string' && key !== '' ? key : null;
}

/** The rules of a file, each read, and what is wrong with the file itself; `warnings` do not keep it from being used. */
export interface ReadRuleset {
  readonly issues: readonly RuleIssue[];
  readonly warnings: readonly RuleIssue[];
  readonly read: readonly ReadRule[];
}

const IN_RULE = /^(?:rules)?\[(\d+)\]\.?(.*)$/s;

/** The paths within the rule at an index, or, for null, those outside of any rule. */
function pathsIn(paths: readonly string[], index: number | null): RuleIssue[] {
  return paths.flatMap((path) => {
    const [, at, inner] = IN_RULE.exec(path) ?? [];
    if (at === undefined || inner === undefined) return index === null ? [repeatedKey(path)] : [];
    return Number(at) === index ? [repeatedKey(inner)] : [];
  });
}

/**
 * Reads each rule of a ruleset file's value, or of a bare array of rules; `repeated` are the paths of names that stand
 * twice in the file's text. Never throws.
 */
export function readRuleset(value: unknown, repeated: readonly string[] = []): ReadRuleset {
  const list: unknown = isPlainObject(value) ? value['rules'] : value;
  if (!Array.isArray(list))
    return { issues: [{ id: 'invalid-rule', path: '', message: NOT_A_RULESET }], warnings: [], read: [] };
  const unknownKeys = isPlainObject(value)
    ? Object.keys(value).filter((key) => !KNOWN_KEYS.includes(key))
    : [];
  return {
    issues: unknownKeys.map((key) => unknownKey(key, KNOWN_KEYS)),
    warnings: pathsIn(repeated, null),
    read: list.map((raw: unknown, index) => {
      const result = parseRule(raw);
      return {
        source: keyOf(raw) ?? `rules[${index}]`,
        result: { ...result, warnings: [...result.warnings, ...pathsIn(repeated, index)] },
        raw,
      };
    }),
  };
}

/**
 * Reads a ruleset file's value, or a bare array of rules; `repeated` as for `readRuleset`. Problems name the rule by its
 * key, or by `rules[3]` where it has none. Never throws.
 */
export function parseRuleset(value: unknown, repeated: readonly string[] = []): LoadedRules {
  const { issues, warnings, read } = readRuleset(value, repeated);
  const loaded = collectRules(read);
  return {
    rules: loaded.rules,
    problems: [
      ...issues.map((issue) => toProblem('ruleset', issue, 'error')),
      ...warnings.map((issue) => toProblem('ruleset', issue, 'warning')),
      ...loaded.problems,
    ],
  };
}
