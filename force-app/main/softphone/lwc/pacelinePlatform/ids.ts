import type { Ids } from 'c/pacelineCore';

/** Random ids of the browser; needs a secure page, which Lightning always is. */
export function createIds(): Ids {
  return {
    next: () => crypto.randomUUID(),
    random: () => Math.random(),
  };
}
