import type { ActionPlan } from '../model/plan.ts';
import type { TraceEntry } from '../model/trace-entry.ts';
import type { SoftphoneSettings } from './softphone-settings.ts';

/** What happens when no rule applies to an event. */
export interface UnmatchedPolicy {
  /** A line for the trace, or null when the plan is in order or the policy does not care. */
  judge(plan: ActionPlan): TraceEntry | null;
  warnings(): readonly string[];
}

/** `ignore`: nothing; `warn`: a line in the trace; `error`: a warning for the agent too. */
export function createUnmatchedPolicy(policy: SoftphoneSettings['unmatchedPolicy']): UnmatchedPolicy {
  let tuples: readonly string[] = [];
  return {
    judge(plan) {
      if (policy === 'ignore' || plan.considered.some((one) => one.matched)) return null;
      const { tuple, at } = plan.event;
      const off = plan.considered
        .filter((one) => one.reason.startsWith('switched off'))
        .map((one) => one.ruleKey);
      if (policy === 'error' && !tuples.includes(tuple)) tuples = [...tuples, tuple];
      const text =
        off.length === 0
          ? `No rule matches ${tuple}.`
          : `${tuple} is matched by rules that are switched off only: ${off.join(', ')}.`;
      return { at, kind: 'diagnostic', callKey: plan.callKey, text };
    },
    warnings: () =>
      tuples.length === 0 ? [] : [`No rule covers ${tuples.join(', ')}. Ask your administrator to add one.`],
  };
}
