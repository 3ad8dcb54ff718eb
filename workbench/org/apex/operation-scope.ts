import type { OrgRecord } from '../org-record.ts';
import type { Access } from '../store/permissions.ts';
import type { ApexContext } from './apex-context.ts';
import type { Ledger } from './ledger.ts';

/** One call's work in one request. */
export interface OperationScope {
  readonly context: ApexContext;
  readonly access: Access;
  readonly row: OrgRecord;
  readonly key: string;
  readonly ledger: Ledger;
  /** What was changed in the values of the operation at work, in sentences. */
  readonly notes: string[];
  /** Changes when the Task is written. */
  taskId: string | null;
  /** A close was refused, none came after it, and no log had been written before. */
  hasFailedClose: boolean;
}
