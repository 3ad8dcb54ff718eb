import type { Transaction } from '../../model/transaction.ts';
import { T } from '../../model/types.ts';
import type { Type } from '../../model/types.ts';
import { ApexId, ApexList, ApexMap, ApexRecord, ApexSet } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import { entryKey, getEntry, putEntry } from '../../values/collections.ts';
import { sameValue } from '../../values/equality.ts';
import { textOf } from '../../values/text.ts';
import type { LibraryType } from '../registry-contract.ts';
import { given } from '../support.ts';
import { KeyView } from './key-view.ts';

function copyInto(target: ApexMap, source: ApexMap): void {
  for (const [key, entry] of source.items) {
    const known = target.items.get(key);
    if (known === undefined) target.items.set(key, { ...entry });
    else known.value = entry.value;
  }
}

function copyOf(type: Type, source: ApexMap): ApexMap {
  const map = new ApexMap(type);
  copyInto(map, source);
  return map;
}

/** The Id of a record as the map's key type has it. */
function keyOfRecord(tx: Transaction, record: Value, keyType: Type): Value {
  const id = record instanceof ApexRecord ? (record.fields.get('id') ?? null) : null;
  if (!(id instanceof ApexId)) return tx.raise('ListException', 'Row with null Id at index: 0');
  return keyType === T.String ? id.value : id;
}

function putRecords(tx: Transaction, map: ApexMap, records: ApexList): void {
  records.items.forEach((record, index) => {
    const id = record instanceof ApexRecord ? record.fields.get('id') : undefined;
    if (!(id instanceof ApexId)) tx.raise('ListException', `Row with null Id at index: ${index}`);
    putEntry(tx, map, keyOfRecord(tx, record, map.type.args[0] ?? T.Id), record);
  });
}

function keySet(tx: Transaction, self: ApexMap): ApexSet {
  return new KeySet(tx.types.set(self.type.args[0] ?? T.Object), self);
}

class KeySet extends ApexSet {
  override readonly items: KeyView;
  constructor(type: Type, source: ApexMap) {
    super(type);
    this.items = new KeyView(source.items);
  }
}

export const MAP: LibraryType = {
  name: 'Map',
  typeParameters: ['K', 'V'],
  members: {
    'new()': (_tx, type: Type) => new ApexMap(type),
    'new(Map<K,V>)': (tx, type: Type, source: ApexMap | null) => copyOf(type, given(tx, source)),
    'new(List<SObject>)': (tx, type: Type, records: ApexList | null) => {
      const map = new ApexMap(type);
      putRecords(tx, map, given(tx, records));
      return map;
    },
    'get(K):V': getEntry,
    'put(K,V):V': putEntry,
    'putAll(Map<K,V>):void': (tx, self: ApexMap, source: ApexMap | null) => {
      copyInto(self, given(tx, source));
    },
    'putAll(List<SObject>):void': (tx, self: ApexMap, records: ApexList | null) => {
      putRecords(tx, self, given(tx, records));
    },
    'containsKey(K):Boolean': (tx, self: ApexMap, key: Value) => self.items.has(entryKey(tx, self, key)),
    'remove(K):V': (tx, self: ApexMap, key: Value) => {
      const found = entryKey(tx, self, key);
      const value = self.items.get(found)?.value ?? null;
      self.items.delete(found);
      return value;
    },
    'size():Integer': (_tx, self: ApexMap) => self.items.size,
    'isEmpty():Boolean': (_tx, self: ApexMap) => self.items.size === 0,
    'clear():void': (_tx, self: ApexMap) => {
      self.items.clear();
    },
    'clone():This': (_tx, self: ApexMap) => copyOf(self.type, self),
    'keySet():Set<K>': keySet,
    'values():List<V>': (tx, self: ApexMap) =>
      new ApexList(
        tx.types.list(self.type.args[1] ?? T.Object),
        [...self.items.values()].map((entry) => entry.value),
      ),
    'equals(Object):Boolean': (tx, self: ApexMap, other: Value) => sameValue(self, other, tx),
    'toString():String': (tx, self: ApexMap) => textOf(tx, self),
  },
};
