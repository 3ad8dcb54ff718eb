import type { Transaction } from '../../model/transaction.ts';
import { ApexDecimal } from '../../model/values.ts';
import type { ApexDouble, ApexEnum } from '../../model/values.ts';
import { toInteger, toLong } from '../../values/arithmetic.ts';
import {
  decimalOf,
  digitCount,
  divideToScale,
  negate,
  parseDecimal,
  plainText,
  stripZeros,
  toDecimal,
  toDouble,
  toNumber,
  withScale,
} from '../../values/decimal.ts';
import type { RoundingMode } from '../../values/decimal.ts';
import type { LibraryType } from '../registry-contract.ts';
import { given, refuse } from '../support.ts';
import { localNumber } from './number-format.ts';
import { roundingModeOf } from './rounding-mode.ts';

const MAX_SCALE = 33;
const MAX_EXPONENT = 32_767;

const roundingNeeded = (tx: Transaction): never => tx.raise('MathException', 'Rounding necessary');

function scaleOf(tx: Transaction, scale: number | null, position: number): number {
  const known = given(tx, scale, position);
  if (known < 0) refuse(tx, 'a Decimal of a negative scale');
  return known > MAX_SCALE
    ? refuse(tx, `a Decimal of more than ${MAX_SCALE} places by setScale or divide`)
    : known;
}

const scaled = (tx: Transaction, self: ApexDecimal, scale: number, mode: RoundingMode): ApexDecimal =>
  withScale(self, scale, mode) ?? roundingNeeded(tx);

export const rounded = (tx: Transaction, self: ApexDecimal, mode: RoundingMode): bigint =>
  toLong(scaled(tx, self, 0, mode).unscaled);

const truncated = (self: ApexDecimal): bigint => self.unscaled / 10n ** BigInt(self.scale);

function divided(
  tx: Transaction,
  self: ApexDecimal,
  divisor: ApexDecimal | null,
  scale: number | null,
  mode: RoundingMode,
): ApexDecimal {
  const known = given(tx, divisor);
  if (known.unscaled === 0n) return tx.raise('MathException', 'Divide by 0');
  return divideToScale(self, known, scaleOf(tx, scale, 2), mode) ?? roundingNeeded(tx);
}

function power(tx: Transaction, self: ApexDecimal, exponent: number): ApexDecimal {
  if (exponent < 0 || exponent > MAX_EXPONENT) return tx.raise('MathException', 'Invalid operation');
  return new ApexDecimal(self.unscaled ** BigInt(exponent), self.scale * exponent);
}

function decimalOfText(tx: Transaction, text: string): ApexDecimal {
  if (/^\s|\s$/.test(text)) refuse(tx, 'white space around the text of Decimal.valueOf');
  return parseDecimal(text) ?? tx.raise('TypeException', `Invalid decimal: ${text}`);
}

export const DECIMAL: LibraryType = {
  name: 'Decimal',
  members: {
    'static valueOf(String):Decimal': (tx, _type, text: string | null) => decimalOfText(tx, given(tx, text)),
    'static valueOf(Long):Decimal': (tx, _type, value: bigint | null) => decimalOf(given(tx, value)),
    'static valueOf(Double):Decimal': (tx, _type, value: ApexDouble | null) => toDecimal(given(tx, value)),
    'abs():Decimal': (_tx, self: ApexDecimal) => (self.unscaled < 0n ? negate(self) : self),
    'divide(Decimal,Integer):Decimal': (
      tx,
      self: ApexDecimal,
      divisor: ApexDecimal | null,
      scale: number | null,
    ) => divided(tx, self, divisor, scale, 'HALF_EVEN'),
    'divide(Decimal,Integer,RoundingMode):Decimal': (
      tx,
      self: ApexDecimal,
      divisor: ApexDecimal | null,
      scale: number | null,
      mode: ApexEnum | null,
    ) => divided(tx, self, divisor, scale, roundingModeOf(tx, mode, 3)),
    'doubleValue():Double': (_tx, self: ApexDecimal) => toDouble(self),
    'format():String': (tx, self: ApexDecimal) => localNumber(tx, toNumber(self)),
    'intValue():Integer': (_tx, self: ApexDecimal) => toInteger(truncated(self)),
    'longValue():Long': (_tx, self: ApexDecimal) => toLong(truncated(self)),
    'pow(Integer):Decimal': (tx, self: ApexDecimal, exponent: number | null) =>
      power(tx, self, given(tx, exponent)),
    'precision():Integer': (_tx, self: ApexDecimal) => digitCount(self.unscaled),
    'round():Long': (tx, self: ApexDecimal) => rounded(tx, self, 'HALF_EVEN'),
    'round(RoundingMode):Long': (tx, self: ApexDecimal, mode: ApexEnum | null) =>
      rounded(tx, self, roundingModeOf(tx, mode, 1)),
    'scale():Integer': (_tx, self: ApexDecimal) => self.scale,
    'setScale(Integer):Decimal': (tx, self: ApexDecimal, scale: number | null) =>
      scaled(tx, self, scaleOf(tx, scale, 1), 'HALF_EVEN'),
    'setScale(Integer,RoundingMode):Decimal': (
      tx,
      self: ApexDecimal,
      scale: number | null,
      mode: ApexEnum | null,
    ) => scaled(tx, self, scaleOf(tx, scale, 1), roundingModeOf(tx, mode, 2)),
    'stripTrailingZeros():Decimal': (_tx, self: ApexDecimal) => stripZeros(self),
    'toPlainString():String': (_tx, self: ApexDecimal) => plainText(self),
  },
};
