import { PacelineError, isPacelineError } from '../errors.ts';

/** Kinds of refusal, in the words in which the API's `err` names them. */
export type RefusalType =
  | 'ContactNotFoundException'
  | 'ConnectionNotFoundException'
  | 'InvalidStateException'
  | 'BadEndpointException'
  | 'AccessDeniedException'
  | 'UnknownMethodException'
  | 'InvalidParameterException';

/** What the API answers instead of doing it: sent as JSON text in `err`. */
export interface Refusal {
  readonly type: string;
  readonly message: string;
}

/** The error a verb throws for what Amazon Connect would not do. */
export function refuse(type: RefusalType, message: string): PacelineError {
  return new PacelineError('simulator-refused', message, { cause: { type, message } satisfies Refusal });
}

/** The refusal behind an error that a verb threw; undefined for any other error. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!isPacelineError(error) || error.reason !== 'simulator-refused') return undefined;
  return error.cause as Refusal;
}
