import type { CtiEvent } from '../model/cti-event.ts';
import type { PlannedAction } from '../model/plan.ts';
import type { OutboxAction, OutboxState } from './outbox.ts';
import { RELATED } from './stored-outbox.ts';
import type { StoredAction, StoredOutbox } from './stored-outbox.ts';

/** Finds the action of the loaded rules that a key names for an event; null when they do not contain it. */
export type FindPlanned = (event: CtiEvent, ruleKey: string, key: string) => PlannedAction | null;

export interface RestoredOutbox {
  readonly outbox: OutboxState;
  /** Unfinished actions whose rule or action is no longer among the loaded rules: they are not run. */
  readonly dropped: readonly { readonly callKey: string; readonly ruleKey: string; readonly key: string }[];
}

function restoreAction(stored: StoredAction, event: CtiEvent, find: FindPlanned): OutboxAction | null {
  const { key, sharedBy, ruleKey, ...rest } = stored;
  const isRelation = key.endsWith(RELATED);
  const found = find(event, ruleKey, isRelation ? key.slice(0, -RELATED.length) : key);
  if (found === null) return null;
  const planned = { ...found, key, sharedBy };
  return { ...rest, planned, relates: isRelation ? { ...found, sharedBy } : null };
}

/**
 * A stored outbox with the actions of the loaded rules. Storage can be written by anybody who uses this browser, so it
 * only says which action of which rule is unfinished, never what that action does. `now`: nothing was accepted later.
 */
export function restoreOutbox(stored: StoredOutbox, find: FindPlanned, now: number): RestoredOutbox {
  const dropped: RestoredOutbox['dropped'][number][] = [];
  const plans = stored.plans.map(({ actions, ...plan }) => ({
    ...plan,
    acceptedAt: Math.min(plan.acceptedAt, now),
    actions: actions.flatMap((action) => {
      const restored = restoreAction(action, plan.event, find);
      if (restored !== null) return [restored];
      dropped.push({ callKey: plan.callKey, ruleKey: action.ruleKey, key: action.key });
      return [];
    }),
  }));
  return {
    outbox: { plans: plans.filter(({ actions }) => actions.length > 0), links: stored.links },
    dropped,
  };
}
