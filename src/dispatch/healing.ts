/** Errors that go away by themselves: another transaction, a limit of the moment, a login to be renewed, the network. */
const HEALING_CODES: readonly string[] = [
  'UNABLE_TO_LOCK_ROW',
  'QUERY_TIMEOUT',
  'REQUEST_RUNNING_TOO_LONG',
  'SERVER_UNAVAILABLE',
  'REQUEST_LIMIT_EXCEEDED',
  'INVALID_SESSION_ID',
  'OFFLINE',
  'TIMEOUT',
];

/**
 * The code that says that trying again can help, wherever it stands in a text: an automation that failed at a row lock
 * reports a code of its own and the lock in its message. Null when there is none.
 */
export function findHealingCode(text: string): string | null {
  return HEALING_CODES.find((code) => new RegExp(`(?<![A-Z0-9_])${code}(?![A-Z0-9_])`).test(text)) ?? null;
}

const OF_ALL_REQUESTS =
  /^(OFFLINE|TIMEOUT|INVALID_SESSION_ID|SERVER_UNAVAILABLE|REQUEST_LIMIT_EXCEEDED|HTTP_\d+)$/;

/** True for the code of a failure that any other request would meet as well: no connection, no login, no server. */
export function concernsAllRequests(code: string): boolean {
  return OF_ALL_REQUESTS.test(code);
}
