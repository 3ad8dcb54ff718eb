import { ApexDate, ApexDatetime } from '../model/values.ts';

export const DAY_MS = 86_400_000;

export interface DateParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

export function dateParts(date: ApexDate): DateParts {
  const at = new Date(date.days * DAY_MS);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

/** Months and days beyond their range roll over: 30 February is 2 March. */
export function makeDate(year: number, month: number, day: number): ApexDate {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  return new ApexDate(Math.round(at.getTime() / DAY_MS));
}

const daysOfMonth = (year: number, month: number): number => dateParts(makeDate(year, month + 1, 0)).day;

export const daysInMonth = daysOfMonth;

export const isLeapYear = (year: number): boolean => daysOfMonth(year, 2) === 29;

/** 31 January plus one month is the last day of February. */
export function addMonths(date: ApexDate, months: number): ApexDate {
  const { year, month, day } = dateParts(date);
  const first = dateParts(makeDate(year, month + months, 1));
  return makeDate(first.year, first.month, Math.min(day, daysOfMonth(first.year, first.month)));
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `2026-01-31` */
export function isoDate(date: ApexDate): string {
  const { year, month, day } = dateParts(date);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** `10:05:00` of milliseconds since midnight. */
export function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** Days and the rest in milliseconds. */
export function splitMs(ms: number): { days: number; rest: number } {
  const days = Math.floor(ms / DAY_MS);
  return { days, rest: ms - days * DAY_MS };
}

/** `2026-01-31 10:05:00` in GMT. */
export function gmtText(datetime: ApexDatetime): string {
  const { days, rest } = splitMs(datetime.ms);
  return `${isoDate(new ApexDate(days))} ${clockText(rest)}`;
}

/** `2026-01-31T10:05:00.000Z` */
export function isoDatetime(datetime: ApexDatetime): string {
  const { days, rest } = splitMs(datetime.ms);
  return `${isoDate(new ApexDate(days))}T${clockText(rest)}.${String(rest % 1000).padStart(3, '0')}Z`;
}

/** `10:05:00.000Z` */
export const isoTime = (ms: number): string => `${clockText(ms)}.${String(ms % 1000).padStart(3, '0')}Z`;

export const dateAtMidnight = (date: ApexDate): ApexDatetime => new ApexDatetime(date.days * DAY_MS);
