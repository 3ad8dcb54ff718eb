import type { Transaction } from '../../model/transaction.ts';
import type { Type } from '../../model/types.ts';
import { ApexSet } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import { addElement, findKey } from '../../values/collections.ts';
import { sameValue } from '../../values/equality.ts';
import { textOf } from '../../values/text.ts';
import type { LibraryType } from '../registry-contract.ts';
import { given, refuse } from '../support.ts';
import { elementsOf } from './elements.ts';
import { iteratorOf } from './iterator-types.ts';
import { KeyView } from './key-view.ts';
import { convertedElements } from './list-type.ts';

function add(tx: Transaction, self: ApexSet, value: Value): boolean {
  if (self.items instanceof KeyView) return refuse(tx, 'adding to the keySet() of a Map');
  return addElement(tx, self, value);
}

function setOf(tx: Transaction, type: Type, items: readonly Value[]): ApexSet {
  const set = new ApexSet(type);
  for (const item of items) addElement(tx, set, item);
  return set;
}

const has = (tx: Transaction, self: ApexSet, value: Value): boolean =>
  self.items.has(findKey(tx, self.items, value));

const remove = (tx: Transaction, self: ApexSet, value: Value): boolean =>
  self.items.delete(findKey(tx, self.items, value));

function retain(tx: Transaction, self: ApexSet, items: Value): boolean {
  const kept = setOf(tx, self.type, convertedElements(tx, items, self.type));
  let isChanged = false;
  for (const value of [...self.items.values()])
    if (!has(tx, kept, value)) isChanged = remove(tx, self, value) || isChanged;
  return isChanged;
}

export const SET: LibraryType = {
  name: 'Set',
  typeParameters: ['E'],
  members: {
    'new()': (_tx, type: Type) => new ApexSet(type),
    'new(Iterable<E>)': (tx, type: Type, items: Value) => setOf(tx, type, convertedElements(tx, items, type)),
    'add(E):Boolean': add,
    'addAll(Iterable<E>):Boolean': (tx, self: ApexSet, items: Value) =>
      convertedElements(tx, items, self.type).reduce<boolean>(
        (isNew, item) => add(tx, self, item) || isNew,
        false,
      ),
    'contains(E):Boolean': has,
    'containsAll(Iterable<E>):Boolean': (tx, self: ApexSet, items: Value) =>
      convertedElements(tx, items, self.type).every((item) => has(tx, self, item)),
    'remove(E):Boolean': remove,
    'removeAll(Iterable<E>):Boolean': (tx, self: ApexSet, items: Value) =>
      convertedElements(tx, items, self.type).reduce<boolean>(
        (isGone, item) => remove(tx, self, item) || isGone,
        false,
      ),
    'retainAll(Iterable<E>):Boolean': retain,
    'size():Integer': (_tx, self: ApexSet) => self.items.size,
    'isEmpty():Boolean': (_tx, self: ApexSet) => self.items.size === 0,
    'clear():void': (_tx, self: ApexSet) => {
      self.items.clear();
    },
    'clone():This': (tx, self: ApexSet) => setOf(tx, self.type, elementsOf(tx, self)),
    'equals(Object):Boolean': (tx, self: ApexSet, other: Value) => sameValue(self, other, tx),
    'toString():String': (tx, self: ApexSet) => textOf(tx, self),
    'iterator():Iterator<E>': (tx, self: ApexSet) => iteratorOf(tx, self, elementsOf(tx, given(tx, self))),
  },
};
