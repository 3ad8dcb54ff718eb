import type { Transaction } from '../../model/transaction.ts';
import { ApexList, ApexObject, ApexSet } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import { refuse } from '../support.ts';

/** The elements of a List, a Set or an object that implements Iterable, in order. */
export function elementsOf(tx: Transaction, iterable: Value): Value[] {
  if (iterable instanceof ApexList) return [...iterable.items];
  if (iterable instanceof ApexSet) return [...iterable.items.values()];
  if (iterable instanceof ApexObject) return iteratedElements(tx, iterable);
  return refuse(tx, 'the elements of this value');
}

function iteratedElements(tx: Transaction, iterable: ApexObject): Value[] {
  const iterator = tx.callByName(iterable, 'iterator', []);
  if (!(iterator instanceof ApexObject)) return refuse(tx, `the iterator of a ${iterable.classModel.name}`);
  const items: Value[] = [];
  while (tx.callByName(iterator, 'hasNext', []) === true)
    items.push(tx.callByName(iterator, 'next', []) ?? null);
  return items;
}
