import type { Action } from '../model/action.ts';
import type { CallView } from '../model/call-view.ts';
import type { CtiEvent } from '../model/cti-event.ts';
import type { ActionPlan, PlannedAction, RuleConsideration } from '../model/plan.ts';
import { actionContent, actionIds, actionKey } from './action-key.ts';
import { failedTrigger } from './match-trigger.ts';
import type { Rule } from './rule.ts';

export interface PlanInput {
  readonly event: CtiEvent;
  /** The call as it is now. */
  readonly call: CallView;
  readonly agentName: string | null;
  /** In the order in which they run. */
  readonly rules: readonly Rule[];
}

const isSwitchedOff = (action: Action): boolean => action.type === 'open-page' && !action.on;

/**
 * What the rules make of one event: pure and synchronous. Every rule is considered and the reason kept. An action that
 * is word for word planned already for this event is planned once.
 */
export function planActions({ event, call, agentName, rules }: PlanInput): ActionPlan {
  const actions: PlannedAction[] = [];
  const plannedBy = new Map<string, string>();

  const consider = (rule: Rule): RuleConsideration => {
    const failed = failedTrigger(rule.trigger, event, { call, agentName });
    if (failed !== null) return { ruleKey: rule.key, matched: false, reason: failed };
    if (!rule.active)
      return { ruleKey: rule.key, matched: false, reason: 'switched off; it would have matched' };
    const ids = actionIds(rule.actions);
    const remarks: string[] = [];
    rule.actions.forEach((action, index) => {
      const id = ids[index] ?? action.type;
      const content = actionContent(action);
      const earlier = plannedBy.get(content);
      if (isSwitchedOff(action)) {
        remarks.push(`${id} is switched off`);
      } else if (earlier !== undefined) {
        remarks.push(`${id} is planned already by rule ${earlier}`);
      } else {
        plannedBy.set(content, rule.key);
        actions.push({
          key: actionKey(event, rule, id),
          ruleKey: rule.key,
          ruleLabel: rule.label,
          action,
          onFailure: rule.onFailure,
        });
      }
    });
    return { ruleKey: rule.key, matched: true, reason: ['matched', ...remarks].join('; ') };
  };

  const considered = rules.map(consider);
  return { callKey: event.callKey, event, call, agentName, actions, considered };
}
