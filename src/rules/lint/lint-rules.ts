import type { Rule } from '../rule.ts';
import type { Finding, LintOptions } from './finding.ts';
import { lintEffects } from './lint-effects.ts';
import { lintLogs } from './lint-logs.ts';
import { lintOverlaps } from './lint-overlaps.ts';
import { lintPages } from './lint-pages.ts';
import { lintReceiving } from './lint-receiving.ts';
import { lintReferences } from './lint-references.ts';
import { lintTuples } from './lint-tuples.ts';

/** Everything that can be said of rules that load, in the order of the checks. Pure. */
export function lintRules(rules: readonly Rule[], options: LintOptions = {}): Finding[] {
  return [
    ...lintTuples(rules),
    ...lintOverlaps(rules),
    ...lintLogs(rules),
    ...lintReferences(rules),
    ...lintEffects(rules),
    ...lintPages(rules, options),
    ...lintReceiving(rules, options),
  ];
}
