import type { Action } from '../model/action.ts';
import type { PlannedAction } from '../model/plan.ts';
import { actionNeeds } from './action-needs.ts';
import type { Rule } from './rule.ts';

/** An action of a rule, ready to run. */
export function toPlanned(
  rule: Rule,
  action: Action,
  key: string,
): PlannedAction & { readonly sharedBy: string[] } {
  return {
    key,
    sharedBy: [],
    ruleKey: rule.key,
    ruleLabel: rule.label,
    action,
    needs: actionNeeds(action),
    onFailure: rule.onFailure,
  };
}
