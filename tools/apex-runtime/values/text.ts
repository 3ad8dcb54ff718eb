import type { MethodModel } from '../model/class-model.ts';
import { UnsupportedApex } from '../model/errors.ts';
import type { Transaction } from '../model/transaction.ts';
import {
  ApexBlob,
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  ApexEnum,
  ApexId,
  ApexList,
  ApexMap,
  ApexObject,
  ApexSet,
  ApexTime,
} from '../model/values.ts';
import type { ApexRecord, PlatformObject, Value } from '../model/values.ts';
import { gmtText, isoDate, isoTime } from './dates.ts';
import { decimalText, doubleText } from './decimal.ts';
import { exceptionText } from './exception-text.ts';
import { runtimeTypeOf } from './runtime-type.ts';
import { localText } from './zones.ts';

function ownToString(value: ApexObject): MethodModel | undefined {
  for (
    let at: ApexObject['classModel'] | undefined = value.classModel;
    at !== undefined;
    at = at.superType?.classModel
  ) {
    const found = at.methods
      .get('tostring')
      ?.find((method) => !method.isStatic && method.parameters.length === 0);
    if (found !== undefined) return found;
  }
  return undefined;
}

function objectText(tx: Transaction, value: ApexObject): string {
  const method = ownToString(value);
  if (method !== undefined) return textOf(tx, tx.call(method, value, []));
  if (value.exception !== null) return exceptionText(value);
  throw new UnsupportedApex(`the text of a ${value.classModel.name}, which has no toString()`, {
    ...tx.position,
  });
}

const MOST_ITEMS = 10;

const isReference = (value: Value): boolean =>
  value instanceof ApexObject ||
  value instanceof ApexList ||
  value instanceof ApexSet ||
  value instanceof ApexMap;

/** The first ten elements; three points stand for the others. */
function listText(tx: Transaction, list: ApexList): string {
  const references = list.items.filter(isReference);
  if (new Set(references).size < references.length)
    throw new UnsupportedApex('the text of a List that holds an object twice', { ...tx.position });
  const parts = list.items.slice(0, MOST_ITEMS).map((item) => textOf(tx, item));
  return `(${[...parts, ...(list.items.length > MOST_ITEMS ? ['...'] : [])].join(', ')})`;
}

/** The platform's order of the elements in the text differs from the order of iteration and is not published. */
function unorderedText(tx: Transaction, value: ApexSet | ApexMap, parts: readonly string[]): string {
  if (parts.length > 1)
    throw new UnsupportedApex(`the text of a ${value.type.name} of more than one element`, {
      ...tx.position,
    });
  return `{${parts.join('')}}`;
}

function referenceText(
  tx: Transaction,
  value: ApexObject | ApexList | ApexSet | ApexMap | ApexRecord | PlatformObject,
): string {
  if (value instanceof ApexObject) return objectText(tx, value);
  if (value instanceof ApexList) return listText(tx, value);
  if (value instanceof ApexSet)
    return unorderedText(
      tx,
      value,
      [...value.items.values()].map((item) => textOf(tx, item)),
    );
  if (value instanceof ApexMap) {
    const entries = [...value.items.values()];
    return unorderedText(
      tx,
      value,
      entries.map((entry) => `${textOf(tx, entry.key)}=${textOf(tx, entry.value)}`),
    );
  }
  if ('text' in value && value.text !== null) return value.text;
  throw new UnsupportedApex(`the text of a ${runtimeTypeOf(tx.types, value).name}`, { ...tx.position });
}

/** As `'' + value` writes it: a Date with a time of zero, a Datetime in GMT, null as `null`. */
export function textOf(tx: Transaction, value: Value): string {
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object') return String(value);
  if (value instanceof ApexId) return value.value;
  if (value instanceof ApexDecimal) return decimalText(value);
  if (value instanceof ApexDouble) return doubleText(value.value);
  if (value instanceof ApexDate) return `${isoDate(value)} 00:00:00`;
  if (value instanceof ApexDatetime) return gmtText(value);
  if (value instanceof ApexTime) return isoTime(value.ms);
  if (value instanceof ApexEnum) return value.name;
  if (value instanceof ApexBlob) return `Blob[${value.bytes.length}]`;
  return referenceText(tx, value);
}

/** As `String.valueOf(Object)`: a Datetime in the running user's zone, null stays null. */
export function valueText(tx: Transaction, value: Value): string | null {
  if (value === null) return null;
  return value instanceof ApexDatetime ? localText(tx, value) : textOf(tx, value);
}

/** For messages of assertions and of the debug log, where people read: never refuses. */
export function shownText(tx: Transaction, value: Value): string {
  try {
    return valueText(tx, value) ?? 'null';
  } catch (problem) {
    if (problem instanceof UnsupportedApex) return runtimeTypeOf(tx.types, value).name;
    throw problem;
  }
}
