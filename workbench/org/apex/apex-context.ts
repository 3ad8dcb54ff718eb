import type { Clock } from '../../../src/model/ports.ts';
import type { FaultKind } from '../faults.ts';
import type { CustomMetadataRecord } from '../../../src/metadata/custom-metadata.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import type { Dml } from '../store/dml.ts';
import type { Permissions } from '../store/permissions.ts';
import type { RecordStore } from '../store/record-store.ts';

/** What a twin of an Apex method works with in one request. */
export interface ApexContext {
  readonly orgId: string;
  readonly userId: string;
  readonly userName: string;
  readonly clock: Clock;
  readonly schema: OrgSchema;
  readonly store: RecordStore;
  readonly dml: Dml;
  readonly permissions: Permissions;
  readonly customMetadata: () => readonly CustomMetadataRecord[];
  /** Faults that strike inside the org in this request. */
  readonly faults: ReadonlySet<FaultKind>;
}

/** An Apex method: parameters as the component sends them, the answer as the component receives it. */
export type ApexMethod = (context: ApexContext, params: Readonly<Record<string, unknown>>) => unknown;
