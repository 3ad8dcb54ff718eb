import { UnsupportedApex } from '../model/errors.ts';
import type { Transaction } from '../model/transaction.ts';
import { T } from '../model/types.ts';
import type { Type } from '../model/types.ts';
import { ApexEnum, ApexList, PlatformObject } from '../model/values.ts';
import type { Value } from '../model/values.ts';
import type { LibraryEnum } from './registry-contract.ts';

/** An argument that may not be null; `position` counts from 1. */
export function given<V extends Value>(tx: Transaction, value: V, position = 1): NonNullable<V> {
  return value ?? tx.raise('NullPointerException', `Argument ${position} cannot be null`);
}

/** What is found out only when the code runs, and is not known: refused where the code is. */
export function refuse(tx: Transaction, what: string): never {
  throw new UnsupportedApex(what, { ...tx.position });
}

export function libraryType(tx: Transaction, name: string): Type {
  return tx.types.find(name) ?? refuse(tx, `the type ${name}`);
}

export const listOf = (tx: Transaction, element: Type, items: Value[]): ApexList =>
  new ApexList(tx.types.list(element), items);

export const strings = (tx: Transaction, items: string[]): ApexList => listOf(tx, T.String, items);

/** Values with the same key are equal; `key` and `text` as of PlatformObject. */
export function platformObject(
  tx: Transaction,
  type: string,
  state: unknown,
  key: string | null = null,
  text: string | null = null,
): PlatformObject {
  return new PlatformObject(libraryType(tx, type), state, key, text);
}

export function enumValue(tx: Transaction, { name, constants }: LibraryEnum, constant: string): ApexEnum {
  const ordinal = constants.indexOf(constant);
  return ordinal < 0
    ? refuse(tx, `${name}.${constant}`)
    : new ApexEnum(libraryType(tx, name), constant, ordinal);
}
