import type { Action } from '../../model/action.ts';
import { actionContent } from '../action-key.ts';
import type { Rule } from '../rule.ts';
import { areExclusive } from './exclusive-conditions.ts';
import type { Finding } from './finding.ts';
import { covers, coveredSituations } from './situations.ts';

/** Two rules that would repeat an action alike and never skip it share it when both plan it word for word. */
const canShare = (rule: Rule, other: Rule): boolean =>
  rule.once === other.once && rule.onFailure === 'continue' && other.onFailure === 'continue';

const sameTrigger = (rule: Rule, other: Rule): boolean => {
  const [one, two] = [coveredSituations(rule.trigger), coveredSituations(other.trigger)];
  return one.length === two.length && one.every((situation) => two.includes(situation));
};

/**
 * A rule all of whose actions are planned by earlier, unconditional rules whenever it applies. A rule that acts once in a
 * call may do so on an event that this one does not know, so there both must apply alike.
 */
function shadowed(rule: Rule, earlier: readonly Rule[]): Finding[] {
  const contents = rule.actions.map(actionContent);
  const situations = coveredSituations(rule.trigger);
  const sharing = earlier.filter(
    (other) =>
      canShare(rule, other) &&
      other.trigger.conditions.length === 0 &&
      (rule.once !== 'call' || sameTrigger(rule, other)),
  );
  const done = situations.every((situation) =>
    contents.every((content) =>
      sharing.some(
        (other) => covers(other.trigger, situation) && other.actions.map(actionContent).includes(content),
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
      message: 'earlier rules plan the very same actions for every event of this rule, as often as this one',
      fix: { text: 'Remove the rule' },
    },
  ];
}

interface Pop {
  readonly content: string;
  readonly index: number;
}

const popsOf = (rule: Rule): Pop[] =>
  rule.actions.flatMap((action: Action, index) =>
    action.type === 'screen-pop' ? [{ content: actionContent(action), index }] : [],
  );

function popsTwice(rule: Rule): Finding[] {
  const [first, ...others] = popsOf(rule);
  return others
    .filter(({ content }) => content !== first?.content || !canShare(rule, rule))
    .map(({ index }) => ({
      id: 'two-pops',
      level: 'warning',
      ruleKey: rule.key,
      path: `actions[${index}]`,
      message: `pops again, after actions[${first?.index}] of the same rule`,
      fix: { text: 'Put the strategies of both into one pop: the first that finds anything ends the search' },
    }));
}

function popsTogether(rule: Rule, other: Rule): Finding[] {
  const others = popsOf(other).map(({ content }) => content);
  const pop = popsOf(rule).find(({ content }) => !canShare(rule, other) || !others.includes(content));
  if (pop === undefined || others.length === 0) return [];
  if (areExclusive(rule.trigger.conditions, other.trigger.conditions)) return [];
  const shared = coveredSituations(rule.trigger).find((situation) => covers(other.trigger, situation));
  if (shared === undefined) return [];
  return [
    {
      id: 'two-pops',
      level: 'warning',
      ruleKey: rule.key,
      path: `actions[${pop.index}]`,
      message: `pops on ${shared.row.tuple} together with rule ${other.key}`,
      fix: {
        text: 'Give the two rules conditions that exclude each other, or put both strategies into one pop',
      },
    },
  ];
}

/** What active rules do to each other. */
export function lintOverlaps(rules: readonly Rule[]): Finding[] {
  const active = rules.filter((rule) => rule.active);
  return active.flatMap((rule, index) => {
    const earlier = active.slice(0, index);
    return [
      ...shadowed(rule, earlier),
      ...popsTwice(rule),
      ...earlier.flatMap((other) => popsTogether(rule, other)),
    ];
  });
}
