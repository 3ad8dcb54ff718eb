import { AssertionFailed, UnsupportedApex } from '../../tools/apex-runtime/model/errors.ts';
import { T } from '../../tools/apex-runtime/model/types.ts';
import type { Type } from '../../tools/apex-runtime/model/types.ts';
import {
  ApexDate,
  ApexDatetime,
  ApexId,
  ApexList,
  ApexMap,
  ApexSet,
} from '../../tools/apex-runtime/model/values.ts';
import type { Value } from '../../tools/apex-runtime/model/values.ts';
import { parseDecimal } from '../../tools/apex-runtime/values/decimal.ts';
import { textOf } from '../../tools/apex-runtime/values/text.ts';
import { callMethod, callStatic, construct, libraryHost, Raised } from './library-transaction.ts';

const host = libraryHost();
const { tx, types } = host;
const string = (self: string, name: string, ...args: Value[]): Value =>
  callMethod(host, T.String, self, name, args);

describe('null as an argument', () => {
  it.each([
    ['contains', 'Argument 1 cannot be null'],
    ['startsWith', 'Argument 1 cannot be null'],
    ['left', 'Argument 1 cannot be null'],
    ['charAt', 'Argument 1 cannot be null'],
  ])('is a NullPointerException of String.%s', (name, message) => {
    expect(() => string('a', name, null)).toThrow(new Raised('NullPointerException', message));
  });

  it.each(['removeStart', 'removeEnd', 'substringAfter', 'countMatches', 'containsIgnoreCase'])(
    'is refused for String.%s: what the platform does is not known',
    (name) => {
      expect(() => string('a', name, null)).toThrow(UnsupportedApex);
    },
  );

  it('is refused with the place in the sources', () => {
    expect(() => string('a', 'removeStart', null)).toThrow(
      'Case.cls:1 the Apex runtime does not know null as an argument of String.removeStart',
    );
  });

  it('names the place of the argument', () => {
    expect(() => callStatic(host, 'Pattern', 'matches', ['a', null])).toThrow('Argument 2 cannot be null');
  });
});

describe('assertions', () => {
  const check = (name: string, ...args: Value[]): Value => callStatic(host, 'Assert', name, args);

  it('hold or cannot be caught', () => {
    expect(check('areEqual', 'a', 'a')).toBeNull();
    expect(() => check('areEqual', 'a', 'A')).toThrow(
      new AssertionFailed('Assertion Failed: Expected: a, Actual: A'),
    );
    expect(() => check('areNotEqual', 1, 1n, 'why')).toThrow('Assertion Failed: why: Same value: 1');
    expect(() => check('isTrue', null)).toThrow(AssertionFailed);
    expect(() => check('fail', 'no')).toThrow('Assertion Failed: no');
    expect(() => callStatic(host, 'System', 'assert', [false, 'why'])).toThrow('Assertion Failed: why');
  });

  it('refuse null as a message even when they hold', () => {
    expect(() => check('areEqual', 1, 1, null)).toThrow(
      new Raised('NullPointerException', 'Argument 3 cannot be null'),
    );
  });

  it('show values whose text is not known by their type', () => {
    const map = new ApexMap(types.map(T.String, T.String));
    callMethod(host, map.type, map, 'put', ['a', '1']);
    callMethod(host, map.type, map, 'put', ['b', '2']);
    expect(() => check('isNull', map)).toThrow(
      'Assertion Failed: Expected: null, Actual: Map<String,String>',
    );
  });
});

describe('collections', () => {
  const list = (type: Type, ...items: Value[]): ApexList => new ApexList(types.list(type), items);

  it('hold Ids as the type of their elements', () => {
    const ids = new ApexList(types.list(T.Id), [new ApexId('001D000000Ju1zHIAR')]);
    const set = construct(host, types.set(T.String), [ids], 'List<String>');
    expect(set).toBeInstanceOf(ApexSet);
    expect(callMethod(host, types.set(T.String), set, 'contains', ['001D000000Ju1zHIAR'])).toBe(true);
  });

  it('sort numbers by value, texts by code units, nulls first', () => {
    const numbers = list(T.Decimal, parseDecimal('10'), null, parseDecimal('9.5'));
    callMethod(host, numbers.type, numbers, 'sort', []);
    expect(textOf(tx, numbers)).toBe('(null, 9.5, 10)');
    const dates = list(T.Date, new ApexDate(2), new ApexDate(1));
    callMethod(host, dates.type, dates, 'sort', []);
    expect(dates.items).toEqual([new ApexDate(1), new ApexDate(2)]);
    const objects = list(T.Object, 1);
    expect(() => callMethod(host, objects.type, objects, 'sort', [])).toThrow(UnsupportedApex);
  });

  it('keep a keySet in step with its map', () => {
    const map = new ApexMap(types.map(T.String, T.Integer));
    callMethod(host, map.type, map, 'put', ['a', 1]);
    const keys = callMethod(host, map.type, map, 'keySet', []);
    callMethod(host, map.type, map, 'put', ['b', 2]);
    const setType = types.set(T.String);
    expect(callMethod(host, setType, keys, 'size')).toBe(2);
    expect(callMethod(host, setType, keys, 'remove', ['a'])).toBe(true);
    expect(callMethod(host, map.type, map, 'containsKey', ['a'])).toBe(false);
    expect(keys instanceof ApexSet ? [...keys.items] : null).toEqual([['b', 'b']]);
    expect(() => callMethod(host, setType, keys, 'add', ['c'])).toThrow(UnsupportedApex);
    const copy = callMethod(host, setType, keys, 'clone');
    callMethod(host, setType, copy, 'add', ['d']);
    expect(callMethod(host, map.type, map, 'size')).toBe(1);
  });

  it('refuse an index that is not there', () => {
    const items = list(T.Integer, 1);
    for (const index of [-1, 1])
      expect(() => callMethod(host, items.type, items, 'get', [index])).toThrow(
        `List index out of bounds: ${index}`,
      );
    callMethod(host, items.type, items, 'add', [1, 2], 'Integer,Integer');
    expect(items.items).toEqual([1, 2]);
  });
});

describe('time', () => {
  const at = new ApexDatetime(Date.UTC(2026, 6, 1, 22, 5, 9, 7));
  const format = (pattern: string, zone = 'Europe/Berlin', user = host): Value =>
    callMethod(user, T.Datetime, at, 'format', [pattern, zone]);

  it.each([
    ['yy-M-d H:m:s.S', '26-7-2 0:5:9.7'],
    ['yyyy-MM-dd HH:mm:ss.SSS', '2026-07-02 00:05:09.007'],
    ['EEEE, d MMMM yyyy', 'Thursday, 2 July 2026'],
    ['EEE h:mm a', 'Thu 12:05 AM'],
    ['k K D', '24 0 183'],
    ["Z XXX X 'at' ''", "+0200 +02:00 +02 at '"],
  ])('is formatted by %s', (pattern, expected) => {
    expect(format(pattern)).toBe(expected);
  });

  it('is formatted in GMT when the zone does not exist', () => {
    expect(format('HH X', 'Nowhere/Land')).toBe('22 Z');
  });

  it('refuses letters and names that are not known', () => {
    expect(() => format('w')).toThrow(UnsupportedApex);
    expect(() => format('MMM', 'Europe/Berlin', libraryHost({ locale: 'de_DE' }))).toThrow(UnsupportedApex);
    expect(() => format('HH', 'CET')).toThrow(UnsupportedApex);
  });

  it('is today where the user is', () => {
    expect(textOf(tx, callStatic(host, 'Date', 'today'))).toBe('2026-02-01 00:00:00');
    expect(textOf(tx, callStatic(libraryHost({ timeZone: 'America/New_York' }), 'Date', 'today'))).toBe(
      '2026-01-31 00:00:00',
    );
  });

  it.each([
    ['en_US', '2026-02-01', '1/31/2026'],
    ['de_DE', '2026-02-02', '31.01.2026'],
  ])('knows the week and the dates of %s', (locale, monday, shown) => {
    const user = libraryHost({ locale });
    const tuesday = callStatic(user, 'Date', 'newInstance', [2026, 2, 3]);
    expect(textOf(tx, callMethod(user, T.Date, tuesday, 'toStartOfWeek'))).toBe(`${monday} 00:00:00`);
    expect(callMethod(user, T.Date, callStatic(user, 'Date', 'newInstance', [2026, 1, 31]), 'format')).toBe(
      shown,
    );
  });

  it('refuses the week of a locale that is not known', () => {
    const user = libraryHost({ locale: 'xx_XX' });
    expect(() => callMethod(user, T.Date, new ApexDate(0), 'toStartOfWeek')).toThrow(UnsupportedApex);
  });

  it('refuses months across a change of the clocks', () => {
    expect(() =>
      callMethod(host, T.Datetime, new ApexDatetime(Date.UTC(2026, 1, 15)), 'addMonths', [3]),
    ).toThrow(UnsupportedApex);
    expect(callMethod(host, T.Datetime, new ApexDatetime(Date.UTC(2026, 0, 15)), 'addMonths', [1])).toEqual(
      new ApexDatetime(Date.UTC(2026, 1, 15)),
    );
  });
});

describe('numbers', () => {
  it('are formatted for known locales alone', () => {
    const value = parseDecimal('12345.6789');
    expect(callMethod(host, T.Decimal, value, 'format')).toBe('12,345.679');
    expect(callMethod(libraryHost({ locale: 'de_DE' }), T.Decimal, value, 'format')).toBe('12.345,679');
    expect(() => callMethod(libraryHost({ locale: 'hi_IN' }), T.Decimal, value, 'format')).toThrow(
      UnsupportedApex,
    );
  });

  it('refuse white space in text', () => {
    expect(() => callStatic(host, 'Integer', 'valueOf', [' 1'], 'String')).toThrow(UnsupportedApex);
    expect(() => callStatic(host, 'Decimal', 'valueOf', ['1 '], 'String')).toThrow(UnsupportedApex);
  });

  it('write a line of the debug log with its place', () => {
    callStatic(host, 'System', 'debug', [parseDecimal('1.50')], 'Object');
    expect(tx.debugLog.at(-1)).toBe('Case.cls:1 DEBUG 1.50');
  });
});
