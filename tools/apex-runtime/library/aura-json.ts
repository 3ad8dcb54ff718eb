import type { FieldModel } from '../model/class-model.ts';
import type { Transaction } from '../model/transaction.ts';
import { T } from '../model/types.ts';
import type { Type } from '../model/types.ts';
import {
  ApexDate,
  ApexDatetime,
  ApexEnum,
  ApexId,
  ApexList,
  ApexMap,
  ApexObject,
  ApexSet,
} from '../model/values.ts';
import type { Value } from '../model/values.ts';
import { isoDate, isoDatetime } from '../values/dates.ts';
import { isNumber, toNumber } from '../values/decimal.ts';
import { runtimeTypeOf } from '../values/runtime-type.ts';
import { fieldsOf, keyText } from './json/to-json-node.ts';
import { parseJson } from './json/parse-json.ts';
import { readTyped } from './json/read-typed.ts';
import { refuse } from './support.ts';

const isAuraEnabled = (field: FieldModel): boolean =>
  field.annotations.some(({ name }) => name === 'auraenabled');

function fieldValue(tx: Transaction, instance: ApexObject, field: FieldModel): Value {
  return field.getter?.body === undefined
    ? (instance.fields[field.slot] ?? null)
    : tx.call(field.getter, instance, []);
}

/** Only members with @AuraEnabled; those that are null are there as null. */
function instanceJson(tx: Transaction, instance: ApexObject): Record<string, unknown> {
  const members = fieldsOf(instance.classModel).filter(isAuraEnabled);
  return Object.fromEntries(
    members.map((field) => [field.name, toAuraJson(tx, fieldValue(tx, instance, field))]),
  );
}

/** The answer of an @AuraEnabled method as a component gets it. */
export function toAuraJson(tx: Transaction, value: Value): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (isNumber(value)) return toNumber(value);
  if (value instanceof ApexId) return value.value;
  if (value instanceof ApexDate) return isoDate(value);
  if (value instanceof ApexDatetime) return isoDatetime(value);
  if (value instanceof ApexEnum) return value.name;
  if (value instanceof ApexList) return value.items.map((item) => toAuraJson(tx, item));
  if (value instanceof ApexSet) return [...value.items.values()].map((item) => toAuraJson(tx, item));
  if (value instanceof ApexMap)
    return Object.fromEntries(
      [...value.items.values()].map((entry) => [keyText(tx, value, entry.key), toAuraJson(tx, entry.value)]),
    );
  if (value instanceof ApexObject && value.exception === null) return instanceJson(tx, value);
  return refuse(tx, `an answer of the type ${runtimeTypeOf(tx.types, value).name} for a component`);
}

/** A parameter of an @AuraEnabled method; one that a component left out is null. */
export function fromAuraJson(tx: Transaction, value: unknown, type: Type): Value {
  if (value === undefined || value === null) return null;
  if (type === T.String && typeof value !== 'string')
    return refuse(tx, `a ${typeof value} of a component for a parameter of the type String`);
  return readTyped(tx, parseJson(JSON.stringify(value)), type, false);
}
