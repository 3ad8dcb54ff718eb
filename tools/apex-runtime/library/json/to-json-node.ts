import type { ClassModel, FieldModel } from '../../model/class-model.ts';
import type { Transaction } from '../../model/transaction.ts';
import {
  ApexBlob,
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  ApexEnum,
  ApexId,
  ApexList,
  ApexMap,
  ApexObject,
  ApexRecord,
  ApexSet,
  ApexTime,
} from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import { isoDate, isoDatetime, isoTime } from '../../values/dates.ts';
import { doubleText, plainText } from '../../values/decimal.ts';
import { runtimeTypeOf } from '../../values/runtime-type.ts';
import { refuse } from '../support.ts';
import type { JsonNode } from './parse-json.ts';
import { recordNode } from './record-json.ts';

/** Instance fields of a class, those of its superclasses first. */
export function fieldsOf(model: ClassModel): FieldModel[] {
  const above = model.superType?.classModel;
  return [...(above === undefined ? [] : fieldsOf(above)), ...model.instanceFields];
}

const text = (value: string): JsonNode => ({ kind: 'string', value });
const number = (digits: string): JsonNode => ({ kind: 'number', text: digits });

function primitiveNode(value: Value): JsonNode | null {
  if (value === null) return { kind: 'null' };
  if (typeof value === 'string') return text(value);
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value === 'number' || typeof value === 'bigint') return number(String(value));
  if (value instanceof ApexDecimal) return number(plainText(value));
  if (value instanceof ApexDouble) return number(doubleText(value.value));
  if (value instanceof ApexId) return text(value.value);
  if (value instanceof ApexDate) return text(isoDate(value));
  if (value instanceof ApexDatetime) return text(isoDatetime(value));
  if (value instanceof ApexTime) return text(isoTime(value.ms));
  if (value instanceof ApexEnum) return text(value.name);
  if (value instanceof ApexBlob) return text(Buffer.from(value.bytes).toString('base64'));
  return null;
}

export function keyText(tx: Transaction, map: ApexMap, key: Value): string {
  if (typeof key === 'string') return key;
  return key instanceof ApexId ? key.value : refuse(tx, `JSON of a ${map.type.name}`);
}

interface Writing {
  readonly tx: Transaction;
  readonly withoutNulls: boolean;
}

function mapNode(writing: Writing, map: ApexMap): JsonNode {
  const members = new Map<string, JsonNode>();
  for (const { key, value } of map.items.values()) {
    if (value === null && writing.withoutNulls)
      refuse(writing.tx, 'JSON without nulls of a Map that holds null');
    members.set(keyText(writing.tx, map, key), node(writing, value));
  }
  return { kind: 'object', members };
}

function instanceNode(writing: Writing, instance: ApexObject): JsonNode {
  const { tx, withoutNulls } = writing;
  if (instance.exception !== null) return refuse(tx, `JSON of a ${instance.classModel.name}`);
  const members = new Map<string, JsonNode>();
  for (const field of fieldsOf(instance.classModel)) {
    if (field.isTransient) continue;
    if (field.getter?.body !== undefined)
      refuse(tx, `JSON of ${instance.classModel.name}.${field.name}, which has a getter`);
    const value = instance.fields[field.slot] ?? null;
    if (value !== null || !withoutNulls) members.set(field.name, node(writing, value));
  }
  return { kind: 'object', members };
}

function node(writing: Writing, value: Value): JsonNode {
  const primitive = primitiveNode(value);
  if (primitive !== null) return primitive;
  if (value instanceof ApexList)
    return { kind: 'array', items: value.items.map((item) => node(writing, item)) };
  if (value instanceof ApexSet)
    return { kind: 'array', items: [...value.items.values()].map((item) => node(writing, item)) };
  if (value instanceof ApexMap) return mapNode(writing, value);
  if (value instanceof ApexObject) return instanceNode(writing, value);
  if (value instanceof ApexRecord) return recordNode(writing.tx, value, (part) => node(writing, part));
  return refuse(writing.tx, `JSON of a ${runtimeTypeOf(writing.tx.types, value).name}`);
}

/** Any value as JSON.serialize sees it. */
export const toJsonNode = (tx: Transaction, value: Value, withoutNulls: boolean): JsonNode =>
  node({ tx, withoutNulls }, value);
