import type { OrgAccess, RowOutcome, StoredFields, WriteOptions } from '../../model/apex-org.ts';
import { UnsupportedApex } from '../../model/errors.ts';
import type { OrgObject, StoredRecord, StoredValue } from '../../model/org-schema.ts';
import type { Transaction } from '../../model/transaction.ts';
import { ApexId } from '../../model/values.ts';
import type { ApexRecord } from '../../model/values.ts';
import { objectOf } from '../record-access.ts';
import { storedField, toStored } from '../stored-value.ts';
import { failed, rowError, succeeded } from './row-result.ts';
import type { RowResult } from './row-result.ts';

export type WriteOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';

/** Who writes, and how. */
export interface WriteContext {
  readonly tx: Transaction;
  readonly access: OrgAccess;
  readonly options: WriteOptions;
  /** Of upsert: the external id field; null: the Id. */
  readonly key: string | null;
}

export function idOfRecord(record: ApexRecord): string | null {
  const id = record.fields.get('id') ?? null;
  return id instanceof ApexId ? id.value : null;
}

function fieldsOf(object: OrgObject, record: ApexRecord): StoredFields {
  const fields: Record<string, StoredValue> = {};
  for (const [key, value] of record.fields) {
    if (key === 'id') continue;
    const field = object.fields.get(key);
    if (field === undefined) throw new UnsupportedApex(`the field ${key} of ${object.name}`);
    fields[field.name] = toStored(value);
  }
  return fields;
}

const resultOf = (outcome: RowOutcome, id: string | null): RowResult =>
  outcome.ok ? succeeded(outcome.id) : failed(id, outcome.error);

function insertRow({ tx, access, options }: WriteContext, record: ApexRecord): RowResult {
  const object = objectOf(tx, record);
  if (record.fields.get('id') instanceof ApexId) {
    return failed(
      null,
      rowError('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']),
    );
  }
  const outcome = tx.org.insert(access, object.name, fieldsOf(object, record), options);
  if (outcome.ok) record.fields.set('id', new ApexId(outcome.id));
  return resultOf(outcome, null);
}

/** Fields that a query read and that cannot be written are left out, unless the code changed them. */
function changedFields(
  object: OrgObject,
  record: ApexRecord,
  stored: StoredRecord | undefined,
): StoredFields {
  const fields = fieldsOf(object, record);
  if (record.queried === null || stored === undefined) return fields;
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => {
      const isWritable = object.fields.get(name.toLowerCase())?.isUpdateable === true;
      return isWritable || storedField(stored, name) !== value;
    }),
  );
}

function updateRow({ tx, access, options }: WriteContext, record: ApexRecord): RowResult {
  const object = objectOf(tx, record);
  const id = idOfRecord(record);
  if (id === null) return failed(null, rowError('MISSING_ARGUMENT', 'Id not specified in an update call'));
  const fields = changedFields(object, record, tx.org.find(id));
  return resultOf(tx.org.update(access, id, fields, options), id);
}

/** The record with the same value of the external id; several are refused. */
function upsertByKey(context: WriteContext, record: ApexRecord, key: string): RowResult {
  const { tx } = context;
  const object = objectOf(tx, record);
  const name = key.slice(key.indexOf('.') + 1);
  const field = object.fields.get(name.toLowerCase());
  if (field === undefined || !(field.isExternalId || field.kind === 'id')) {
    throw new UnsupportedApex(`upsert by ${key}, which is no external id`, { ...tx.position });
  }
  const value = toStored(record.fields.get(field.name.toLowerCase()) ?? null);
  if (value === null) {
    return failed(null, rowError('MISSING_ARGUMENT', `${field.name} not specified`, [field.name]));
  }
  const rows = tx.org.findBy(object.name, field.name, value) ?? tx.org.list(object.name);
  const found = rows.filter((row) => sameKey(storedField(row, field.name), value, field.isCaseSensitive));
  if (found.length > 1) {
    const ids = found.map((row) => row.Id).join(', ');
    return failed(
      null,
      rowError(
        'DUPLICATE_EXTERNAL_ID',
        `${field.name}: more than one record found for external id field: [${ids}]`,
      ),
    );
  }
  const [row] = found;
  if (row === undefined) return { ...insertRow(context, record), isCreated: true };
  record.fields.set('id', new ApexId(row.Id));
  return updateRow(context, record);
}

function sameKey(left: StoredValue, right: StoredValue, isCaseSensitive: boolean): boolean {
  if (isCaseSensitive || typeof left !== 'string' || typeof right !== 'string') return left === right;
  return left.toLowerCase() === right.toLowerCase();
}

/** Writes one record. The refusals of the org become results. */
export function writeRow(context: WriteContext, operation: WriteOperation, record: ApexRecord): RowResult {
  const { tx, access } = context;
  switch (operation) {
    case 'insert':
      return insertRow(context, record);
    case 'update':
      return updateRow(context, record);
    case 'upsert':
      if (context.key !== null) return upsertByKey(context, record, context.key);
      if (idOfRecord(record) !== null) return updateRow(context, record);
      return { ...insertRow(context, record), isCreated: true };
    case 'delete':
    case 'undelete': {
      const id = idOfRecord(record);
      if (id === null) {
        return failed(
          null,
          rowError(
            'MISSING_ARGUMENT',
            `Id not specified in ${operation === 'delete' ? 'a delete' : 'an undelete'} call`,
          ),
        );
      }
      return resultOf(tx.org[operation](access, id), id);
    }
  }
}
