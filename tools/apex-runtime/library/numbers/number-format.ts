import type { Transaction } from '../../model/transaction.ts';
import { refuse } from '../support.ts';

/** Locales whose numbers are written alike by the platform and by Intl. */
const KNOWN = ['en_US', 'en_GB', 'de_DE'];

/** As `format()` of numbers: at most three decimals, in the running user's locale. */
export function localNumber(tx: Transaction, value: number): string {
  const { locale } = tx.org.user(tx.userId);
  if (!KNOWN.includes(locale)) refuse(tx, `format() of a number in the locale ${locale}`);
  if (!Number.isSafeInteger(Math.trunc(value))) refuse(tx, 'format() of a number of more than 15 digits');
  return new Intl.NumberFormat(locale.replace('_', '-'), { maximumFractionDigits: 3 }).format(value);
}
