import { UnsupportedApex } from '../model/errors.ts';
import { collectionKind, T } from '../model/types.ts';
import type { Type, TypeTable } from '../model/types.ts';
import {
  ApexBlob,
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  ApexId,
  ApexObject,
  ApexTime,
} from '../model/values.ts';
import type { Value } from '../model/values.ts';

/** The type of a value itself, whatever the type of the variable that holds it. */
export function runtimeTypeOf(_types: TypeTable, value: Value): Type {
  switch (typeof value) {
    case 'string':
      return T.String;
    case 'number':
      return T.Integer;
    case 'bigint':
      return T.Long;
    case 'boolean':
      return T.Boolean;
  }
  if (value === null) return T.Null;
  if (value instanceof ApexObject) return value.classModel.type;
  if (value instanceof ApexId) return T.Id;
  if (value instanceof ApexDecimal) return T.Decimal;
  if (value instanceof ApexDouble) return T.Double;
  if (value instanceof ApexDate) return T.Date;
  if (value instanceof ApexDatetime) return T.Datetime;
  if (value instanceof ApexTime) return T.Time;
  if (value instanceof ApexBlob) return T.Blob;
  return value.type;
}

/** Is it the type, or below it by classes and interfaces? Without the conversions of an assignment. */
export function isBelow(type: Type, of: Type): boolean {
  if (type === of || of === T.Object) return true;
  const above = type.classModel?.superType ?? type.superType;
  if (above !== undefined && isBelow(above, of)) return true;
  return (type.classModel?.interfaces ?? []).some((face) => isBelow(face, of));
}

const FRACTIONAL: readonly Type[] = [T.Double, T.Decimal];
const NUMBERS: readonly Type[] = [T.Integer, T.Long, T.Double, T.Decimal];

function fitsNumber(type: Type, to: Type): boolean {
  if (type === T.Integer) return true;
  if (to === T.Integer || (to === T.Long && FRACTIONAL.includes(type))) return false;
  throw new UnsupportedApex(`whether a ${type.name} held as Object is a ${to.name}`);
}

const iterableOf = (type: Type): Type | undefined =>
  /^(?:System\.)?Iterable</i.test(type.name) ? type.args[0] : undefined;

function fitsCollection(type: Type, to: Type): boolean {
  const element = iterableOf(to);
  if (element !== undefined && collectionKind(type) !== 'Map') return type.args[0] === element;
  if (to.kind !== 'collection' || collectionKind(type) !== collectionKind(to)) return false;
  if (collectionKind(type) === 'List') {
    const [from, into] = [type.args[0], to.args[0]];
    if (from?.kind === 'sobject' && into?.kind === 'sobject') return from === T.SObject || into === T.SObject;
    if (from !== undefined && into !== undefined && from.kind === 'class' && isBelow(from, into)) return true;
  }
  throw new UnsupportedApex(`whether a ${type.name} is a ${to.name}`);
}

/** May a value be cast to a type? Of `instanceof` too, but for null. What is not known is refused. */
export function fitsType(types: TypeTable, value: Value, to: Type): boolean {
  if (value === null) return true;
  const type = runtimeTypeOf(types, value);
  if (isBelow(type, to)) return true;
  if (to === T.SObject) return type.kind === 'sobject';
  if (NUMBERS.includes(type) && NUMBERS.includes(to)) return fitsNumber(type, to);
  if ((type === T.Id && to === T.String) || (type === T.String && to === T.Id))
    throw new UnsupportedApex(`whether a ${type.name} held as Object is a ${to.name}`);
  return type.kind === 'collection' && fitsCollection(type, to);
}
