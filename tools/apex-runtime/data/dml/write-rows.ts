import { UnsupportedApex } from '../../model/errors.ts';
import type { AccessMode, Transaction } from '../../model/transaction.ts';
import { ApexList, ApexRecord } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import { accessOf } from '../query/run-query.ts';
import { objectOf } from '../record-access.ts';
import { throwDmlException } from './dml-exception.ts';
import { checkMixedDml } from './mixed-dml.ts';
import { failed } from './row-result.ts';
import type { RowResult } from './row-result.ts';
import { idOfRecord, writeRow } from './write-row.ts';
import type { WriteOperation } from './write-row.ts';

export interface WriteSettings {
  readonly mode: AccessMode;
  readonly isAllOrNone: boolean;
  readonly allowDuplicates: boolean;
  readonly key: string | null;
}

/** The records of a DML statement; null among them is refused as the platform does. */
export function recordsOf(tx: Transaction, value: Value): readonly ApexRecord[] {
  const items = value instanceof ApexList ? value.items : [value];
  return items.map((item) =>
    item instanceof ApexRecord
      ? item
      : tx.raise('NullPointerException', 'Attempt to de-reference a null object'),
  );
}

/** What the platform does with these is not known. */
function refuseUnknown(tx: Transaction, operation: WriteOperation, records: readonly ApexRecord[]): void {
  const ids = records.flatMap((record) => idOfRecord(record) ?? []);
  if (operation !== 'insert' && new Set(ids).size < ids.length) {
    throw new UnsupportedApex('a DML statement that names a record twice', { ...tx.position });
  }
  if (new Set(records).size < records.length) {
    tx.raise('ListException', 'Before Insert or Upsert list must not have two identically equal elements');
  }
  for (const { kind, name } of new Set(records.map((record) => objectOf(tx, record)))) {
    if (kind === 'metadata' || kind === 'event') {
      throw new UnsupportedApex(`DML on ${name}`, { ...tx.position });
    }
  }
}

function mixedRefusal(
  tx: Transaction,
  operation: WriteOperation,
  records: readonly ApexRecord[],
): readonly RowResult[] | null {
  for (const object of new Set(records.map((record) => objectOf(tx, record)))) {
    const error = checkMixedDml(tx, object, operation, records);
    if (error !== null) return records.map((record) => failed(idOfRecord(record), error));
  }
  return null;
}

/** Writes records. With `isAllOrNone` one refusal undoes all of them and is thrown as a DmlException. */
export function writeRows(
  tx: Transaction,
  operation: WriteOperation,
  records: readonly ApexRecord[],
  settings: WriteSettings,
): readonly RowResult[] {
  if (records.length === 0) return [];
  refuseUnknown(tx, operation, records);
  tx.governor.count('dmlStatements');
  tx.governor.count('dmlRows', records.length);
  const mixed = mixedRefusal(tx, operation, records);
  if (mixed !== null) return throwDmlException(tx, operation, mixed);

  const context = {
    tx,
    access: accessOf(tx, settings.mode),
    options: { allowDuplicates: settings.allowDuplicates },
    key: settings.key,
  };
  const before = tx.org.savepoint();
  const isNew = records.map((record) => idOfRecord(record) === null);
  const results = records.map((record) => writeRow(context, operation, record));
  if (settings.isAllOrNone && results.some((result) => !result.isSuccess)) {
    tx.org.rollback(before);
    records.forEach((record, index) => {
      if (isNew[index] === true) record.fields.delete('id');
    });
    return throwDmlException(tx, operation, results);
  }
  return results;
}
