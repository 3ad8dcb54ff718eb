import type { Transaction } from '../model/transaction.ts';
import { runWork } from './jobs.ts';

/**
 * What `Test.stopTest` does: carries out all work that was left for later, one after the other, each part with limits of
 * its own. What that work leaves for later itself stays queued, as in an Apex test.
 */
export function runTestWork(tx: Transaction): void {
  const works = tx.async.splice(0);
  const before = { userId: tx.userId, isSharingEnforced: tx.isSharingEnforced, ...tx.writtenObjects };
  try {
    for (const work of works) {
      runWork(
        {
          isTest: true,
          run(part) {
            tx.governor = tx.governor.fresh(true);
            tx.writtenObjects.setup = null;
            tx.writtenObjects.other = null;
            tx.isSharingEnforced = false;
            return part(tx);
          },
        },
        work,
      );
    }
  } finally {
    tx.userId = before.userId;
    tx.isSharingEnforced = before.isSharingEnforced;
    tx.writtenObjects.setup = before.setup;
    tx.writtenObjects.other = before.other;
  }
}
