import { UnsupportedApex } from '../model/errors.ts';
import type { Transaction } from '../model/transaction.ts';
import { ApexDate, ApexDatetime, ApexId, ApexTime } from '../model/values.ts';
import type { Value } from '../model/values.ts';
import { compare, isNumber, toDecimal } from './decimal.ts';
import { toId } from './ids.ts';

export const orderOfNumbers = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/** By code units: `Z` comes before `a`. */
export const orderOfTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const PLAIN = /^[A-Za-z0-9]*$/;
/** Languages that order the letters A to Z and digits as English does. */
const LANGUAGES = ['en', 'de', 'fr', 'it', 'nl', 'pt'];

/** By the user's locale and without case; the order of other characters than letters and digits is not published. */
function localOrder(tx: Transaction, a: string, b: string): number {
  const { locale } = tx.org.user(tx.userId);
  if (!PLAIN.test(a) || !PLAIN.test(b) || !LANGUAGES.includes(locale.slice(0, 2)))
    throw new UnsupportedApex(`the order of the texts "${a}" and "${b}" by <, <=, > or >=`, {
      ...tx.position,
    });
  return orderOfTexts(a.toLowerCase(), b.toLowerCase());
}

function idOrder(tx: Transaction, a: ApexId, b: ApexId): number {
  if (a.value.slice(0, 3) !== b.value.slice(0, 3))
    throw new UnsupportedApex('the order of ids of two objects', { ...tx.position });
  return orderOfTexts(a.value, b.value);
}

const isTextOrId = (value: Value): value is string | ApexId =>
  typeof value === 'string' || value instanceof ApexId;

/**
 * Negative, zero or positive as `<`, `<=`, `>`, `>=` see two values; null where a number or a date is null: each of the
 * four is false then. Null is before every text and every id.
 */
export function orderOf(tx: Transaction, a: Value, b: Value): number | null {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (a === null) return isTextOrId(b) ? -1 : null;
  if (b === null) return isTextOrId(a) ? 1 : null;
  if (isNumber(a) && isNumber(b)) return compare(toDecimal(a), toDecimal(b));
  if (a instanceof ApexDate && b instanceof ApexDate) return orderOfNumbers(a.days, b.days);
  if (a instanceof ApexDatetime && b instanceof ApexDatetime) return orderOfNumbers(a.ms, b.ms);
  if (a instanceof ApexTime && b instanceof ApexTime) return orderOfNumbers(a.ms, b.ms);
  if (typeof a === 'string' && typeof b === 'string') return localOrder(tx, a, b);
  if (isTextOrId(a) && isTextOrId(b))
    return idOrder(tx, typeof a === 'string' ? toId(tx, a) : a, typeof b === 'string' ? toId(tx, b) : b);
  throw new UnsupportedApex('the order of these values by <, <=, > or >=', { ...tx.position });
}
