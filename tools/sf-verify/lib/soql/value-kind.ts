import type { ValueContext } from '@apexdevtools/apex-parser';
import type { FieldKind } from './field-kind.ts';

/** A value of a condition as it is written. */
export type ValueKind =
  'null' | 'boolean' | 'number' | 'string' | 'date' | 'datetime' | 'time' | 'dateWord' | 'query' | 'bind';

export function valueKindOf(value: ValueContext): ValueKind | 'list' | null {
  if (value.NULL()) return 'null';
  if (value.BooleanLiteral()) return 'boolean';
  if (value.signedNumber() || value.IntegralCurrencyLiteral()) return 'number';
  if (value.StringLiteral() || value.MultilineStringLiteral()) return 'string';
  if (value.DateLiteral()) return 'date';
  if (value.DateTimeLiteral()) return 'datetime';
  if (value.TimeLiteral()) return 'time';
  if (value.dateFormula()) return 'dateWord';
  if (value.subQuery()) return 'query';
  if (value.valueList()) return 'list';
  return value.boundExpression() ? 'bind' : null;
}

const FITS: Readonly<Record<FieldKind, readonly ValueKind[] | null>> = {
  autoNumber: ['string'],
  blob: [],
  boolean: ['boolean'],
  compound: [],
  date: ['date', 'dateWord'],
  datetime: ['datetime', 'dateWord'],
  encrypted: [],
  id: ['string', 'query'],
  longText: [],
  multiPicklist: ['string'],
  number: ['number'],
  picklist: ['string'],
  text: ['string'],
  time: ['time'],
  unknown: null,
};

/** False when a value of that kind cannot be compared with the field. */
export function fits(field: FieldKind, value: ValueKind): boolean {
  return value === 'null' || value === 'bind' || (FITS[field]?.includes(value) ?? true);
}

const APEX: Readonly<Record<string, readonly FieldKind[]>> = {
  boolean: ['boolean'],
  date: ['date', 'datetime'],
  datetime: ['date', 'datetime'],
  decimal: ['number'],
  double: ['number'],
  id: ['id', 'text'],
  integer: ['number'],
  long: ['number'],
  string: ['text', 'id', 'picklist', 'multiPicklist', 'autoNumber'],
  time: ['time'],
};

/** False when a variable of the Apex type cannot be bound to the field; types that are not simple always can. */
export function bindFits(field: FieldKind, apexType: string): boolean {
  const kinds = APEX[apexType.toLowerCase()];
  return kinds === undefined || field === 'unknown' || kinds.includes(field);
}

/** Type of the elements of a list, set or array; null for any other type. */
export function elementType(apexType: string): string | null {
  return /^(?:List|Set|Iterable)<(.+)>$/i.exec(apexType)?.[1] ?? /^(.+)\[\]$/.exec(apexType)?.[1] ?? null;
}
