import { nearest } from '../model/nearest.ts';
import { parseWritten } from '../model/parse-written.ts';
import type { Issue } from '../model/parse.ts';
import { isPlainObject } from '../model/plain-value.ts';
import { actionIds } from './action-key.ts';
import { checkActions } from './check-actions.ts';
import { checkTemplates } from './check-templates.ts';
import { normalizeTrigger } from './normalize-trigger.ts';
import { ruleSchema } from './rule.ts';
import type { Rule } from './rule.ts';
import { suggestFix } from './suggest-fix.ts';

/** An issue and the linter's name for it. */
export interface RuleIssue extends Issue {
  readonly id: 'invalid-rule' | 'unknown-merge-field' | 'alias-used' | 'repeated-key';
}

/** A rule, or what is wrong with it; `warnings` do not keep it from running. */
export type RuleResult =
  | { readonly ok: true; readonly value: Rule; readonly warnings: readonly RuleIssue[] }
  | { readonly ok: false; readonly issues: readonly RuleIssue[]; readonly warnings: readonly RuleIssue[] };

const named = (id: RuleIssue['id'], issues: readonly Issue[]): RuleIssue[] =>
  issues.map((issue) => ({ id, ...issue }));

function duplicateIds(rule: Rule): Issue[] {
  const ids = actionIds(rule.actions);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [
          {
            path: `actions[${index}].id`,
            message: `the id "${id}" is taken by an earlier action of this rule`,
          },
        ],
  );
}

/** The warning about a name that stands more than once. */
export function repeatedKey(path: string): RuleIssue {
  return {
    id: 'repeated-key',
    path,
    message: 'stands more than once in the same object, and only the last one counts',
    fix: 'Remove all but one',
  };
}

/** The issue of a key that means nothing, with the one that was meant. */
export function unknownKey(path: string, known: readonly string[]): RuleIssue {
  const meant = nearest(path.slice(path.lastIndexOf('.') + 1), known);
  const fix = meant === null ? `Known keys: ${known.join(', ')}` : `Did you mean "${meant}"?`;
  return { id: 'invalid-rule', path, message: 'unknown key', fix };
}

/** Checks one rule as written in a ruleset file; paths begin at the rule, `trigger.events[0]`. Never throws. */
export function parseRule(value: unknown): RuleResult {
  const trigger = normalizeTrigger(isPlainObject(value) ? value['trigger'] : undefined);
  const candidate =
    isPlainObject(value) && trigger.value !== undefined ? { ...value, trigger: trigger.value } : value;
  const warnings = named(
    'alias-used',
    trigger.warnings.map((warning) => ({ ...warning, path: `trigger.${warning.path}` })),
  );
  const parsed = parseWritten(ruleSchema, candidate, suggestFix);
  if (!parsed.ok) return { ok: false, issues: named('invalid-rule', parsed.issues), warnings };
  const issues = [
    ...named('invalid-rule', [...duplicateIds(parsed.value), ...checkActions(parsed.value.actions)]),
    ...named('unknown-merge-field', checkTemplates(parsed.value.actions)),
  ];
  return issues.length > 0 ? { ok: false, issues, warnings } : { ok: true, value: parsed.value, warnings };
}
