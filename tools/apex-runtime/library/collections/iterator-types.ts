import type { Transaction } from '../../model/transaction.ts';
import { ApexObject, PlatformObject } from '../../model/values.ts';
import type { ApexList, ApexSet, Value } from '../../model/values.ts';
import type { LibraryType } from '../registry-contract.ts';
import { refuse } from '../support.ts';

class Cursor {
  readonly items: readonly Value[];
  index = 0;
  constructor(items: readonly Value[]) {
    this.items = items;
  }
}

/** The iterator of a List or a Set. */
export function iteratorOf(
  tx: Transaction,
  collection: ApexList | ApexSet,
  items: readonly Value[],
): PlatformObject {
  return new PlatformObject(tx.types.generic('Iterator', collection.type.args), new Cursor(items));
}

function call(tx: Transaction, self: Value, method: string, args: readonly Value[]): Value {
  if (!(self instanceof ApexObject)) return refuse(tx, `${method} of this value`);
  return tx.callByName(self, method, args) ?? null;
}

const cursorOf = (self: Value): Cursor | null =>
  self instanceof PlatformObject && self.state instanceof Cursor ? self.state : null;

function next(tx: Transaction, cursor: Cursor): Value {
  if (cursor.index >= cursor.items.length) return tx.raise('NoSuchElementException', 'No more elements');
  return cursor.items[cursor.index++] ?? null;
}

export const ITERATOR: LibraryType = {
  name: 'Iterator',
  typeParameters: ['E'],
  isInterface: true,
  members: {
    'hasNext():Boolean': (tx, self: Value) => {
      const cursor = cursorOf(self);
      return cursor === null ? call(tx, self, 'hasNext', []) : cursor.index < cursor.items.length;
    },
    'next():E': (tx, self: Value) => {
      const cursor = cursorOf(self);
      return cursor === null ? call(tx, self, 'next', []) : next(tx, cursor);
    },
  },
};

export const ITERABLE: LibraryType = {
  name: 'Iterable',
  typeParameters: ['E'],
  isInterface: true,
  members: {
    'iterator():Iterator<E>': (tx, self: Value) => call(tx, self, 'iterator', []),
  },
};

export const COMPARABLE: LibraryType = {
  name: 'Comparable',
  isInterface: true,
  members: {
    'compareTo(Object):Integer': (tx, self: Value, other: Value) => call(tx, self, 'compareTo', [other]),
  },
};

export const COMPARATOR: LibraryType = {
  name: 'Comparator',
  typeParameters: ['E'],
  isInterface: true,
  members: {
    'compare(E,E):Integer': (tx, self: Value, a: Value, b: Value) => call(tx, self, 'compare', [a, b]),
  },
};

export const CALLABLE: LibraryType = {
  name: 'Callable',
  isInterface: true,
  members: {
    'call(String,Map<String,Object>):Object': (tx, self: Value, action: Value, args: Value) =>
      call(tx, self, 'call', [action, args]),
  },
};
