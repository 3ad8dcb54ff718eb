import type { Action } from '../../model/action.ts';
import { actionContent } from '../action-key.ts';
import type { Rule } from '../rule.ts';
import { areExclusive } from './exclusive-conditions.ts';
import type { Finding } from './finding.ts';
import { covers, coveredSituations } from './situations.ts';

function isPop(action: Action): boolean {
  return action.type === 'screen-pop';
}

/** A rule all of whose actions are planned by earlier, unconditional rules whenever it applies. */
function shadowed(rule: Rule, earlier: readonly Rule[]): Finding[] {
  const contents = rule.actions.map(actionContent);
  const situations = coveredSituations(rule.trigger);
  const done = situations.every((situation) =>
    contents.every((content) =>
      earlier.some(
        (other) =>
          other.trigger.conditions.length === 0 &&
          covers(other.trigger, situation) &&
          other.actions.map(actionContent).includes(content),
      ),
    ),
  );
  if (!done || situations.length === 0) return [];
  return [
    {
      id: 'unreachable-rule',
      level: 'warning',
      ruleKey: rule.key,
      path: '',
      message: 'earlier rules plan the very same actions for every event of this rule, so it never adds any',
      fix: { text: 'Remove the rule' },
    },
  ];
}

function doublePop(rule: Rule, earlier: readonly Rule[]): Finding[] {
  const index = rule.actions.findIndex(isPop);
  const pop = rule.actions[index];
  if (pop === undefined) return [];
  return earlier.flatMap((other): Finding[] => {
    const pops = other.actions.filter(isPop);
    if (pops.length === 0 || pops.some((action) => actionContent(action) === actionContent(pop))) return [];
    if (areExclusive(rule.trigger.conditions, other.trigger.conditions)) return [];
    const shared = coveredSituations(rule.trigger).find((situation) => covers(other.trigger, situation));
    if (shared === undefined) return [];
    return [
      {
        id: 'two-pops',
        level: 'warning',
        ruleKey: rule.key,
        path: `actions[${index}]`,
        message: `pops on ${shared.row.tuple} together with rule ${other.key}`,
        fix: {
          text: `Give the two rules conditions that exclude each other, or put both strategies into one pop`,
        },
      },
    ];
  });
}

/** What active rules do to each other. */
export function lintOverlaps(rules: readonly Rule[]): Finding[] {
  const active = rules.filter((rule) => rule.active);
  return active.flatMap((rule, index) => {
    const earlier = active.slice(0, index);
    return [...shadowed(rule, earlier), ...doublePop(rule, earlier)];
  });
}
