import type { OrgRecord } from '../org-record.ts';
import type { Access } from '../store/permissions.ts';
import type { ApexContext } from './apex-context.ts';
import type { Ledger } from './ledger.ts';

/** One call's work in one request. `taskId` changes when the Task is written. */
export interface OperationScope {
  readonly context: ApexContext;
  readonly access: Access;
  readonly row: OrgRecord;
  readonly key: string;
  readonly ledger: Ledger;
  taskId: string | null;
}
