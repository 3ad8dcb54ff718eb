import { UnsupportedApex } from '../model/errors.ts';
import type { AccessMode, Transaction } from '../model/transaction.ts';
import { ApexId, ApexList, ApexRecord } from '../model/values.ts';
import type { Value } from '../model/values.ts';
import type { RunDml, RunMerge } from './data-contract.ts';
import { throwDmlException } from './dml/dml-exception.ts';
import { failed, rowError, succeeded } from './dml/row-result.ts';
import type { RowResult } from './dml/row-result.ts';
import { idOfRecord } from './dml/write-row.ts';
import { recordsOf, writeRows } from './dml/write-rows.ts';
import { accessOf } from './query/run-query.ts';

export const runDml: RunDml = ({ tx }, operation, records, mode, key) => {
  writeRows(tx, operation, recordsOf(tx, records), {
    mode,
    isAllOrNone: true,
    allowDuplicates: false,
    key,
  });
};

function idOfValue(tx: Transaction, value: Value): string {
  const id = value instanceof ApexRecord ? idOfRecord(value) : value instanceof ApexId ? value.value : null;
  return id ?? tx.raise('NullPointerException', 'Attempt to de-reference a null object');
}

/** The results are those of the merged records. */
export function mergeRows(
  tx: Transaction,
  master: Value,
  duplicates: Value,
  mode: AccessMode,
  isAllOrNone: boolean,
): readonly RowResult[] {
  const merged = (duplicates instanceof ApexList ? duplicates.items : [duplicates]).map((value) =>
    idOfValue(tx, value),
  );
  if (merged.length > 2) throw new UnsupportedApex('a merge of more than three records', { ...tx.position });
  tx.governor.count('dmlStatements');
  tx.governor.count('dmlRows', merged.length + 1);
  const access = accessOf(tx, mode);
  const before = tx.org.savepoint();
  if (master instanceof ApexRecord) {
    const fields = [...master.fields.keys()].some((key) => key !== 'id');
    if (fields) {
      writeRows(tx, 'update', [master], { mode, isAllOrNone: true, allowDuplicates: true, key: null });
    }
  }
  const masterId = idOfValue(tx, master);
  const isPermitted = merged.every((id) => {
    const object = tx.org.schema.objectOfId(id)?.name ?? '';
    const rights = tx.org.objectAccess(tx.userId, object);
    return mode === 'system' || (rights.delete && rights.edit);
  });
  const results = merged.map((id) => {
    if (!isPermitted)
      return failed(
        id,
        rowError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id'),
      );
    const outcome = tx.org.merge(access, masterId, id);
    return outcome.ok ? succeeded(id) : failed(id, outcome.error);
  });
  if (isAllOrNone && results.some((result) => !result.isSuccess)) {
    tx.org.rollback(before);
    return throwDmlException(tx, 'merge', results);
  }
  return results;
}

export const runMerge: RunMerge = ({ tx }, master, duplicates, mode) => {
  mergeRows(tx, master, duplicates, mode, true);
};
