import type { Transaction } from '../../model/transaction.ts';
import { ApexDatetime } from '../../model/values.ts';
import type { ApexDate, ApexTime, Value } from '../../model/values.ts';
import { DAY_MS, makeDate } from '../../values/dates.ts';
import { fromWall } from '../../values/zones.ts';
import type { LibraryType } from '../registry-contract.ts';
import { given, refuse } from '../support.ts';

type FromWall = (tx: Transaction, wall: number) => number;

const gmt: FromWall = (_tx, wall) => wall;
const local: FromWall = (tx, wall) => fromWall(tx, wall);

function wallOf(tx: Transaction, parts: readonly (number | null)[]): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.map((part, index) =>
    given(tx, part, index + 1),
  );
  return makeDate(year, month, day).days * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000;
}

const fromParts =
  (zone: FromWall) =>
  (tx: Transaction, _type: unknown, ...parts: readonly (number | null)[]): ApexDatetime =>
    new ApexDatetime(zone(tx, wallOf(tx, parts)));

const fromDateAndTime =
  (zone: FromWall) =>
  (tx: Transaction, _type: unknown, date: ApexDate | null, time: ApexTime | null): ApexDatetime =>
    new ApexDatetime(zone(tx, given(tx, date).days * DAY_MS + given(tx, time, 2).ms));

/** `2026-01-31 10:05:00` */
function textOfZone(tx: Transaction, text: string, zone: FromWall): ApexDatetime {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})(?: (\d{1,2}):(\d{1,2}):(\d{1,2}))?$/.exec(text);
  if (match === null) return tx.raise('TypeException', `Invalid date/time: ${text}`);
  if (match[4] === undefined) return refuse(tx, 'Datetime.valueOf of a text without a time');
  return new ApexDatetime(zone(tx, wallOf(tx, match.slice(1).map(Number))));
}

/** How a Datetime is made. */
export const DATETIME_MAKE: LibraryType['members'] = {
  'static now():Datetime': (tx) => new ApexDatetime(tx.org.now()),
  'static newInstance(Long):Datetime': (tx, _type, ms: bigint | null) =>
    new ApexDatetime(Number(given(tx, ms))),
  'static newInstance(Date,Time):Datetime': fromDateAndTime(local),
  'static newInstance(Integer,Integer,Integer):Datetime': fromParts(local),
  'static newInstance(Integer,Integer,Integer,Integer,Integer,Integer):Datetime': fromParts(local),
  'static newInstanceGmt(Date,Time):Datetime': fromDateAndTime(gmt),
  'static newInstanceGmt(Integer,Integer,Integer):Datetime': fromParts(gmt),
  'static newInstanceGmt(Integer,Integer,Integer,Integer,Integer,Integer):Datetime': fromParts(gmt),
  'static valueOf(String):Datetime': (tx, _type, text: string | null) =>
    textOfZone(tx, given(tx, text), local),
  'static valueOf(Object):Datetime': (tx, _type, value: Value) => {
    const known = given(tx, value);
    if (known instanceof ApexDatetime) return known;
    return typeof known === 'string'
      ? textOfZone(tx, known, local)
      : refuse(tx, 'Datetime.valueOf of this value');
  },
  'static valueOfGmt(String):Datetime': (tx, _type, text: string | null) =>
    textOfZone(tx, given(tx, text), gmt),
};
