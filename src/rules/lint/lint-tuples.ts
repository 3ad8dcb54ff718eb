import type { Rule, Trigger } from '../rule.ts';
import { areExclusive } from './exclusive-conditions.ts';
import type { Finding } from './finding.ts';
import { coveredSituations } from './situations.ts';

const AXES = {
  pacingModes: 'pacing mode',
  channelTypes: 'channel type',
  events: 'event',
  causes: 'cause',
  legs: 'leg',
} as const;

function deadWords(rule: Rule): Finding[] {
  const { trigger } = rule;
  return (Object.keys(AXES) as (keyof typeof AXES)[]).flatMap((axis) =>
    (trigger[axis] ?? []).flatMap((word, index): Finding[] => {
      const alone: Trigger = { ...trigger, [axis]: [word] };
      if (coveredSituations(alone).length > 0) return [];
      return [
        {
          id: 'unknown-tuple',
          level: 'warning',
          ruleKey: rule.key,
          path: `trigger.${axis}[${index}]`,
          message: `the ${AXES[axis]} ${word} goes with nothing else in this trigger: the catalogue has no such event`,
          fix: { text: `Remove ${word}, or see docs/generated/event-catalogue.md for what goes together` },
        },
      ];
    }),
  );
}

/** Triggers, or single words of them, that no event of the catalogue can satisfy; conditions that contradict. */
export function lintTuples(rules: readonly Rule[]): Finding[] {
  return rules.flatMap((rule): Finding[] => {
    if (coveredSituations(rule.trigger).length === 0)
      return [
        {
          id: 'unknown-tuple',
          level: 'error',
          ruleKey: rule.key,
          path: 'trigger',
          message: 'no event of the catalogue has this combination, so the rule never applies',
          fix: { text: 'See docs/generated/event-catalogue.md for what goes together' },
        },
      ];
    const { conditions } = rule.trigger;
    const contradiction = conditions.findIndex((condition, index) =>
      areExclusive([condition], conditions.slice(0, index)),
    );
    if (contradiction < 0) return deadWords(rule);
    return [
      ...deadWords(rule),
      {
        id: 'unreachable-rule',
        level: 'error',
        ruleKey: rule.key,
        path: `trigger.conditions[${contradiction}]`,
        message: 'this condition contradicts an earlier one of the same rule, so the rule never applies',
        fix: { text: 'Make two rules of it, or use the operator "in"' },
      },
    ];
  });
}
