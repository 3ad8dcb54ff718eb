import type { Transaction } from '../../model/transaction.ts';
import { ApexDate, ApexDatetime } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import { addMonths, dateParts, daysInMonth, isLeapYear, makeDate } from '../../values/dates.ts';
import { localDate } from '../../values/zones.ts';
import type { LibraryType } from '../registry-contract.ts';
import { given, refuse } from '../support.ts';
import { localDateText } from './date-format.ts';

/** Day on which a week begins, 0 for Sunday. */
const WEEK_START: Readonly<Record<string, number>> = { en_US: 0, en_GB: 1, de_DE: 1, fr_FR: 1 };

/** `2026-01-31`, whatever follows after a space. Lenient: 30 February is 2 March. */
function dateOf(tx: Transaction, text: string): ApexDate {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})(?: .*)?$/.exec(text);
  return match === null
    ? tx.raise('TypeException', `Invalid date: ${text}`)
    : makeDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** `12/27/2009`, as the user's locale writes dates. */
function parseLocal(tx: Transaction, text: string): ApexDate {
  const { locale } = tx.org.user(tx.userId);
  if (locale !== 'en_US') return refuse(tx, `Date.parse in the locale ${locale}`);
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  return match === null
    ? tx.raise('TypeException', `Invalid date: ${text}`)
    : makeDate(Number(match[3]), Number(match[1]), Number(match[2]));
}

function weekStart(tx: Transaction, date: ApexDate): ApexDate {
  const { locale } = tx.org.user(tx.userId);
  const first = WEEK_START[locale] ?? refuse(tx, `the first day of a week in the locale ${locale}`);
  const weekday = (((date.days + 4) % 7) + 7) % 7;
  return new ApexDate(date.days - ((weekday - first + 7) % 7));
}

export const DATE: LibraryType = {
  name: 'Date',
  members: {
    'static newInstance(Integer,Integer,Integer):Date': (
      tx,
      _type,
      year: number | null,
      month: number | null,
      day: number | null,
    ) => makeDate(given(tx, year), given(tx, month, 2), given(tx, day, 3)),
    'static today():Date': (tx) => localDate(tx, tx.org.now()),
    'static valueOf(String):Date': (tx, _type, text: string | null) => dateOf(tx, given(tx, text)),
    'static valueOf(Object):Date': (tx, _type, value: Value) => {
      const known = given(tx, value);
      if (known instanceof ApexDate) return known;
      if (known instanceof ApexDatetime) return localDate(tx, known.ms);
      return typeof known === 'string' ? dateOf(tx, known) : refuse(tx, 'Date.valueOf of this value');
    },
    'static parse(String):Date': (tx, _type, text: string | null) => parseLocal(tx, given(tx, text)),
    'static daysInMonth(Integer,Integer):Integer': (tx, _type, year: number | null, month: number | null) =>
      daysInMonth(given(tx, year), given(tx, month, 2)),
    'static isLeapYear(Integer):Boolean': (tx, _type, year: number | null) => isLeapYear(given(tx, year)),
    'addDays(Integer):Date': (tx, self: ApexDate, days: number | null) =>
      new ApexDate(self.days + given(tx, days)),
    'addMonths(Integer):Date': (tx, self: ApexDate, months: number | null) =>
      addMonths(self, given(tx, months)),
    'addYears(Integer):Date': (tx, self: ApexDate, years: number | null) =>
      addMonths(self, 12 * given(tx, years)),
    'year():Integer': (_tx, self: ApexDate) => dateParts(self).year,
    'month():Integer': (_tx, self: ApexDate) => dateParts(self).month,
    'day():Integer': (_tx, self: ApexDate) => dateParts(self).day,
    'dayOfYear():Integer': (_tx, self: ApexDate) => self.days - makeDate(dateParts(self).year, 1, 1).days + 1,
    'daysBetween(Date):Integer': (tx, self: ApexDate, other: ApexDate | null) =>
      given(tx, other).days - self.days,
    'monthsBetween(Date):Integer': (tx, self: ApexDate, other: ApexDate | null) => {
      const [from, to] = [dateParts(self), dateParts(given(tx, other))];
      return (to.year - from.year) * 12 + to.month - from.month;
    },
    'isSameDay(Date):Boolean': (tx, self: ApexDate, other: ApexDate | null) =>
      self.days === given(tx, other).days,
    'toStartOfMonth():Date': (_tx, self: ApexDate) => {
      const { year, month } = dateParts(self);
      return makeDate(year, month, 1);
    },
    'toStartOfWeek():Date': (tx, self: ApexDate) => weekStart(tx, self),
    'format():String': (tx, self: ApexDate) => localDateText(tx, self),
  },
};
