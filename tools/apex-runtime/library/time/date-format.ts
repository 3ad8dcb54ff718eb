import type { Transaction } from '../../model/transaction.ts';
import { dateParts, DAY_MS, makeDate, splitMs } from '../../values/dates.ts';
import { ApexDate } from '../../model/values.ts';
import { refuse } from '../support.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday'];

/** What a clock of a zone shows: milliseconds since 1970-01-01T00:00 of that clock, and how far it is ahead of GMT. */
export interface WallTime {
  readonly wall: number;
  readonly offset: number;
}

const padded = (value: number, width: number): string => String(value).padStart(width, '0');

function offsetText(offset: number, separator: string): string {
  const minutes = Math.abs(Math.round(offset / 60_000));
  return `${offset < 0 ? '-' : '+'}${padded(Math.floor(minutes / 60), 2)}${separator}${padded(minutes % 60, 2)}`;
}

function englishOnly(tx: Transaction, text: string): string {
  const { locale } = tx.org.user(tx.userId);
  return locale.startsWith('en') ? text : refuse(tx, `names of days and months in the locale ${locale}`);
}

/** One run of the same letter of Java's SimpleDateFormat. */
function field(tx: Transaction, letters: string, time: WallTime): string {
  const { days, rest } = splitMs(time.wall);
  const { year, month, day } = dateParts(new ApexDate(days));
  const width = letters.length;
  const hour = Math.floor(rest / 3_600_000);
  switch (letters.charAt(0)) {
    case 'y':
      return width === 2 ? padded(year % 100, 2) : padded(year, width);
    case 'M': {
      const name = MONTHS[month - 1] ?? '';
      return width < 3 ? padded(month, width) : englishOnly(tx, width === 3 ? name.slice(0, 3) : name);
    }
    case 'd':
      return padded(day, width);
    case 'D':
      return padded(days - makeDate(year, 1, 1).days + 1, width);
    case 'E': {
      const name = DAYS[((days % 7) + 7) % 7] ?? '';
      return englishOnly(tx, width <= 3 ? name.slice(0, 3) : name);
    }
    case 'H':
      return padded(hour, width);
    case 'k':
      return padded(hour === 0 ? 24 : hour, width);
    case 'h':
      return padded(hour % 12 === 0 ? 12 : hour % 12, width);
    case 'K':
      return padded(hour % 12, width);
    case 'm':
      return padded(Math.floor(rest / 60_000) % 60, width);
    case 's':
      return padded(Math.floor(rest / 1000) % 60, width);
    case 'S':
      return padded(rest % 1000, width);
    case 'a':
      return englishOnly(tx, hour < 12 ? 'AM' : 'PM');
    case 'Z':
      return offsetText(time.offset, '');
    case 'X':
      if (time.offset === 0) return 'Z';
      if (width === 1) return offsetText(time.offset, '').slice(0, 3);
      return offsetText(time.offset, width === 2 ? '' : ':');
    default:
      return refuse(tx, `the letters ${letters} in a format of a Datetime`);
  }
}

/** A pattern of Java's SimpleDateFormat. */
export function formatTime(tx: Transaction, pattern: string, time: WallTime): string {
  return pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*|'/g, (part, quoted?: string) => {
    if (quoted === '') return "'";
    if (quoted !== undefined) return quoted.replaceAll("''", "'");
    return part === "'" ? refuse(tx, `the format ${pattern} of a Datetime`) : field(tx, part, time);
  });
}

/** `3/21/2001` in the running user's locale. */
export function localDateText(tx: Transaction, date: ApexDate): string {
  const { locale } = tx.org.user(tx.userId);
  const pattern = { en_US: 'M/d/yyyy', en_GB: 'dd/MM/yyyy', de_DE: 'dd.MM.yyyy' }[locale];
  if (pattern === undefined) return refuse(tx, `format() of a Date in the locale ${locale}`);
  return formatTime(tx, pattern, { wall: date.days * DAY_MS, offset: 0 });
}
