import type { RuleRecord } from '../model/apex-contract.ts';
import type { ConfigurationProblem } from '../model/softphone-view.ts';
import { isPlainObject } from '../model/plain-value.ts';
import { parseJson, repeatedNames } from './parse-json.ts';
import { parseRule, repeatedKey, unknownKey } from './parse-rule.ts';
import type { RuleIssue, RuleResult } from './parse-rule.ts';
import type { Rule } from './rule.ts';

/** The rules that can run, in the order in which they run, and what is wrong with the others. */
export interface LoadedRules {
  readonly rules: readonly Rule[];
  readonly problems: readonly ConfigurationProblem[];
}

/** One rule that was read, where it stands, for messages, and the rule as it was written. */
export interface ReadRule {
  readonly source: string;
  readonly result: RuleResult;
  readonly raw: unknown;
}

const ACTIONS_LIST = /^(?:actions)?\[/;

function repeatedKeys({ triggerJson, actionsJson }: RuleRecord): RuleIssue[] {
  const inActions = (path: string): string => {
    if (!ACTIONS_LIST.test(path)) return `actions.${path}`;
    return path.startsWith('[') ? `actions${path}` : path;
  };
  return [
    ...repeatedNames(triggerJson ?? '').map((path) => repeatedKey(`trigger.${path}`)),
    ...repeatedNames(actionsJson ?? '').map((path) => repeatedKey(inActions(path))),
  ];
}

/**
 * Reads one `Paceline_Rule__mdt` record. `Trigger__c` holds the trigger and, if wanted, `once`; `Actions__c` holds the
 * array of actions, or `{ "onFailure": "stop", "actions": [...] }`. Paths begin with `trigger` or `actions`.
 */
export function readRuleRecord(record: RuleRecord): ReadRule {
  const source = record.developerName;
  const refuse = (issues: readonly RuleIssue[]): ReadRule => ({
    source,
    result: { ok: false, issues, warnings: [] },
    raw: undefined,
  });
  const trigger = parseJson(record.triggerJson?.trim() || '{}');
  const actions = parseJson(record.actionsJson?.trim() || '[]');
  if (!trigger.ok || !actions.ok) {
    return refuse(
      Object.entries({ trigger, actions }).flatMap(([path, result]): RuleIssue[] =>
        result.ok ? [] : [{ id: 'invalid-rule', path, message: result.message }],
      ),
    );
  }
  const { once, ...rest } = isPlainObject(trigger.value) ? trigger.value : {};
  const {
    onFailure,
    actions: list,
    ...unknown
  }: Readonly<Record<string, unknown>> = isPlainObject(actions.value)
    ? actions.value
    : { actions: actions.value };
  const strangers = Object.keys(unknown);
  if (strangers.length > 0)
    return refuse(strangers.map((key) => unknownKey(`actions.${key}`, ['onFailure', 'actions'])));
  const raw = {
    key: record.developerName,
    label: record.label,
    active: record.active,
    order: record.order,
    trigger: isPlainObject(trigger.value) ? rest : trigger.value,
    ...(once === undefined ? {} : { once }),
    ...(onFailure === undefined ? {} : { onFailure }),
    actions: list,
  };
  const result = parseRule(raw);
  return { source, result: { ...result, warnings: [...result.warnings, ...repeatedKeys(record)] }, raw };
}

/** An issue as it is shown: with what to do about it. */
export function toProblem(
  source: string,
  { path, message, fix }: RuleIssue,
  level: ConfigurationProblem['level'],
): ConfigurationProblem {
  return { source, path, message: fix === undefined ? message : `${message}. ${fix}`, level };
}

/** Sorts read rules into running order and turns what is wrong into problems; a bad rule never stops a good one. */
export function collectRules(read: readonly ReadRule[]): LoadedRules {
  const rules: Rule[] = [];
  const problems: ConfigurationProblem[] = [];
  const keys = new Set<string>();
  for (const { source, result } of read) {
    problems.push(...result.warnings.map((issue) => toProblem(source, issue, 'warning')));
    if (!result.ok) {
      problems.push(...result.issues.map((issue) => toProblem(source, issue, 'error')));
    } else if (keys.has(result.value.key.toLowerCase())) {
      const message = `the key "${result.value.key}" is taken by an earlier rule; this one is left out`;
      problems.push({ source, path: 'key', message, level: 'error' });
    } else {
      keys.add(result.value.key.toLowerCase());
      rules.push(result.value);
    }
  }
  rules.sort((a, b) => a.order - b.order || (a.key < b.key ? -1 : 1));
  return { rules, problems };
}

/** Loads the rules of a configuration; records of several rulesets are taken as one. */
export function loadRules(records: readonly RuleRecord[]): LoadedRules {
  return collectRules(records.map(readRuleRecord));
}
