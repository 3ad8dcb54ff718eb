import type { Transaction } from '../model/transaction.ts';
import { ApexObject } from '../model/values.ts';
import type { ApexMap, ApexSet, Value } from '../model/values.ts';
import { hashKey, ownEquals, sameValue } from './equality.ts';

/** `hashCode()` of a class that declares `equals`; null where it declares none. */
function ownHash(tx: Transaction, value: ApexObject): Value | undefined {
  return tx.callByName(value, 'hashCode', []);
}

/** The key under which `items` holds a value, or would hold it. A class may say itself which of its instances are equal. */
export function findKey(tx: Transaction, items: ReadonlyMap<unknown, unknown>, value: Value): unknown {
  if (!(value instanceof ApexObject) || ownEquals(value) === undefined) return hashKey(value);
  const hash = ownHash(tx, value);
  for (const key of items.keys())
    if (key instanceof ApexObject && ownHash(tx, key) === hash && sameValue(value, key, tx)) return key;
  return value;
}

/** False: it was in the Set already. */
export function addElement(tx: Transaction, set: ApexSet, value: Value): boolean {
  const key = findKey(tx, set.items, value);
  if (set.items.has(key)) return false;
  set.items.set(key, value);
  return true;
}

const foldedKey = (map: ApexMap, key: Value): Value =>
  map.hasFoldedKeys && typeof key === 'string' ? key.toLowerCase() : key;

/** The key under which a Map holds an entry, or would hold it. */
export function entryKey(tx: Transaction, map: ApexMap, key: Value): unknown {
  return findKey(tx, map.items, foldedKey(map, key));
}

/** Answers the value that the key had before; null: none. A key that was there keeps its place. */
export function putEntry(tx: Transaction, map: ApexMap, key: Value, value: Value): Value {
  const found = entryKey(tx, map, key);
  const entry = map.items.get(found);
  if (entry === undefined) {
    map.items.set(found, { key: foldedKey(map, key), value });
    return null;
  }
  const before = entry.value;
  entry.value = value;
  return before;
}

export function getEntry(tx: Transaction, map: ApexMap, key: Value): Value {
  return map.items.get(entryKey(tx, map, key))?.value ?? null;
}
