import { isPlainObject } from '../../model/plain-value.ts';
import type { Finding } from './finding.ts';

const POLICIES = {
  none: 'says nothing about finding no record; nothing is opened then',
  many: 'says nothing about finding several records; the agent is asked then',
} as const;

/** Screen pops of a rule as written that leave a policy to its default. */
export function lintPolicies(ruleKey: string, actions: unknown): Finding[] {
  if (!Array.isArray(actions)) return [];
  return actions.flatMap((action: unknown, index) => {
    if (!isPlainObject(action) || action['type'] !== 'screen-pop') return [];
    return (['none', 'many'] as const)
      .filter((policy) => action[policy] === undefined)
      .map((policy): Finding => ({
        id: 'look-up-policy-missing',
        level: 'info',
        ruleKey,
        path: `actions[${index}].${policy}`,
        message: POLICIES[policy],
        fix: {
          text: policy === 'none' ? 'Write "none": { "do": "nothing" }' : 'Write "many": { "do": "ask" }',
        },
      }));
  });
}
