import { randomBytes } from 'node:crypto';
import type { Transaction } from '../../model/transaction.ts';
import { ApexDecimal, ApexDouble } from '../../model/values.ts';
import { toInteger, toLong } from '../../values/arithmetic.ts';
import { compare, negate, withScale } from '../../values/decimal.ts';
import type { RoundingMode } from '../../values/decimal.ts';
import type { LibraryType } from '../registry-contract.ts';
import { given, refuse } from '../support.ts';
import { rounded } from './decimal-type.ts';

const onDoubles =
  (run: (value: number) => number) =>
  (tx: Transaction, _type: unknown, value: ApexDouble | null): ApexDouble =>
    new ApexDouble(run(given(tx, value).value));

/** How many digits the platform's answer has is not published. */
const ofDecimals =
  (name: string) =>
  (tx: Transaction): never =>
    refuse(tx, `Math.${name} of a Decimal`);

/** Where a half goes to is not published for Doubles. */
function nearest(tx: Transaction, value: ApexDouble | null): bigint {
  const known = given(tx, value).value;
  if (!Number.isFinite(known) || Math.abs(known % 1) === 0.5) refuse(tx, `Math.round of the Double ${known}`);
  return BigInt(Math.round(known));
}

const onIntegers =
  (run: (a: number, b: number) => number) =>
  (tx: Transaction, _type: unknown, a: number | null, b: number | null): number =>
    run(given(tx, a), given(tx, b, 2));

const betweenDoubles =
  (run: (a: number, b: number) => number) =>
  (tx: Transaction, _type: unknown, a: ApexDouble | null, b: ApexDouble | null): ApexDouble =>
    new ApexDouble(run(given(tx, a).value, given(tx, b, 2).value));

const onLongs =
  (isFirst: (a: bigint, b: bigint) => boolean) =>
  (tx: Transaction, _type: unknown, a: bigint | null, b: bigint | null): bigint => {
    const [left, right] = [given(tx, a), given(tx, b, 2)];
    return isFirst(left, right) ? left : right;
  };

const onDecimals =
  (isFirst: (order: number) => boolean) =>
  (tx: Transaction, _type: unknown, a: ApexDecimal | null, b: ApexDecimal | null): ApexDecimal => {
    const [left, right] = [given(tx, a), given(tx, b, 2)];
    return isFirst(compare(left, right)) ? left : right;
  };

const toWhole =
  (mode: RoundingMode) =>
  (tx: Transaction, _type: unknown, value: ApexDecimal | null): ApexDecimal =>
    withScale(given(tx, value), 0, mode) ?? new ApexDecimal(0n, 0);

const REAL_FUNCTIONS: LibraryType['members'] = Object.fromEntries(
  Object.entries({
    sqrt: Math.sqrt,
    cbrt: Math.cbrt,
    exp: Math.exp,
    log: Math.log,
    log10: Math.log10,
    sin: Math.sin,
    cos: Math.cos,
    tan: Math.tan,
    asin: Math.asin,
    acos: Math.acos,
    atan: Math.atan,
  }).flatMap(([name, run]) => [
    [`static ${name}(Double):Double`, onDoubles(run)],
    [`static ${name}(Decimal):Decimal`, ofDecimals(name)],
  ]),
);

export const MATH: LibraryType = {
  name: 'Math',
  members: {
    'static property PI:Double': () => new ApexDouble(Math.PI),
    'static property E:Double': () => new ApexDouble(Math.E),
    'static abs(Integer):Integer': (tx, _type, value: number | null) => Math.abs(given(tx, value)) | 0,
    'static abs(Long):Long': (tx, _type, value: bigint | null) => {
      const known = given(tx, value);
      return toLong(known < 0n ? -known : known);
    },
    'static abs(Double):Double': onDoubles(Math.abs),
    'static abs(Decimal):Decimal': (tx, _type, value: ApexDecimal | null) => {
      const known = given(tx, value);
      return known.unscaled < 0n ? negate(known) : known;
    },
    'static min(Integer,Integer):Integer': onIntegers(Math.min),
    'static min(Long,Long):Long': onLongs((a, b) => a <= b),
    'static min(Double,Double):Double': betweenDoubles(Math.min),
    'static min(Decimal,Decimal):Decimal': onDecimals((order) => order <= 0),
    'static max(Integer,Integer):Integer': onIntegers(Math.max),
    'static max(Long,Long):Long': onLongs((a, b) => a >= b),
    'static max(Double,Double):Double': betweenDoubles(Math.max),
    'static max(Decimal,Decimal):Decimal': onDecimals((order) => order >= 0),
    'static mod(Integer,Integer):Integer': (tx, _type, a: number | null, b: number | null) => {
      const divisor = given(tx, b, 2);
      return divisor === 0 ? tx.raise('MathException', 'Divide by 0') : (given(tx, a) % divisor) | 0;
    },
    'static mod(Long,Long):Long': (tx, _type, a: bigint | null, b: bigint | null) => {
      const divisor = given(tx, b, 2);
      return divisor === 0n ? tx.raise('MathException', 'Divide by 0') : given(tx, a) % divisor;
    },
    'static ceil(Decimal):Decimal': toWhole('CEILING'),
    'static ceil(Double):Double': onDoubles(Math.ceil),
    'static floor(Decimal):Decimal': toWhole('FLOOR'),
    'static floor(Double):Double': onDoubles(Math.floor),
    'static round(Decimal):Integer': (tx, _type, value: ApexDecimal | null) =>
      toInteger(rounded(tx, given(tx, value), 'HALF_EVEN')),
    'static round(Double):Integer': (tx, _type, value: ApexDouble | null) => toInteger(nearest(tx, value)),
    'static roundToLong(Decimal):Long': (tx, _type, value: ApexDecimal | null) =>
      rounded(tx, given(tx, value), 'HALF_EVEN'),
    'static roundToLong(Double):Long': (tx, _type, value: ApexDouble | null) => toLong(nearest(tx, value)),
    'static signum(Decimal):Decimal': (tx, _type, value: ApexDecimal | null) => {
      const { unscaled } = given(tx, value);
      return new ApexDecimal(unscaled > 0n ? 1n : unscaled < 0n ? -1n : 0n, 0);
    },
    'static signum(Double):Double': onDoubles(Math.sign),
    'static random():Double': () => new ApexDouble(randomBytes(6).readUIntBE(0, 6) / 2 ** 48),
    'static pow(Double,Double):Double': (tx, _type, base: ApexDouble | null, exponent: ApexDouble | null) =>
      new ApexDouble(given(tx, base).value ** given(tx, exponent, 2).value),
    ...REAL_FUNCTIONS,
  },
};
