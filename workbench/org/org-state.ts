import type { Clock, Ids } from '../../src/model/ports.ts';
import type { ApexSchema, PublishedEvent, SentEmail } from '../../tools/apex-runtime/model/apex-org.ts';
import type { FaultInjector } from './faults.ts';
import type { OrgJobs } from './org-jobs.ts';
import type { OrgSchema } from './schema/org-schema.ts';
import type { SeededUsers } from './seed/seed-users.ts';
import type { OrgDuplicateRule, OrgValidationRule, RequestLogEntry } from './simulated-org.ts';
import type { Dml } from './store/dml.ts';
import type { Permissions } from './store/permissions.ts';
import type { RecordStore } from './store/record-store.ts';

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
