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

const setOfElements = (tx: Transaction, type: Type, items: Value): ApexSet =>
  setOf(tx, type, convertedElements(tx, items, type));

/** True: the Set is another one than before. */
function each(
  change: (tx: Transaction, self: ApexSet, item: Value) => boolean,
): (tx: Transaction, self: ApexSet, items: Value) => boolean {
  return (tx, self, items) =>
    convertedElements(tx, items, self.type).filter((item) => change(tx, self, item)).length > 0;
}

const addAll = each(add);
const removeAll = each(remove);

const containsAll = (tx: Transaction, self: ApexSet, items: Value): boolean =>
  convertedElements(tx, items, self.type).every((item) => has(tx, self, item));

export const SET: LibraryType = {
  name: 'Set',
  typeParameters: ['E'],
  members: {
    'new()': (_tx, type: Type) => new ApexSet(type),
    'new(List<E>)': setOfElements,
    'new(Set<E>)': setOfElements,
    'add(E):Boolean': add,
    'addAll(List<E>):Boolean': addAll,
    'addAll(Set<E>):Boolean': addAll,
    'contains(E):Boolean': has,
    'containsAll(List<E>):Boolean': containsAll,
    'containsAll(Set<E>):Boolean': containsAll,
    'remove(E):Boolean': remove,
    'removeAll(List<E>):Boolean': removeAll,
    'removeAll(Set<E>):Boolean': removeAll,
    'retainAll(List<E>):Boolean': retain,
    'retainAll(Set<E>):Boolean': retain,
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
