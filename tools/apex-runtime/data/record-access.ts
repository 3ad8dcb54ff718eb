import type { ApexSchema } from '../model/apex-org.ts';
import { UnsupportedApex } from '../model/errors.ts';
import type { OrgField, OrgObject } from '../model/org-schema.ts';
import type { Transaction } from '../model/transaction.ts';
import { T } from '../model/types.ts';
import type { Type } from '../model/types.ts';
import { ApexId, ApexList, ApexRecord } from '../model/values.ts';
import type { Value } from '../model/values.ts';
import { convertTo } from '../values/convert.ts';
import { runtimeTypeOf } from '../values/runtime-type.ts';
import { AGGREGATE_RESULT, recordType } from './record-types.ts';

/** The object of a record. */
export function objectOf(tx: Transaction, record: ApexRecord): OrgObject {
  const object = tx.org.schema.object(record.type.name);
  if (object === undefined) throw new UnsupportedApex(`records of ${record.type.name}`, { ...tx.position });
  return object;
}

/** The field of a record by its name in any case; throws a SObjectException for a name that is none. */
export function fieldOf(tx: Transaction, record: ApexRecord, name: string): OrgField {
  return (
    objectOf(tx, record).fields.get(name.toLowerCase()) ??
    tx.raise('SObjectException', `Invalid field ${name} for ${record.type.name}`)
  );
}

function notQueried(tx: Transaction, record: ApexRecord, name: string): never {
  return tx.raise(
    'SObjectException',
    `SObject row was retrieved via SOQL without querying the requested field: ${record.type.name}.${name}`,
  );
}

function readField(tx: Transaction, record: ApexRecord, field: OrgField, key: string): Value {
  const value = record.fields.get(key);
  if (value !== undefined) return value;
  if (record.queried === null) {
    if (field.kind === 'boolean') {
      throw new UnsupportedApex(
        `the value of the checkbox ${record.type.name}.${field.name} in a record that was not queried and does not set it`,
        { ...tx.position },
      );
    }
    return null;
  }
  return record.queried.has(key) ? null : notQueried(tx, record, field.name);
}

export function getField(tx: Transaction, record: ApexRecord, name: string): Value {
  if (record.type.name === AGGREGATE_RESULT) {
    return (
      record.fields.get(name.toLowerCase()) ??
      (record.fields.has(name.toLowerCase())
        ? null
        : tx.raise('SObjectException', `Invalid field ${name} for ${AGGREGATE_RESULT}`))
    );
  }
  return readField(tx, record, fieldOf(tx, record, name), name.toLowerCase());
}

export type ReadField = (tx: Transaction, record: ApexRecord) => Value;

/** `getField` of a field that is known when the code is compiled; undefined: there is no such field. */
export function fieldReader(schema: ApexSchema, object: string, name: string): ReadField | undefined {
  const key = name.toLowerCase();
  const field = schema.object(object)?.fields.get(key);
  return field === undefined ? undefined : (tx, record) => readField(tx, record, field, key);
}

const WIDER: ReadonlyMap<Type, readonly Type[]> = new Map<Type, readonly Type[]>([
  [T.Id, [T.String]],
  [T.String, [T.Id]],
  [T.Decimal, [T.Integer, T.Long, T.Double]],
  [T.Datetime, [T.Date]],
]);

/** The value as the field holds it. */
function fitted(tx: Transaction, field: OrgField, value: Value): Value {
  if (value === null) return null;
  const type = runtimeTypeOf(tx.types, value);
  if (type === field.type) return value;
  if (WIDER.get(field.type)?.includes(type) === true) return convertTo(tx, value, field.type);
  return tx.raise('SObjectException', `Illegal assignment from ${type.name} to ${field.type.name}`);
}

function writeField(tx: Transaction, record: ApexRecord, field: OrgField, value: Value): Value {
  const key = field.name.toLowerCase();
  const before = record.fields.get(key) ?? null;
  if (key === 'id' && before instanceof ApexId && value instanceof ApexId && before.value !== value.value) {
    throw new UnsupportedApex('the change of the Id of a record', { ...tx.position });
  }
  record.fields.set(key, value);
  return before;
}

/** Answers the value before, as `SObject.put` does. */
export function putField(tx: Transaction, record: ApexRecord, name: string, value: Value): Value {
  const field = fieldOf(tx, record, name);
  return writeField(tx, record, field, fitted(tx, field, value));
}

export type WriteField = (tx: Transaction, record: ApexRecord, value: Value) => void;

/** `putField` of a field that is known when the code is compiled, for values of the field's type. */
export function fieldWriter(schema: ApexSchema, object: string, name: string): WriteField | undefined {
  const field = schema.object(object)?.fields.get(name.toLowerCase());
  return field === undefined
    ? undefined
    : (tx, record, value) => {
        writeField(tx, record, field, fitted(tx, field, value));
      };
}

/** The parent that was queried or put; null where there is none. */
export function getParent(tx: Transaction, record: ApexRecord, relationship: string): Value {
  const known = record.related.get(relationship.toLowerCase());
  if (known !== undefined) return known;
  const field = objectOf(tx, record).parents.get(relationship.toLowerCase());
  if (field === undefined) {
    return tx.raise('SObjectException', `Invalid relationship ${relationship} for ${record.type.name}`);
  }
  return record.queried === null ? null : notQueried(tx, record, relationship);
}

export function putParent(tx: Transaction, record: ApexRecord, relationship: string, parent: Value): void {
  const field = objectOf(tx, record).parents.get(relationship.toLowerCase());
  if (field === undefined) {
    tx.raise('SObjectException', `Invalid relationship ${relationship} for ${record.type.name}`);
  }
  record.related.set(relationship.toLowerCase(), parent);
}

/** The children that a sub-query read, as a list. */
export function getChildren(tx: Transaction, record: ApexRecord, relationship: string): ApexList {
  const known = record.related.get(relationship.toLowerCase());
  if (known instanceof ApexList) return known;
  const object = tx.org.schema.childObject(record.type.name, relationship);
  if (object === undefined) {
    return tx.raise('SObjectException', `Invalid relationship ${relationship} for ${record.type.name}`);
  }
  if (record.queried !== null) return notQueried(tx, record, relationship);
  return new ApexList(tx.types.list(recordType(tx.types, object)));
}

export function newRecord(tx: Transaction, type: Type): ApexRecord {
  if (tx.org.schema.object(type.name) === undefined) {
    throw new UnsupportedApex(`records of ${type.name}`, { ...tx.position });
  }
  return new ApexRecord(type);
}

/** `clone`: the Id and what the system sets stay away unless asked for. */
export function cloneRecord(record: ApexRecord, keepsId: boolean, isDeep: boolean): ApexRecord {
  const copy = new ApexRecord(record.type);
  for (const [key, value] of record.fields) copy.fields.set(key, value);
  if (!keepsId) copy.fields.delete('id');
  for (const [key, value] of record.related) {
    copy.related.set(key, isDeep && value instanceof ApexRecord ? cloneRecord(value, keepsId, true) : value);
  }
  copy.queried = record.queried;
  return copy;
}
