import type { RunnerFailure } from '../model/action-runner.ts';
import type { PlatformError } from '../model/apex-contract.ts';
import type { OutboxAction } from './outbox.ts';

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 300_000;
const REQUEST_ATTEMPTS = 20;
/** After so many the rest of the call goes on without the match, and is related when it is found. */
const LOOK_UP_PATIENCE = 5;
const OPEN_ATTEMPTS = 3;

/** Errors of a single operation that another attempt can cure; DUPLICATE_VALUE then finds the other's row. */
const HEALING_STATUS_CODES: ReadonlySet<string> = new Set([
  'UNABLE_TO_LOCK_ROW',
  'DUPLICATE_VALUE',
  'REQUEST_RUNNING_TOO_LONG',
  'SERVER_UNAVAILABLE',
  'QUERY_TIMEOUT',
]);

/** Exponential from one second to five minutes, the later half of each delay at random. `attempts` is at least 1. */
export function retryDelayMs(attempts: number, random: number): number {
  const delay = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempts - 1));
  return Math.round(delay * (0.5 + random / 2));
}

/** Writes and look-ups are tried for about 45 minutes, pages only as long as they are of use to the agent. */
export function maxAttempts(action: OutboxAction): number {
  return action.step === 'open' ? OPEN_ATTEMPTS : REQUEST_ATTEMPTS;
}

/** True for a look-up that failed so often that nothing waits for it any longer. */
export function isLateLookUp({ planned, step, attempts }: OutboxAction): boolean {
  return planned.action.type === 'screen-pop' && step === 'request' && attempts >= LOOK_UP_PATIENCE;
}

export function operationFailure(error: PlatformError): RunnerFailure {
  const fields = error.fields.length === 0 ? '' : ` (${error.fields.join(', ')})`;
  return {
    code: error.statusCode,
    message: `${error.message}${fields}`,
    heals: HEALING_STATUS_CODES.has(error.statusCode),
  };
}
