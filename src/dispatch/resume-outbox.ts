import { isSettled } from './outbox.ts';
import type { OutboxAction, OutboxPlan } from './outbox.ts';
import { describePage } from './run-open.ts';

/** An entry lives this long; the package keeps its interactions longer, so a late repeat still finds its ledger. */
export const OUTBOX_LIFETIME_MS = 24 * 60 * 60 * 1000;

function startAnew(action: OutboxAction): void {
  action.status = 'pending';
  action.attempts = 0;
  action.notBefore = 0;
}

/**
 * Makes an action that was interrupted by the end of a page ready again. A request is simply repeated: the server knows
 * its key; one that ran out of attempts, though its failure can heal, gets new ones. A page is not opened again: it may
 * stand open, and opening it twice would take the agent away from it.
 */
export function resumeAction(action: OutboxAction): void {
  const gaveUp = action.status === 'failed' && action.failure?.heals === true;
  if (action.step === 'request') {
    if (action.status === 'running' || gaveUp) startAnew(action);
    return;
  }
  if (action.status !== 'running') return;
  const page = action.open === null ? 'The page' : describePage(action.open);
  action.status = 'done';
  action.text = `${page} was being opened when this page was left; it is not opened twice.`;
}

export interface ExpiredWork {
  readonly kept: readonly OutboxPlan[];
  /** Actions that were given up unfinished. */
  readonly expired: readonly { readonly plan: OutboxPlan; readonly action: OutboxAction }[];
}

/** Separates the plans that are too old to be sent. */
export function expirePlans(plans: readonly OutboxPlan[], now: number): ExpiredWork {
  const tooOld = (plan: OutboxPlan): boolean => plan.acceptedAt + OUTBOX_LIFETIME_MS < now;
  const expired = plans
    .filter(tooOld)
    .flatMap((plan) =>
      plan.actions.filter((action) => !isSettled(action)).map((action) => ({ plan, action })),
    );
  return { kept: plans.filter((plan) => !tooOld(plan)), expired };
}
