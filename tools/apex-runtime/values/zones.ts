import type { Transaction } from '../model/transaction.ts';
import type { ApexDatetime } from '../model/values.ts';
import { clockText, isoDate, makeDate, splitMs, DAY_MS } from './dates.ts';
import { ApexDate } from '../model/values.ts';

function formatOf(tx: Transaction, zone: string): Intl.DateTimeFormat {
  const key = `zone:${zone}`;
  const known = tx.memo.get(key);
  if (known instanceof Intl.DateTimeFormat) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  tx.memo.set(key, made);
  return made;
}

/** Milliseconds that a zone is ahead of GMT at an instant. */
export function zoneOffset(tx: Transaction, zone: string, ms: number): number {
  if (zone === 'GMT' || zone === 'UTC') return 0;
  const parts = new Map(
    formatOf(tx, zone)
      .formatToParts(ms)
      .map((part) => [part.type, part.value]),
  );
  const number = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  const year = parts.get('era') === 'BC' ? 1 - number('year') : number('year');
  const days = makeDate(year, number('month'), number('day')).days;
  const wall = days * DAY_MS + ((number('hour') * 60 + number('minute')) * 60 + number('second')) * 1000;
  return wall - Math.floor(ms / 1000) * 1000;
}

export const userZone = (tx: Transaction): string => tx.org.user(tx.userId).timeZone;

/** What a clock in the running user's zone shows, as milliseconds since 1970-01-01T00:00 of that clock. */
export function toWall(tx: Transaction, ms: number, zone: string = userZone(tx)): number {
  return ms + zoneOffset(tx, zone, ms);
}

/** The instant at which a clock in the running user's zone shows `wall`. */
export function fromWall(tx: Transaction, wall: number, zone: string = userZone(tx)): number {
  const first = wall - zoneOffset(tx, zone, wall);
  return wall - zoneOffset(tx, zone, first);
}

/** The day in the running user's zone. */
export const localDate = (tx: Transaction, ms: number): ApexDate =>
  new ApexDate(splitMs(toWall(tx, ms)).days);

/** `2026-01-31 10:05:00` in the running user's zone. */
export function localText(tx: Transaction, datetime: ApexDatetime): string {
  const { days, rest } = splitMs(toWall(tx, datetime.ms));
  return `${isoDate(new ApexDate(days))} ${clockText(rest)}`;
}
