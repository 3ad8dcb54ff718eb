import type { Transaction } from '../model/transaction.ts';
import type { Type, TypeTable } from '../model/types.ts';
import { PlatformObject } from '../model/values.ts';

export interface ObjectToken {
  /** As the org spells it. */
  readonly object: string;
}

export interface FieldToken {
  readonly object: string;
  readonly field: string;
}

function platformType(types: TypeTable, name: string): Type {
  return types.find(name) ?? types.define({ name, kind: 'platform', args: [] });
}

/** `Account.SObjectType` */
export function objectToken(tx: Transaction, object: string): PlatformObject {
  const key = `token ${object}`;
  const known = tx.memo.get(key);
  if (known instanceof PlatformObject) return known;
  const token = new PlatformObject(platformType(tx.types, 'Schema.SObjectType'), { object }, object, object);
  tx.memo.set(key, token);
  return token;
}

/** `Account.Name` */
export function fieldToken(tx: Transaction, object: string, field: string): PlatformObject {
  const key = `token ${object}.${field}`;
  const known = tx.memo.get(key);
  if (known instanceof PlatformObject) return known;
  const type = platformType(tx.types, 'Schema.SObjectField');
  const token = new PlatformObject(type, { object, field }, `${object}.${field}`, field);
  tx.memo.set(key, token);
  return token;
}
