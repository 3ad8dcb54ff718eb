import type { Action } from '../model/action.ts';
import type { CallView } from '../model/call-view.ts';
import type { CtiEvent } from '../model/cti-event.ts';
import type { ActionPlan, PlannedAction, RuleConsideration } from '../model/plan.ts';
import { actionContent, actionIds, actionKey } from './action-key.ts';
import { failedTrigger } from './match-trigger.ts';
import { toPlanned } from './planned-action.ts';
import type { Rule } from './rule.ts';

export interface PlanInput {
  readonly event: CtiEvent;
  /** The call as it is now. */
  readonly call: CallView;
  readonly agentName: string | null;
  /** In the order in which they run. */
  readonly rules: readonly Rule[];
  /** True for the key of an action that an earlier event of the call led to. */
  readonly isPlanned?: (key: string) => boolean;
}

const isSwitchedOff = (action: Action): boolean => action.type === 'open-page' && !action.on;

/** Rules that may share an action: a rule that stops must carry out its own, and so must one that repeats otherwise. */
function sharedContent(rule: Rule, action: Action): string | null {
  return rule.onFailure === 'stop' ? null : `${rule.once}|${actionContent(action)}`;
}

/**
 * What the rules make of one event: pure and synchronous. Every rule is considered and the reason kept. An action that
 * another rule plans word for word for this event, to be repeated as often and followed by all others whatever happens,
 * is planned once.
 */
export function planActions({
  event,
  call,
  agentName,
  rules,
  isPlanned = () => false,
}: PlanInput): ActionPlan {
  const actions: (PlannedAction & { readonly sharedBy: string[] })[] = [];
  const shared = new Map<string, (typeof actions)[number]>();

  const consider = (rule: Rule): RuleConsideration => {
    const failed = failedTrigger(rule.trigger, event, { call, agentName });
    if (failed !== null) return { ruleKey: rule.key, matched: false, reason: failed };
    if (!rule.active)
      return { ruleKey: rule.key, matched: false, reason: 'switched off; it would have matched' };
    const ids = actionIds(rule.actions);
    const remarks: string[] = [];
    rule.actions.forEach((action, index) => {
      const id = ids[index] ?? action.type;
      const key = actionKey(event, rule, id);
      const content = sharedContent(rule, action);
      const earlier = content === null ? undefined : shared.get(content);
      if (isSwitchedOff(action)) {
        remarks.push(`${id} is switched off`);
      } else if (isPlanned(key)) {
        remarks.push(`${id} was planned before, and is done once`);
      } else if (earlier !== undefined) {
        remarks.push(`${id} is planned already by rule ${earlier.ruleKey}`);
        earlier.sharedBy.push(key);
      } else {
        const planned = toPlanned(rule, action, key);
        actions.push(planned);
        if (content !== null) shared.set(content, planned);
      }
    });
    return { ruleKey: rule.key, matched: true, reason: ['matched', ...remarks].join('; ') };
  };

  const considered = rules.map(consider);
  return { callKey: event.callKey, event, call, agentName, actions, considered };
}
