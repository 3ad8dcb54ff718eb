/** What is counted for each transaction, with the platform's limits for synchronous and asynchronous Apex. */
export const GOVERNOR_LIMITS = {
  queries: { sync: 100, async: 200, text: 'Too many SOQL queries' },
  queryRows: { sync: 50_000, async: 50_000, text: 'Too many query rows' },
  searches: { sync: 20, async: 20, text: 'Too many SOSL queries' },
  dmlStatements: { sync: 150, async: 150, text: 'Too many DML statements' },
  dmlRows: { sync: 10_000, async: 10_000, text: 'Too many DML rows' },
  publishImmediateDml: { sync: 150, async: 150, text: 'Too many publish immediate DML statements' },
  queueableJobs: { sync: 50, async: 1, text: 'Too many queueable jobs added to the queue' },
  emailInvocations: { sync: 10, async: 10, text: 'Too many Email Invocations' },
  futureCalls: { sync: 50, async: 0, text: 'Too many future calls' },
} as const;

export type GovernorLimit = keyof typeof GOVERNOR_LIMITS;

export interface Governor {
  readonly isAsync: boolean;
  used(limit: GovernorLimit): number;
  maximum(limit: GovernorLimit): number;
  /** Throws `LimitExceeded`, which no catch clause sees, when the sum is over the limit. */
  count(limit: GovernorLimit, amount?: number): void;
  /** Counters that begin at 0. */
  fresh(isAsync: boolean): Governor;
}
