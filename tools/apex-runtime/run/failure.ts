import { AssertionFailed, LimitExceeded, ThrownApex, UnsupportedApex } from '../model/errors.ts';
import type { StackLine } from '../model/values.ts';
import { exceptionMessage, exceptionTypeName } from '../values/exception-text.ts';

/** Why a transaction ended early, as the platform tells it. */
export interface ApexFailure {
  /** `System.DmlException`; `Runtime` for what the runtime does not know or does wrong. */
  readonly type: string;
  readonly message: string;
  /** The innermost method first. */
  readonly stack: readonly StackLine[];
}

/** The type of failures that the platform would not have. */
export const RUNTIME_FAILURE = 'Runtime';

export function failureOf(error: unknown): ApexFailure {
  if (error instanceof ThrownApex) {
    return {
      type: exceptionTypeName(error.value),
      message: exceptionMessage(error.value) ?? '',
      stack: error.value.exception?.stack ?? [],
    };
  }
  if (error instanceof LimitExceeded) {
    return { type: 'System.LimitException', message: error.message, stack: error.apexStack };
  }
  if (error instanceof AssertionFailed) {
    return { type: 'System.AssertException', message: error.message, stack: error.apexStack };
  }
  if (error instanceof UnsupportedApex)
    return { type: RUNTIME_FAILURE, message: error.message, stack: error.apexStack };
  // The depth of the JavaScript stack is near that of the platform's.
  if (error instanceof RangeError) {
    return { type: 'System.LimitException', message: 'Maximum stack depth reached: 1001', stack: [] };
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { type: RUNTIME_FAILURE, message: text, stack: [] };
}
