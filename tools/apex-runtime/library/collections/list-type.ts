import type { Transaction } from '../../model/transaction.ts';
import { T } from '../../model/types.ts';
import type { Type } from '../../model/types.ts';
import { ApexList } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import { convertTo } from '../../values/convert.ts';
import { sameValue } from '../../values/equality.ts';
import { textOf } from '../../values/text.ts';
import type { LibraryType } from '../registry-contract.ts';
import { given } from '../support.ts';
import { elementsOf } from './elements.ts';
import { iteratorOf } from './iterator-types.ts';
import { sortBy, sortList } from './sort.ts';

export const elementType = (type: Type): Type => type.args[0] ?? T.Object;

/** Elements as the collection holds them: Ids that go into a collection of Strings are Strings. */
export function convertedElements(tx: Transaction, iterable: Value, type: Type): Value[] {
  return elementsOf(tx, given(tx, iterable)).map((item) => convertTo(tx, item, elementType(type)));
}

function indexIn(tx: Transaction, self: ApexList, index: number | null, size = self.items.length): number {
  const at = given(tx, index);
  return at >= 0 && at < size ? at : tx.raise('ListException', `List index out of bounds: ${at}`);
}

const indexOf = (tx: Transaction, self: ApexList, value: Value): number =>
  self.items.findIndex((item) => sameValue(item, value, tx));

const listOfElements = (tx: Transaction, type: Type, items: Value): ApexList =>
  new ApexList(type, convertedElements(tx, items, type));

function addAll(tx: Transaction, self: ApexList, items: Value): void {
  self.items = self.items.concat(convertedElements(tx, items, self.type));
}

export const LIST: LibraryType = {
  name: 'List',
  typeParameters: ['E'],
  members: {
    'new()': (_tx, type: Type) => new ApexList(type),
    'new(List<E>)': listOfElements,
    'new(Set<E>)': listOfElements,
    'add(E):void': (_tx, self: ApexList, value: Value) => {
      self.items.push(value);
    },
    'add(Integer,E):void': (tx, self: ApexList, index: number | null, value: Value) => {
      self.items.splice(indexIn(tx, self, index, self.items.length + 1), 0, value);
    },
    'addAll(List<E>):void': addAll,
    'addAll(Set<E>):void': addAll,
    'get(Integer):E': (tx, self: ApexList, index: number | null) =>
      self.items[indexIn(tx, self, index)] ?? null,
    'set(Integer,E):void': (tx, self: ApexList, index: number | null, value: Value) => {
      self.items[indexIn(tx, self, index)] = value;
    },
    'remove(Integer):E': (tx, self: ApexList, index: number | null) =>
      self.items.splice(indexIn(tx, self, index), 1)[0] ?? null,
    'size():Integer': (_tx, self: ApexList) => self.items.length,
    'isEmpty():Boolean': (_tx, self: ApexList) => self.items.length === 0,
    'contains(E):Boolean': (tx, self: ApexList, value: Value) => indexOf(tx, self, value) >= 0,
    'indexOf(E):Integer': (tx, self: ApexList, value: Value) => indexOf(tx, self, value),
    'clear():void': (_tx, self: ApexList) => {
      self.items = [];
    },
    'clone():This': (_tx, self: ApexList) => new ApexList(self.type, [...self.items]),
    'sort():void': (tx, self: ApexList) => {
      sortList(tx, self);
    },
    'sort(Comparator<E>):void': (tx, self: ApexList, comparator: Value) => {
      sortBy(tx, self, given(tx, comparator));
    },
    'equals(Object):Boolean': (tx, self: ApexList, other: Value) => sameValue(self, other, tx),
    'toString():String': (tx, self: ApexList) => textOf(tx, self),
    'iterator():Iterator<E>': (tx, self: ApexList) => iteratorOf(tx, self, self.items),
  },
};
