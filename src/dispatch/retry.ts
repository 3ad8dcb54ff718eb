import type { RunnerFailure } from '../model/action-runner.ts';
import type { PlatformError } from '../model/apex-contract.ts';
import type { OutboxAction } from './outbox.ts';

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 300_000;
const WRITE_ATTEMPTS = 20;
const LOOK_UP_ATTEMPTS = 5;
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

/** Writes try for about 45 minutes, look-ups and pages only as long as they are of use to the agent. */
export function maxAttempts(action: OutboxAction): number {
  if (action.step === 'open') return OPEN_ATTEMPTS;
  return action.planned.action.type === 'screen-pop' ? LOOK_UP_ATTEMPTS : WRITE_ATTEMPTS;
}

export function operationFailure(error: PlatformError): RunnerFailure {
  const fields = error.fields.length === 0 ? '' : ` (${error.fields.join(', ')})`;
  return {
    code: error.statusCode,
    message: `${error.message}${fields}`,
    heals: HEALING_STATUS_CODES.has(error.statusCode),
  };
}
