import { LimitExceeded } from '../model/errors.ts';
import { GOVERNOR_LIMITS } from '../model/governor.ts';
import type { Governor, GovernorLimit } from '../model/governor.ts';

/** The counters of one transaction. */
export class CountingGovernor implements Governor {
  readonly isAsync: boolean;
  readonly #used = new Map<GovernorLimit, number>();

  constructor(isAsync: boolean) {
    this.isAsync = isAsync;
  }

  used(limit: GovernorLimit): number {
    return this.#used.get(limit) ?? 0;
  }

  maximum(limit: GovernorLimit): number {
    const { sync, async } = GOVERNOR_LIMITS[limit];
    return this.isAsync ? async : sync;
  }

  count(limit: GovernorLimit, amount = 1): void {
    const used = this.used(limit) + amount;
    this.#used.set(limit, used);
    if (used > this.maximum(limit)) throw new LimitExceeded(`${GOVERNOR_LIMITS[limit].text}: ${used}`);
  }

  fresh(isAsync: boolean): Governor {
    return new CountingGovernor(isAsync);
  }
}
