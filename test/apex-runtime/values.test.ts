import { UnsupportedApex } from '../../tools/apex-runtime/model/errors.ts';
import { T } from '../../tools/apex-runtime/model/types.ts';
import {
  ApexDate,
  ApexDatetime,
  ApexDouble,
  ApexId,
  ApexList,
  ApexMap,
  ApexSet,
  ApexTime,
  PlatformObject,
} from '../../tools/apex-runtime/model/values.ts';
import type { Value } from '../../tools/apex-runtime/model/values.ts';
import { addDays, arithmetic, bitOperation, negated } from '../../tools/apex-runtime/values/arithmetic.ts';
import { addElement, putEntry } from '../../tools/apex-runtime/values/collections.ts';
import { converter } from '../../tools/apex-runtime/values/convert.ts';
import { addMonths, isoDate, isoDatetime, makeDate } from '../../tools/apex-runtime/values/dates.ts';
import {
  decimalText,
  divide,
  doubleText,
  parseDecimal,
  toDecimal,
  withScale,
} from '../../tools/apex-runtime/values/decimal.ts';
import { hashKey, operatorEquals, sameValue } from '../../tools/apex-runtime/values/equality.ts';
import { idOf } from '../../tools/apex-runtime/values/ids.ts';
import { orderOf } from '../../tools/apex-runtime/values/order.ts';
import { fitsType, runtimeTypeOf } from '../../tools/apex-runtime/values/runtime-type.ts';
import { textOf, valueText } from '../../tools/apex-runtime/values/text.ts';
import { fromWall, localText, zoneOffset } from '../../tools/apex-runtime/values/zones.ts';
import { libraryHost, Raised } from './library-transaction.ts';

const { tx, types } = libraryHost();
const decimal = (text: string) => parseDecimal(text) ?? toDecimal(0);
const shown = (value: Value): string => textOf(tx, value);

describe('decimals', () => {
  it.each([
    ['+1.50', '1.50'],
    ['-.5', '-0.5'],
    ['1e3', '1000'],
    ['12e-4', '0.0012'],
    ['0.00000001', '1E-8'],
    ['0.000000125', '1.25E-7'],
  ])('reads %s as %s', (text, expected) => {
    expect(decimalText(decimal(text))).toBe(expected);
  });

  it.each(['', '.', 'x', '1,5', '1e', ' 1'])('reads no number from "%s"', (text) => {
    expect(parseDecimal(text)).toBeNull();
  });

  it.each([
    ['1', '3', '0.333333333333333333333333333333333'],
    ['2', '3', '0.666666666666666666666666666666667'],
    ['1.00', '4', '0.25'],
    ['6.00', '3', '2.00'],
    ['100', '0.5', '200'],
  ])('%s by %s is %s', (a, b, expected) => {
    expect(decimalText(divide(decimal(a), decimal(b)))).toBe(expected);
  });

  it('rounds half to even, and answers null where no rounding is allowed', () => {
    expect(['2.5', '3.5', '-2.5'].map((text) => withScale(decimal(text), 0)?.unscaled)).toEqual([
      2n,
      4n,
      -2n,
    ]);
    expect(withScale(decimal('2.5'), 0, 'UNNECESSARY')).toBeNull();
  });

  it.each([
    [1, '1.0'],
    [0.5, '0.5'],
    [1e7, '1.0E7'],
    [1.25e-4, '1.25E-4'],
    [-0, '-0.0'],
    [Number.NaN, 'NaN'],
  ])('writes the Double %d as Java does', (value, expected) => {
    expect(doubleText(value)).toBe(expected);
  });
});

describe('arithmetic', () => {
  const run = (operator: '+' | '-' | '*' | '/', type: typeof T.Integer, a: Value, b: Value): string =>
    shown(arithmetic(operator, type)(tx, a, b));

  it('wraps Integers and Longs around', () => {
    expect(run('+', T.Integer, 2147483647, 1)).toBe('-2147483648');
    expect(run('*', T.Integer, 65536, 65536)).toBe('0');
    expect(run('-', T.Long, -9223372036854775808n, 1)).toBe('9223372036854775807');
  });

  it('cuts quotients of whole numbers', () => {
    expect([run('/', T.Integer, -7, 2), run('/', T.Long, -7n, 2n)]).toEqual(['-3', '-3']);
  });

  it('refuses to divide by zero in every type', () => {
    for (const type of [T.Integer, T.Long, T.Double, T.Decimal])
      expect(() => run('/', type, type === T.Long ? 1n : 1, type === T.Long ? 0n : 0)).toThrow(
        new Raised('MathException', 'Divide by 0'),
      );
  });

  it('refuses null', () => {
    expect(() => run('+', T.Integer, null, 1)).toThrow('Attempt to de-reference a null object');
    expect(() => negated(tx, null)).toThrow('Attempt to de-reference a null object');
  });

  it('shifts and combines bits', () => {
    expect(bitOperation('>>>', T.Integer)(tx, -1, 28)).toBe(15);
    expect(bitOperation('<<', T.Integer)(tx, 1, 33)).toBe(2);
    expect(bitOperation('^', T.Long)(tx, 6n, 3n)).toBe(5n);
  });

  it('adds days and parts of days', () => {
    expect(shown(addDays(tx, makeDate(2026, 2, 27), 2, 1))).toBe('2026-03-01 00:00:00');
    expect(shown(addDays(tx, new ApexDatetime(0), decimal('1.5'), -1))).toBe('1969-12-30 12:00:00');
    expect(() => addDays(tx, makeDate(2026, 2, 27), decimal('1.5'), 1)).toThrow(UnsupportedApex);
  });
});

describe('equality', () => {
  const id18 = new ApexId('001D000000Ju1zHIAR');

  it('compares texts by case in equals, without case in ==', () => {
    expect([sameValue('a', 'A'), operatorEquals('a', 'A')]).toEqual([false, true]);
  });

  it('knows the short form of an id', () => {
    expect([
      sameValue(id18, '001D000000Ju1zH'),
      sameValue(id18, '001d000000ju1zh'),
      sameValue('x', id18),
    ]).toEqual([true, false, false]);
  });

  it('compares numbers of all types by value', () => {
    expect([
      sameValue(1, 1n),
      sameValue(1, decimal('1.00')),
      sameValue(new ApexDouble(1.5), decimal('1.5')),
    ]).toEqual([true, true, true]);
  });

  it('compares collections by their elements', () => {
    const list = (...items: Value[]) => new ApexList(types.list(T.String), items);
    expect([
      sameValue(list('a'), list('a')),
      sameValue(list('a'), list('A')),
      sameValue(list('a'), list('a', 'b')),
    ]).toEqual([true, false, false]);
    const [one, two] = [
      new ApexMap(types.map(T.String, T.Integer)),
      new ApexMap(types.map(T.String, T.Integer)),
    ];
    putEntry(tx, one, 'a', 1);
    putEntry(tx, two, 'a', 2);
    expect(sameValue(one, two)).toBe(false);
    putEntry(tx, two, 'a', 1);
    expect(sameValue(one, two)).toBe(true);
  });

  it('gives different values different keys, and equal ones the same', () => {
    const keys = ['1', 1, 1n, true, null, id18, new ApexDate(1), new ApexDatetime(1), new ApexTime(1)].map(
      hashKey,
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(hashKey(decimal('1.0'))).toBe(hashKey(decimal('1.00')));
    const type = types.define({ name: 'Token', kind: 'platform', args: [] });
    expect(hashKey(new PlatformObject(type, {}, 'a'))).toBe(hashKey(new PlatformObject(type, {}, 'a')));
    expect(hashKey(new ApexList(types.list(T.String), ['a,b']))).not.toBe(
      hashKey(new ApexList(types.list(T.String), ['a', 'b'])),
    );
    expect(hashKey('\u0000id001')).not.toBe(hashKey(new ApexId('001')));
  });
});

describe('ids', () => {
  it.each([
    ['001D000000Ju1zH', '001D000000Ju1zHIAR'],
    ['001D000000Ju1zHIAR', '001D000000Ju1zHIAR'],
    ['001D000000Ju1zHIAA', null],
    ['nonsense', null],
    ['', null],
  ])('%s is the id %s', (text, expected) => {
    expect(idOf(text)).toBe(expected);
  });
});

describe('order', () => {
  it('puts null before texts, and nowhere among numbers', () => {
    expect([
      orderOf(tx, null, 'a'),
      orderOf(tx, 'a', null),
      orderOf(tx, null, 1),
      orderOf(tx, null, null),
    ]).toEqual([-1, 1, null, null]);
  });

  it('compares texts of letters and digits without case, and refuses others', () => {
    expect([orderOf(tx, 'a', 'B'), orderOf(tx, 'A', 'a'), orderOf(tx, '9', 'a')]).toEqual([-1, 0, -1]);
    expect(() => orderOf(tx, 'a b', 'ab')).toThrow(UnsupportedApex);
    expect(() => orderOf(libraryHost({ locale: 'da_DK' }).tx, 'aa', 'b')).toThrow(UnsupportedApex);
  });

  it('refuses ids of two objects', () => {
    expect(() => orderOf(tx, new ApexId('001D000000Ju1zHIAR'), '003000000000001AAA')).toThrow(
      UnsupportedApex,
    );
  });
});

describe('text', () => {
  it('writes a Datetime in GMT, or in the zone of the user', () => {
    const at = new ApexDatetime(Date.UTC(2026, 0, 31, 9));
    expect([shown(at), valueText(tx, at)]).toEqual(['2026-01-31 09:00:00', '2026-01-31 10:00:00']);
  });

  it('refuses what is not known: the order of a Set, a value without text', () => {
    const set = new ApexSet(types.set(T.String));
    addElement(tx, set, 'a');
    expect(shown(set)).toBe('{a}');
    addElement(tx, set, 'b');
    expect(() => shown(set)).toThrow(UnsupportedApex);
    const token = types.define({ name: 'Token', kind: 'platform', args: [] });
    expect(() => shown(new PlatformObject(token, {}))).toThrow(UnsupportedApex);
    expect(shown(new PlatformObject(token, {}, null, 'Account'))).toBe('Account');
  });
});

describe('conversions', () => {
  it.each([
    [T.Integer, T.Long, 1, '1'],
    [T.Integer, T.Double, 1, '1.0'],
    [T.Double, T.Decimal, new ApexDouble(1.5), '1.5'],
    [T.Object, T.Decimal, 1, '1'],
    [T.Date, T.Datetime, new ApexDate(0), '1970-01-01 00:00:00'],
    [T.Id, T.String, new ApexId('001D000000Ju1zHIAR'), '001D000000Ju1zHIAR'],
  ])('of %o to %o', (from, to, value, expected) => {
    const converted = converter(from, to)?.(tx, value) ?? null;
    expect([shown(converted), runtimeTypeOf(types, converted)]).toEqual([expected, to]);
  });

  it('refuses text that is no id', () => {
    expect(() => converter(T.String, T.Id)?.(tx, 'nonsense')).toThrow(
      new Raised('StringException', 'Invalid id: nonsense'),
    );
  });

  it('has nothing to do for a type and itself', () => {
    expect([converter(T.String, T.String), converter(T.String, T.Object)]).toEqual([null, null]);
  });

  it('knows which values a cast takes, and refuses what is not known', () => {
    expect([
      fitsType(types, 42, T.Decimal),
      fitsType(types, 42n, T.Integer),
      fitsType(types, 'a', T.Integer),
    ]).toEqual([true, false, false]);
    expect(() => fitsType(types, new ApexDouble(1), T.Decimal)).toThrow(UnsupportedApex);
    expect(() => fitsType(types, new ApexId('001D000000Ju1zHIAR'), T.String)).toThrow(UnsupportedApex);
    expect(fitsType(types, new ApexList(types.list(T.String)), types.set(T.String))).toBe(false);
  });
});

describe('dates and zones', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-31', -2, '2025-11-30'],
  ])('%s plus %d months is %s', (from, months, expected) => {
    const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
    expect(isoDate(addMonths(makeDate(year, month, day), months))).toBe(expected);
  });

  it('writes times before 1970', () => {
    expect(isoDatetime(new ApexDatetime(-1))).toBe('1969-12-31T23:59:59.999Z');
  });

  it('knows summer time', () => {
    expect([
      zoneOffset(tx, 'Europe/Berlin', Date.UTC(2026, 0, 1)),
      zoneOffset(tx, 'Europe/Berlin', Date.UTC(2026, 6, 1)),
    ]).toEqual([3_600_000, 7_200_000]);
    expect(localText(tx, new ApexDatetime(Date.UTC(2026, 6, 1, 22, 30)))).toBe('2026-07-02 00:30:00');
  });

  it.each([
    [Date.UTC(2026, 2, 29, 1, 59), Date.UTC(2026, 2, 29, 0, 59)],
    [Date.UTC(2026, 2, 29, 3, 0), Date.UTC(2026, 2, 29, 1, 0)],
    [Date.UTC(2026, 9, 25, 4, 0), Date.UTC(2026, 9, 25, 3, 0)],
  ])('finds the instant of the wall time %d', (wall, expected) => {
    expect(fromWall(tx, wall)).toBe(expected);
  });
});
