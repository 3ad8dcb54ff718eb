import { UnsupportedApex } from '../../model/errors.ts';
import type { Transaction } from '../../model/transaction.ts';
import { ApexDate } from '../../model/values.ts';
import { DAY_MS, addMonths, dateParts, isoDate, makeDate } from '../../values/dates.ts';
import { fromWall, localDate } from '../../values/zones.ts';

/** From the first day up to the day after the last. */
export interface DayRange {
  readonly from: ApexDate;
  readonly to: ApexDate;
}

const plus = (date: ApexDate, days: number): ApexDate => new ApexDate(date.days + days);
const days = (from: ApexDate, count: number): DayRange => ({ from, to: plus(from, count) });

function months(first: ApexDate, count: number): DayRange {
  return { from: first, to: addMonths(first, count) };
}

/** Weeks begin on Sunday, as in the locale en_US. */
const startOfWeek = (date: ApexDate): ApexDate => plus(date, -new Date(date.days * DAY_MS).getUTCDay());

const startOfMonth = (date: ApexDate): ApexDate => {
  const { year, month } = dateParts(date);
  return makeDate(year, month, 1);
};

const startOfQuarter = (date: ApexDate): ApexDate => {
  const { year, month } = dateParts(date);
  return makeDate(year, month - ((month - 1) % 3), 1);
};

const startOfYear = (date: ApexDate): ApexDate => makeDate(dateParts(date).year, 1, 1);

const RANGES: Readonly<Record<string, (today: ApexDate, count: number) => DayRange>> = {
  yesterday: (today) => days(plus(today, -1), 1),
  today: (today) => days(today, 1),
  tomorrow: (today) => days(plus(today, 1), 1),
  last_week: (today) => days(plus(startOfWeek(today), -7), 7),
  this_week: (today) => days(startOfWeek(today), 7),
  next_week: (today) => days(plus(startOfWeek(today), 7), 7),
  last_month: (today) => months(addMonths(startOfMonth(today), -1), 1),
  this_month: (today) => months(startOfMonth(today), 1),
  next_month: (today) => months(addMonths(startOfMonth(today), 1), 1),
  last_90_days: (today) => days(plus(today, -90), 91),
  next_90_days: (today) => days(plus(today, 1), 90),
  last_quarter: (today) => months(addMonths(startOfQuarter(today), -3), 3),
  this_quarter: (today) => months(startOfQuarter(today), 3),
  next_quarter: (today) => months(addMonths(startOfQuarter(today), 3), 3),
  last_year: (today) => months(addMonths(startOfYear(today), -12), 12),
  this_year: (today) => months(startOfYear(today), 12),
  next_year: (today) => months(addMonths(startOfYear(today), 12), 12),
  last_n_days: (today, count) => days(plus(today, -count), count + 1),
  next_n_days: (today, count) => days(plus(today, 1), count),
  n_days_ago: (today, count) => days(plus(today, -count), 1),
  last_n_months: (today, count) => months(addMonths(startOfMonth(today), -count), count),
  next_n_months: (today, count) => months(addMonths(startOfMonth(today), 1), count),
  last_n_years: (today, count) => months(addMonths(startOfYear(today), -12 * count), 12 * count),
  next_n_years: (today, count) => months(addMonths(startOfYear(today), 12), 12 * count),
};

export type ReadRange = (tx: Transaction) => { readonly from: string; readonly to: string };

/** As stored: days of a Date field, moments of a Datetime field in the user's time zone. */
export function planDateLiteral(name: string, count: number | null, isDatetime: boolean): ReadRange {
  const range = RANGES[name];
  if (range === undefined) throw new UnsupportedApex(`the date literal ${name.toUpperCase()}`);
  const text = (tx: Transaction, date: ApexDate): string =>
    isDatetime ? new Date(fromWall(tx, date.days * DAY_MS)).toISOString() : isoDate(date);
  return (tx) => {
    const { from, to } = range(localDate(tx, tx.org.now()), count ?? 0);
    return { from: text(tx, from), to: text(tx, to) };
  };
}
