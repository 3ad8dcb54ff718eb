import type { Clock, Ids } from '../../src/model/ports.ts';
import type { ApexSchema, PublishedEvent, SentEmail } from '../../tools/apex-runtime/model/apex-org.ts';
import type { AsyncWork } from '../../tools/apex-runtime/model/transaction.ts';
import type { ApexProgram } from '../../tools/apex-runtime/run/program.ts';
import type { FaultInjector } from './faults.ts';
import type { OrgSchema } from './schema/org-schema.ts';
import type { SeededUsers } from './seed/seed-users.ts';
import type { RequestLogEntry } from './simulated-org.ts';
import type { OrgDuplicateRule, OrgValidationRule } from './store/org-rules.ts';
import type { Dml } from './store/dml.ts';
import type { Permissions } from './store/permissions.ts';
import type { RecordStore } from './store/record-store.ts';

/** The queue of asynchronous Apex of one org, on its clock. */
export interface OrgJobs {
  /** Takes what a committed transaction left for later; it runs when the clock comes to it. */
  add(program: ApexProgram, works: readonly AsyncWork[], userId: string): void;
  /** Runs at once what waits, scheduled jobs apart. */
  runWaiting(): void;
  /** Fires a scheduled job of this name at once; false: there is none. */
  fire(name: string): boolean;
  /** Calls a static method without parameters as this user. */
  callStatic(program: ApexProgram, className: string, methodName: string, userId: string): void;
}

/** Everything of an org that `reset` replaces. */
export interface OrgState {
  readonly orgId: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly schema: OrgSchema;
  readonly apexSchema: ApexSchema;
  readonly store: RecordStore;
  readonly permissions: Permissions;
  readonly dml: Dml;
  readonly validationRules: OrgValidationRule[];
  readonly duplicateRules: OrgDuplicateRule[];
  readonly users: SeededUsers;
  /** Platform events in the order in which they were published. */
  readonly events: PublishedEvent[];
  readonly emails: SentEmail[];
  readonly jobs: OrgJobs;
  readonly faults: FaultInjector;
  readonly log: RequestLogEntry[];
}
