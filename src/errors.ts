/** Why Paceline refused or gave up. One union, so that a `switch` on it can be checked for completeness. */
export type PacelineErrorReason =
  | 'invalid-settings'
  | 'invalid-rule'
  | 'invalid-recording'
  | 'invalid-state'
  | 'invalid-contract'
  | 'ccp-unreachable'
  | 'streams-unavailable'
  | 'storage-unavailable'
  | 'action-failed'
  | 'simulator-refused'
  | 'usage';

const BRAND = 'paceline-error';
const PREFIX = 'Paceline: ';

/**
 * The one error class. `path` says where (a JSON path, a file, an index), `hint` what to do about it; both are
 * already part of `message` and repeated as fields for user interfaces.
 */
export class PacelineError extends Error {
  readonly brand = BRAND;
  readonly reason: PacelineErrorReason;
  readonly path: string | undefined;
  readonly hint: string | undefined;

  constructor(
    reason: PacelineErrorReason,
    what: string,
    details: { path?: string; hint?: string; cause?: unknown } = {},
  ) {
    const where = details.path === undefined ? '' : ` at ${details.path}`;
    const hint = details.hint === undefined ? '' : `. ${details.hint}`;
    super(
      `${PREFIX}${what}${where}${hint}`,
      details.cause === undefined ? undefined : { cause: details.cause },
    );
    this.name = 'PacelineError';
    this.reason = reason;
    this.path = details.path;
    this.hint = details.hint;
  }
}

/** True for a PacelineError of any copy of this module: two bundles on one page have two classes. */
export function isPacelineError(value: unknown): value is PacelineError {
  return typeof value === 'object' && value !== null && (value as { brand?: unknown }).brand === BRAND;
}

/** A readable text for anything that can be thrown, errors of other realms included. */
export function describeError(value: unknown): string {
  const message: unknown = (value as { message?: unknown } | null | undefined)?.message;
  if (typeof message === 'string') return message;
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
