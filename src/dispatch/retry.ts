import type { RunnerFailure } from '../model/action-runner.ts';
import type { PlatformError } from '../model/apex-contract.ts';
import { concernsAllRequests, findHealingCode } from './healing.ts';
import type { OutboxAction } from './outbox.ts';

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 300_000;
const OPEN_ATTEMPTS = 3;
/** After so many attempts the rest of a call goes on without it. */
const LOOK_UP_PATIENCE = 5;
const WRITE_PATIENCE = 20;

/** Exponential from one second to five minutes, the later half of each delay at random. `attempts` is at least 1. */
export function retryDelayMs(attempts: number, random: number): number {
  const delay = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempts - 1));
  return Math.round(delay * (0.5 + random / 2));
}

/** Writes and look-ups are tried as long as the outbox keeps them, pages only as long as they are of use to the agent. */
export function canTryAgain({ step, attempts }: OutboxAction): boolean {
  return step === 'request' || attempts < OPEN_ATTEMPTS;
}

/** True while an action waits for its next attempt; not for longer than any delay, should the clock have been set back. */
export function isBackingOff({ notBefore }: OutboxAction, now: number): boolean {
  return notBefore > now && notBefore - now <= LONGEST_DELAY_MS;
}

/**
 * True for an action that failed so often that nothing waits for it any longer. Where nothing else would get through
 * either, waiting costs nothing and keeps the order.
 */
export function isLate({ planned, step, attempts, failure }: OutboxAction): boolean {
  if (step !== 'request') return false;
  if (planned.action.type === 'screen-pop') return attempts >= LOOK_UP_PATIENCE;
  return attempts >= WRITE_PATIENCE && failure !== null && !concernsAllRequests(failure.code);
}

export function operationFailure(error: PlatformError): RunnerFailure {
  const fields = error.fields.length === 0 ? '' : ` (${error.fields.join(', ')})`;
  return {
    code: error.statusCode,
    message: `${error.message}${fields}`,
    heals: findHealingCode(`${error.statusCode} ${error.message}`) !== null,
  };
}
