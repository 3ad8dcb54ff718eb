import type { CtiEvent } from '../model/cti-event.ts';
import type { PlannedAction } from '../model/plan.ts';
import { actionIds, actionKey } from './action-key.ts';
import { toPlanned } from './planned-action.ts';
import type { Rule } from './rule.ts';

/** The action of these rules that has this key for this event; null when they no longer contain it. */
export function findPlanned(
  rules: readonly Rule[],
  event: CtiEvent,
  ruleKey: string,
  key: string,
): PlannedAction | null {
  const rule = rules.find((one) => one.key === ruleKey && one.active);
  const index =
    rule === undefined ? -1 : actionIds(rule.actions).findIndex((id) => actionKey(event, rule, id) === key);
  const action = rule?.actions[index];
  return rule === undefined || action === undefined ? null : toPlanned(rule, action, key);
}
