import type { RowError } from '../../model/apex-org.ts';
import type { OrgObject } from '../../model/org-schema.ts';
import type { Transaction } from '../../model/transaction.ts';
import type { ApexRecord } from '../../model/values.ts';
import { rowError } from './row-result.ts';

/** Fields of a user that count as set-up; a user without a role may be inserted together with other records. */
const SETUP_FIELDS = ['userroleid', 'isactive', 'username', 'profileid'];

function isSetupWrite(object: OrgObject, operation: string, records: readonly ApexRecord[]): boolean {
  if (!object.isSetup) return false;
  if (object.name !== 'User') return true;
  const fields = operation === 'insert' ? ['userroleid'] : SETUP_FIELDS;
  return records.some((record) => fields.some((field) => (record.fields.get(field) ?? null) !== null));
}

/** The refusal of writing set-up and other objects in one transaction; null: it is allowed. Users as the platform says. */
export function checkMixedDml(
  tx: Transaction,
  object: OrgObject,
  operation: string,
  records: readonly ApexRecord[],
): RowError | null {
  const written = tx.writtenObjects;
  const isSetup = isSetupWrite(object, operation, records);
  if (object.isSetup && !isSetup) return null;
  const conflict = isSetup ? written.other : written.setup;
  if (conflict !== null) {
    return rowError(
      'MIXED_DML_OPERATION',
      `DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): ${object.name}, original object: ${conflict}`,
    );
  }
  if (isSetup) written.setup ??= object.name;
  else written.other ??= object.name;
  return null;
}
