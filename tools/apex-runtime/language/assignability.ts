import { collectionKind, T } from '../model/types.ts';
import type { Type } from '../model/types.ts';

const NUMBERS: readonly Type[] = [T.Integer, T.Long, T.Double, T.Decimal];

const OBJECT_COST = 50;

export function isNumeric(type: Type): boolean {
  return NUMBERS.includes(type);
}

/** The type of an operation on both: Integer, Long, Double, Decimal in this order. */
export function widerNumber(a: Type, b: Type): Type {
  return NUMBERS.indexOf(a) >= NUMBERS.indexOf(b) ? a : b;
}

/** `Iterable<T>` of the platform. */
export function iterableElement(type: Type): Type | undefined {
  return /^(System\.)?(Iterable)</i.test(type.name) ? type.args[0] : undefined;
}

/** Is a type another one or below it, by superclass and interfaces? */
export function isSubtype(type: Type, of: Type): boolean {
  if (type === of) return true;
  const above = type.classModel?.superType ?? type.superType;
  if (above !== undefined && isSubtype(above, of)) return true;
  return (type.classModel?.interfaces ?? []).some((contract) => isSubtype(contract, of));
}

/** What an implicit conversion costs when overloads are compared: 0 is the same type; null: there is none. */
export function assignmentCost(from: Type, to: Type): number | null {
  if (from === to) return 0;
  if (from === T.Void || to === T.Void) return null;
  if (from === T.Null) return to === T.Object ? 1 : 0;
  if (to === T.Object) return OBJECT_COST;
  return (
    numberCost(from, to) ??
    textCost(from, to) ??
    recordCost(from, to) ??
    collectionCost(from, to) ??
    (isSubtype(from, to) ? 1 : null)
  );
}

function numberCost(from: Type, to: Type): number | null {
  const [a, b] = [NUMBERS.indexOf(from), NUMBERS.indexOf(to)];
  if (a < 0 || b < 0) return null;
  if (b > a) return b - a;
  return from === T.Decimal && to === T.Double ? NUMBERS.length : null;
}

function textCost(from: Type, to: Type): number | null {
  if (from === T.Id && to === T.String) return 1;
  if (from === T.String && to === T.Id) return 2;
  return from === T.Date && to === T.Datetime ? 2 : null;
}

function recordCost(from: Type, to: Type): number | null {
  return from.kind === 'sobject' && to === T.SObject ? 1 : null;
}

function collectionCost(from: Type, to: Type): number | null {
  const kind = collectionKind(from);
  if (kind === null) return null;
  const iterated = iterableElement(to);
  if (iterated !== undefined) return kind !== 'Map' && from.args[0] === iterated ? 2 : null;
  if (collectionKind(to) !== kind || kind === 'Set') return null;
  const [fromKey, fromLast] = [from.args[0], from.args.at(-1)];
  const [toKey, toLast] = [to.args[0], to.args.at(-1)];
  if (fromLast === undefined || toLast === undefined) return null;
  if (kind === 'Map' && fromKey !== toKey) return null;
  return elementCost(fromLast, toLast);
}

/** Lists of records go both ways between SObject and an object; lists of instances go up. */
function elementCost(from: Type, to: Type): number | null {
  if (from.kind === 'sobject' && to.kind === 'sobject')
    return from === T.SObject || to === T.SObject ? 1 : null;
  if (to === T.Object) return 3;
  return from.kind === 'class' && to.kind === 'class' && isSubtype(from, to) ? 1 : null;
}
