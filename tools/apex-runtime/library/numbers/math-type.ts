import type { Transaction } from '../../model/transaction.ts';
import { ApexDecimal, ApexDouble } from '../../model/values.ts';
import { toInteger, toLong } from '../../values/arithmetic.ts';
import { compare, negate, withScale } from '../../values/decimal.ts';
import type { RoundingMode } from '../../values/decimal.ts';
import type { LibraryType } from '../registry-contract.ts';
import { given } from '../support.ts';
import { rounded } from './decimal-type.ts';

const onDoubles =
  (run: (value: number) => number) =>
  (tx: Transaction, _type: unknown, value: ApexDouble | null): ApexDouble =>
    new ApexDouble(run(given(tx, value).value));

const onIntegers =
  (run: (a: number, b: number) => number) =>
  (tx: Transaction, _type: unknown, a: number | null, b: number | null): number =>
    run(given(tx, a), given(tx, b, 2));

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
    'static min(Decimal,Decimal):Decimal': onDecimals((order) => order <= 0),
    'static max(Integer,Integer):Integer': onIntegers(Math.max),
    'static max(Long,Long):Long': onLongs((a, b) => a >= b),
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
    'static floor(Decimal):Decimal': toWhole('FLOOR'),
    'static round(Decimal):Integer': (tx, _type, value: ApexDecimal | null) =>
      toInteger(rounded(tx, given(tx, value), 'HALF_EVEN')),
    'static roundToLong(Decimal):Long': (tx, _type, value: ApexDecimal | null) =>
      rounded(tx, given(tx, value), 'HALF_EVEN'),
    'static signum(Decimal):Decimal': (tx, _type, value: ApexDecimal | null) => {
      const { unscaled } = given(tx, value);
      return new ApexDecimal(unscaled > 0n ? 1n : unscaled < 0n ? -1n : 0n, 0);
    },
    'static sqrt(Double):Double': onDoubles(Math.sqrt),
    'static exp(Double):Double': onDoubles(Math.exp),
    'static log(Double):Double': onDoubles(Math.log),
    'static log10(Double):Double': onDoubles(Math.log10),
    'static sin(Double):Double': onDoubles(Math.sin),
    'static cos(Double):Double': onDoubles(Math.cos),
    'static pow(Double,Double):Double': (tx, _type, base: ApexDouble | null, exponent: ApexDouble | null) =>
      new ApexDouble(given(tx, base).value ** given(tx, exponent, 2).value),
  },
};
