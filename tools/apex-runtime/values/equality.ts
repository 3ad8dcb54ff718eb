import type { MethodModel } from '../model/class-model.ts';
import { UnsupportedApex } from '../model/errors.ts';
import type { Transaction } from '../model/transaction.ts';
import { T } from '../model/types.ts';
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
  PlatformObject,
} from '../model/values.ts';
import type { Value } from '../model/values.ts';
import { compare, doubleText, isNumber, plainText, stripZeros, toDecimal } from './decimal.ts';
import { idOf } from './ids.ts';

/** The `equals(Object)` that a class of the sources declares. */
export function ownEquals(value: ApexObject): MethodModel | undefined {
  for (let at = value.classModel; ;) {
    const found = at.methods
      .get('equals')
      ?.find(
        (method) =>
          !method.isStatic && method.parameters.length === 1 && method.parameters[0]?.type === T.Object,
      );
    if (found !== undefined) return found;
    const above = at.superType?.classModel;
    if (above === undefined) return undefined;
    at = above;
  }
}

function sameObject(a: ApexObject, b: Value, tx: Transaction | undefined): boolean {
  const method = ownEquals(a);
  if (method === undefined) return a === b;
  if (tx === undefined) throw new UnsupportedApex(`equals of ${a.classModel.name} here`);
  return tx.call(method, a, [b]) === true;
}

const sameIds = (a: string, b: string): boolean => a === b || idOf(a) === (idOf(b) ?? b);

/** Text of an Id or a String; null for other values. */
const idText = (value: Value): string | null =>
  typeof value === 'string' ? value : value instanceof ApexId ? value.value : null;

function sameEntries(
  a: ReadonlyMap<unknown, Value>,
  b: ReadonlyMap<unknown, Value>,
  tx: Transaction | undefined,
): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) {
    const other = b.get(key);
    if (other === undefined || !sameValue(value, other, tx)) return false;
  }
  return true;
}

const entryValues = (map: ApexMap): ReadonlyMap<unknown, Value> =>
  new Map([...map.items].map(([key, entry]) => [key, entry.value]));

function sameCollection(a: ApexList | ApexSet | ApexMap, b: Value, tx: Transaction | undefined): boolean {
  if (a instanceof ApexList)
    return (
      b instanceof ApexList &&
      a.items.length === b.items.length &&
      a.items.every((item, index) => sameValue(item, b.items[index] ?? null, tx))
    );
  if (a instanceof ApexSet)
    return (
      b instanceof ApexSet &&
      a.items.size === b.items.size &&
      [...a.items.keys()].every((key) => b.items.has(key))
    );
  return b instanceof ApexMap && sameEntries(entryValues(a), entryValues(b), tx);
}

/** As `equals`: text by case. `tx` is needed where a class declares `equals` itself. */
export function sameValue(a: Value, b: Value, tx?: Transaction): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (a instanceof ApexObject) return sameObject(a, b, tx);
  if (typeof a === 'number' && typeof b === 'number') return false;
  if (isNumber(a)) return isNumber(b) && compare(toDecimal(a), toDecimal(b)) === 0;
  if (a instanceof ApexId || (typeof a === 'string' && b instanceof ApexId)) {
    const [left, right] = [idText(a), idText(b)];
    return left !== null && right !== null && sameIds(left, right);
  }
  if (a instanceof ApexDate) return b instanceof ApexDate && a.days === b.days;
  if (a instanceof ApexDatetime) return b instanceof ApexDatetime && a.ms === b.ms;
  if (a instanceof ApexTime) return b instanceof ApexTime && a.ms === b.ms;
  if (a instanceof ApexBlob) return b instanceof ApexBlob && Buffer.compare(a.bytes, b.bytes) === 0;
  if (a instanceof ApexEnum) return b instanceof ApexEnum && a.type === b.type && a.name === b.name;
  if (a instanceof PlatformObject)
    return b instanceof PlatformObject && a.key !== null && a.type === b.type && a.key === b.key;
  if (a instanceof ApexRecord)
    return b instanceof ApexRecord && a.type === b.type && sameEntries(a.fields, b.fields, tx);
  if (a instanceof ApexList || a instanceof ApexSet || a instanceof ApexMap) return sameCollection(a, b, tx);
  return false;
}

/** As `==`: text without case. */
export function operatorEquals(a: Value, b: Value, tx?: Transaction): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a === b || a.toLowerCase() === b.toLowerCase();
  return sameValue(a, b, tx);
}

/** Marks the keys of what is no text, so that none is a text too. */
const MARK = '\u0000';

function partKey(value: Value): string {
  const key = hashKey(value);
  if (typeof key === 'object' && key !== null)
    throw new UnsupportedApex('a collection of class instances as an element of a Set or a key of a Map');
  return `${typeof key}${String(key).length}:${String(key)}`;
}

const sortedParts = (entries: Iterable<readonly [unknown, Value]>): string =>
  [...entries]
    .map(([key, value]) => `${String(key)}=${partKey(value)}`)
    .sort()
    .join();

function compositeKey(value: ApexList | ApexSet | ApexMap | ApexRecord): string {
  if (value instanceof ApexList) return `${MARK}list${value.items.map(partKey).join()}`;
  if (value instanceof ApexSet) return `${MARK}set${[...value.items.values()].map(partKey).sort().join()}`;
  if (value instanceof ApexMap)
    return `${MARK}map${sortedParts([...value.items.values()].map((entry) => [partKey(entry.key), entry.value]))}`;
  return `${MARK}${value.type.name}${sortedParts(value.fields)}`;
}

/** Equal for values that are the same element of a Set and the same key of a Map. */
export function hashKey(value: Value): unknown {
  if (typeof value === 'string') return value.charCodeAt(0) === 0 ? MARK + value : value;
  if (value === null || typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return value;
  if (value instanceof ApexId) return `${MARK}id${value.value}`;
  if (value instanceof ApexDecimal) return `${MARK}decimal${plainText(stripZeros(value))}`;
  if (value instanceof ApexDouble) return `${MARK}double${doubleText(value.value)}`;
  if (value instanceof ApexDate) return `${MARK}date${value.days}`;
  if (value instanceof ApexDatetime) return `${MARK}datetime${value.ms}`;
  if (value instanceof ApexTime) return `${MARK}time${value.ms}`;
  if (value instanceof ApexBlob) return `${MARK}blob${Buffer.from(value.bytes).toString('base64')}`;
  if (value instanceof ApexEnum) return `${MARK}${value.type.name}.${value.name}`;
  if (value instanceof PlatformObject)
    return value.key === null ? value : `${MARK}${value.type.name}${value.key}`;
  if (value instanceof ApexObject) {
    if (ownEquals(value) === undefined) return value;
    throw new UnsupportedApex(
      `${value.classModel.name}, which declares equals, in a Set or as a key of a Map`,
    );
  }
  return compositeKey(value);
}
