import { T } from '../model/types.ts';
import type { Type } from '../model/types.ts';
import type { Transaction } from '../model/transaction.ts';
import { ApexDate, ApexDecimal, ApexDouble, ApexId } from '../model/values.ts';
import type { Value } from '../model/values.ts';
import { dateAtMidnight } from './dates.ts';
import { isNumber, toDecimal, toDouble } from './decimal.ts';
import { toId } from './ids.ts';

export type Convert = (tx: Transaction, value: Value) => Value;

const CONVERSIONS: ReadonlyMap<Type, Convert> = new Map<Type, Convert>([
  [T.Long, (_tx, value) => (typeof value === 'number' ? BigInt(value) : value)],
  [T.Double, (_tx, value) => (isNumber(value) && !(value instanceof ApexDouble) ? toDouble(value) : value)],
  [
    T.Decimal,
    (_tx, value) => (isNumber(value) && !(value instanceof ApexDecimal) ? toDecimal(value) : value),
  ],
  [T.String, (_tx, value) => (value instanceof ApexId ? value.value : value)],
  [T.Id, (tx, value) => (typeof value === 'string' ? toId(tx, value) : value)],
  [T.Datetime, (_tx, value) => (value instanceof ApexDate ? dateAtMidnight(value) : value)],
]);

/** The sources of each conversion; Object and generic ones are converted by what the value turns out to be. */
const SOURCES: ReadonlyMap<Type, readonly Type[]> = new Map<Type, readonly Type[]>([
  [T.Long, [T.Integer, T.Object]],
  [T.Double, [T.Integer, T.Long, T.Decimal, T.Object]],
  [T.Decimal, [T.Integer, T.Long, T.Double, T.Object]],
  [T.String, [T.Id, T.Object]],
  [T.Id, [T.String, T.Object]],
  [T.Datetime, [T.Date, T.Object]],
]);

/**
 * What an assignment, an argument or a cast does to a value that may be assigned or was found to fit; null: nothing.
 * Null stays null.
 */
export function converter(from: Type, to: Type): Convert | null {
  if (SOURCES.get(to)?.includes(from) !== true) return null;
  return CONVERSIONS.get(to) ?? null;
}

/** As `converter`, by the type the value has. */
export function convertTo(tx: Transaction, value: Value, to: Type): Value {
  return CONVERSIONS.get(to)?.(tx, value) ?? value;
}
