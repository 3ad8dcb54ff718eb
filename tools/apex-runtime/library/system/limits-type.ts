import type { GovernorLimit } from '../../model/governor.ts';
import type { Transaction } from '../../model/transaction.ts';
import type { LibraryType } from '../registry-contract.ts';

/** By the name of the method; CPU time and heap are not counted. */
const COUNTERS: Readonly<Record<string, GovernorLimit>> = {
  Queries: 'queries',
  QueryRows: 'queryRows',
  SoslQueries: 'searches',
  DmlStatements: 'dmlStatements',
  DmlRows: 'dmlRows',
  PublishImmediateDml: 'publishImmediateDml',
  QueueableJobs: 'queueableJobs',
  FutureCalls: 'futureCalls',
  EmailInvocations: 'emailInvocations',
};

export const LIMITS: LibraryType = {
  name: 'Limits',
  members: Object.fromEntries(
    Object.entries(COUNTERS).flatMap(([name, counter]) => [
      [`static get${name}():Integer`, (tx: Transaction) => tx.governor.used(counter)],
      [`static getLimit${name}():Integer`, (tx: Transaction) => tx.governor.maximum(counter)],
    ]),
  ),
};
