import type { Transaction } from '../../model/transaction.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../model/values.ts';
import { addMonths, dateParts, DAY_MS, makeDate, splitMs } from '../../values/dates.ts';
import { fromWall, toWall, userZone, zoneOffset } from '../../values/zones.ts';
import type { LibraryType } from '../registry-contract.ts';
import { given, refuse } from '../support.ts';
import { formatTime, localDateText } from './date-format.ts';
import { DATETIME_MAKE } from './datetime-make.ts';

type ToWall = (tx: Transaction, ms: number) => number;
type WallOf = (wall: number) => number;

const gmt: ToWall = (_tx, ms) => ms;
const local: ToWall = (tx, ms) => toWall(tx, ms);

const dayOf = (wall: number): ApexDate => new ApexDate(splitMs(wall).days);

const PARTS: Readonly<Record<string, WallOf>> = {
  year: (wall) => dateParts(dayOf(wall)).year,
  month: (wall) => dateParts(dayOf(wall)).month,
  day: (wall) => dateParts(dayOf(wall)).day,
  dayOfYear: (wall) => dayOf(wall).days - makeDate(dateParts(dayOf(wall)).year, 1, 1).days + 1,
  hour: (wall) => Math.floor(splitMs(wall).rest / 3_600_000),
  minute: (wall) => Math.floor(splitMs(wall).rest / 60_000) % 60,
  second: (wall) => Math.floor(splitMs(wall).rest / 1000) % 60,
  millisecond: (wall) => splitMs(wall).rest % 1000,
};

/** `hour()` and `hourGmt()`, ... */
const PART_MEMBERS: LibraryType['members'] = Object.fromEntries(
  Object.entries(PARTS).flatMap(([name, part]) => [
    [`${name}():Integer`, (tx: Transaction, self: ApexDatetime) => part(local(tx, self.ms))],
    [`${name}Gmt():Integer`, (tx: Transaction, self: ApexDatetime) => part(gmt(tx, self.ms))],
  ]),
);

const later =
  (unit: number) =>
  (tx: Transaction, self: ApexDatetime, amount: number | null): ApexDatetime =>
    new ApexDatetime(self.ms + unit * given(tx, amount));

/** Which zone's calendar months are counted in is not published: refused where the two answers differ. */
function monthsLater(tx: Transaction, self: ApexDatetime, months: number): ApexDatetime {
  const inGmt = splitMs(self.ms);
  const inZone = splitMs(toWall(tx, self.ms));
  const byGmt = addMonths(new ApexDate(inGmt.days), months).days * DAY_MS + inGmt.rest;
  const byZone = fromWall(tx, addMonths(new ApexDate(inZone.days), months).days * DAY_MS + inZone.rest);
  return byGmt === byZone
    ? new ApexDatetime(byGmt)
    : refuse(tx, 'addMonths or addYears of a Datetime across a change of the clocks');
}

function format(tx: Transaction, self: ApexDatetime, pattern: string | null, zone: string): string {
  const known = given(tx, pattern);
  return formatTime(tx, known, { wall: toWall(tx, self.ms, zone), offset: zoneOffset(tx, zone, self.ms) });
}

/** A zone that does not exist is GMT. */
function zoneOf(tx: Transaction, zone: string | null): string {
  const known = given(tx, zone, 2);
  if (!/^[A-Z][A-Za-z]+\/[A-Za-z_/]+$|^GMT$|^UTC$/.test(known)) return refuse(tx, `the time zone ${known}`);
  try {
    zoneOffset(tx, known, 0);
    return known;
  } catch (problem) {
    if (problem instanceof RangeError) return 'GMT';
    throw problem;
  }
}

function longFormat(tx: Transaction, self: ApexDatetime): string {
  const { locale } = tx.org.user(tx.userId);
  if (locale !== 'en_US') return refuse(tx, `format() of a Datetime in the locale ${locale}`);
  const day = localDateText(tx, dayOf(toWall(tx, self.ms)));
  return `${day}, ${format(tx, self, 'h:mm a', userZone(tx))}`;
}

export const DATETIME: LibraryType = {
  name: 'Datetime',
  members: {
    ...DATETIME_MAKE,
    ...PART_MEMBERS,
    'addDays(Integer):Datetime': later(DAY_MS),
    'addHours(Integer):Datetime': later(3_600_000),
    'addMinutes(Integer):Datetime': later(60_000),
    'addSeconds(Integer):Datetime': later(1000),
    'addMonths(Integer):Datetime': (tx, self: ApexDatetime, months: number | null) =>
      monthsLater(tx, self, given(tx, months)),
    'addYears(Integer):Datetime': (tx, self: ApexDatetime, years: number | null) =>
      monthsLater(tx, self, 12 * given(tx, years)),
    'date():Date': (tx, self: ApexDatetime) => dayOf(toWall(tx, self.ms)),
    'dateGmt():Date': (_tx, self: ApexDatetime) => dayOf(self.ms),
    'time():Time': (tx, self: ApexDatetime) => new ApexTime(splitMs(toWall(tx, self.ms)).rest),
    'timeGmt():Time': (_tx, self: ApexDatetime) => new ApexTime(splitMs(self.ms).rest),
    'getTime():Long': (_tx, self: ApexDatetime) => BigInt(self.ms),
    'isSameDay(Datetime):Boolean': (tx, self: ApexDatetime, other: ApexDatetime | null) =>
      dayOf(toWall(tx, self.ms)).days === dayOf(toWall(tx, given(tx, other).ms)).days,
    'format():String': (tx, self: ApexDatetime) => longFormat(tx, self),
    'format(String):String': (tx, self: ApexDatetime, pattern: string | null) =>
      format(tx, self, pattern, userZone(tx)),
    'format(String,String):String': (tx, self: ApexDatetime, pattern: string | null, zone: string | null) =>
      format(tx, self, pattern, zoneOf(tx, zone)),
    'formatGmt(String):String': (tx, self: ApexDatetime, pattern: string | null) =>
      format(tx, self, pattern, 'GMT'),
  },
};
