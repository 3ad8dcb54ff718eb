import { isSettled } from './outbox.ts';
import type { OutboxAction, OutboxPlan } from './outbox.ts';
import { describePage } from './run-open.ts';

/** An entry lives this long; the package keeps its interactions longer, so a late repeat still finds its ledger. */
export const OUTBOX_LIFETIME_MS = 24 * 60 * 60 * 1000;
/** So many calls are kept whose failed actions nobody repaired yet, the latest, and so much of them as stored. */
export const FAILED_CALLS = 20;
const FAILED_CHARACTERS = 500_000;

/**
 * Makes an action that was interrupted by the end of a page ready again. A request is simply repeated: the server knows
 * its key. A page is not opened again by itself: it may stand open, and opening it twice would take the agent away from
 * it; it is offered.
 */
export function resumeAction(action: OutboxAction): void {
  if (action.status === 'pending') action.notBefore = 0;
  if (action.status !== 'running') return;
  if (action.step === 'request') {
    action.status = 'pending';
    action.attempts = 0;
    action.notBefore = 0;
    return;
  }
  const page = action.open === null ? 'The page' : describePage(action.open);
  action.status = action.open === null ? 'skipped' : 'offered';
  action.text = `${page} was being opened when this page was left; it is not opened twice.`;
}

/** Actions that are no longer kept although they were not done, and why. */
export interface GivenUp {
  readonly plan: OutboxPlan;
  readonly actions: readonly OutboxAction[];
  readonly why: 'too-old' | 'too-many';
}

export interface PrunedPlans {
  readonly kept: readonly OutboxPlan[];
  readonly givenUp: readonly GivenUp[];
}

const isUndone = (action: OutboxAction): boolean => !isSettled(action) || action.status === 'failed';

function giveUp(plans: readonly OutboxPlan[], why: GivenUp['why']): readonly GivenUp[] {
  return plans
    .map((plan) => ({ plan, actions: plan.actions.filter(isUndone), why }))
    .filter(({ actions }) => actions.length > 0);
}

/** Separates the plans that are too old to be sent. */
export function expirePlans(plans: readonly OutboxPlan[], now: number): PrunedPlans {
  const tooOld = (plan: OutboxPlan): boolean => plan.acceptedAt + OUTBOX_LIFETIME_MS < now;
  return {
    kept: plans.filter((plan) => !tooOld(plan)),
    givenUp: giveUp(plans.filter(tooOld), 'too-old'),
  };
}

/** Keeps the latest of the calls that only wait for the agent to repair what failed; storage has an end. */
export function crowdOut(plans: readonly OutboxPlan[], isLive: (callKey: string) => boolean): PrunedPlans {
  const stuck = [...new Set(plans.map(({ callKey }) => callKey))]
    .filter((callKey) => !isLive(callKey))
    .map((callKey) => plans.filter((plan) => plan.callKey === callKey))
    .filter((ofCall) => ofCall.every(({ actions }) => actions.every(isSettled)))
    .filter((ofCall) => ofCall.some(({ actions }) => actions.some(isUndone)))
    .reverse();
  let room = FAILED_CHARACTERS;
  const tooMany = stuck.filter((ofCall, index) => {
    room -= JSON.stringify(ofCall).length;
    return index >= FAILED_CALLS || room < 0;
  });
  const dropped = new Set(tooMany.flat());
  return {
    kept: plans.filter((plan) => !dropped.has(plan)),
    givenUp: giveUp([...dropped].reverse(), 'too-many'),
  };
}
