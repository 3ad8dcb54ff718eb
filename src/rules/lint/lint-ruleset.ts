import type { RuleRecord } from '../../model/apex-contract.ts';
import { isPlainObject } from '../../model/plain-value.ts';
import { collectRules, readRuleRecord } from '../load-rules.ts';
import { readRuleset } from '../parse-ruleset.ts';
import type { ReadRuleset } from '../parse-ruleset.ts';
import type { RuleIssue } from '../parse-rule.ts';
import type { Finding, LintOptions } from './finding.ts';
import { lintPolicies } from './lint-policies.ts';
import { lintRules } from './lint-rules.ts';

const finding = (
  level: Finding['level'],
  ruleKey: string,
  { id, path, message, fix }: RuleIssue,
): Finding => ({ id, level, ruleKey, path, message, ...(fix === undefined ? {} : { fix: { text: fix } }) });

function lintRead({ issues, warnings, read }: ReadRuleset, options: LintOptions): Finding[] {
  const ofFile = [
    ...issues.map((issue) => finding('error', 'ruleset', issue)),
    ...warnings.map((issue) => finding('warning', 'ruleset', issue)),
  ];
  const loaded = collectRules(read);
  const twice = loaded.problems
    .filter(
      (problem) =>
        problem.path === 'key' && read.some(({ source, result }) => source === problem.source && result.ok),
    )
    .map(({ source, path, message }) =>
      finding('error', source, { id: 'invalid-rule', path, message, fix: 'Give it another key' }),
    );
  const ofRules = read.flatMap(({ source, result, raw }) => [
    ...(result.ok ? [] : result.issues.map((issue) => finding('error', source, issue))),
    ...result.warnings.map((issue) => finding('warning', source, issue)),
    ...(result.ok && isPlainObject(raw) ? lintPolicies(source, raw['actions']) : []),
  ]);
  return [...ofFile, ...ofRules, ...twice, ...lintRules(loaded.rules, options)];
}

/**
 * Everything that can be said of a ruleset file's value: what keeps rules from loading first, then `lintRules` on the
 * others. Never throws.
 */
export function lintRuleset(value: unknown, options: LintOptions = {}): Finding[] {
  return lintRead(readRuleset(value, options.repeated), options);
}

/** The same of the records of one ruleset. */
export function lintRuleRecords(records: readonly RuleRecord[], options: LintOptions = {}): Finding[] {
  return lintRead({ issues: [], warnings: [], read: records.map(readRuleRecord) }, options);
}
