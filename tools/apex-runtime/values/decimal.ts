import { ApexDecimal, ApexDouble } from '../model/values.ts';
import type { Value } from '../model/values.ts';

export type RoundingMode =
  'CEILING' | 'DOWN' | 'FLOOR' | 'HALF_DOWN' | 'HALF_EVEN' | 'HALF_UP' | 'UNNECESSARY' | 'UP';

/** Decimal places of a quotient that does not end. */
const QUOTIENT_SCALE = 33;

const power = (exponent: number): bigint => 10n ** BigInt(exponent);

export const decimalOf = (value: number | bigint): ApexDecimal => new ApexDecimal(BigInt(value), 0);

/** `+1.50`, `.5`, `1e3`; null for text that is no number. */
export function parseDecimal(text: string): ApexDecimal | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/.exec(text);
  const whole = match?.[2] ?? '';
  const fraction = match?.[3] ?? '';
  if (match === null || whole + fraction === '') return null;
  const unscaled = BigInt(whole + fraction) * (match[1] === '-' ? -1n : 1n);
  const scale = fraction.length - Number(match[4] ?? 0);
  return scale < 0 ? new ApexDecimal(unscaled * power(-scale), 0) : new ApexDecimal(unscaled, scale);
}

function align(a: ApexDecimal, b: ApexDecimal): [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale);
  return [a.unscaled * power(scale - a.scale), b.unscaled * power(scale - b.scale), scale];
}

export function add(a: ApexDecimal, b: ApexDecimal): ApexDecimal {
  const [left, right, scale] = align(a, b);
  return new ApexDecimal(left + right, scale);
}

export function subtract(a: ApexDecimal, b: ApexDecimal): ApexDecimal {
  const [left, right, scale] = align(a, b);
  return new ApexDecimal(left - right, scale);
}

export const multiply = (a: ApexDecimal, b: ApexDecimal): ApexDecimal =>
  new ApexDecimal(a.unscaled * b.unscaled, a.scale + b.scale);

export const negate = (a: ApexDecimal): ApexDecimal => new ApexDecimal(-a.unscaled, a.scale);

export function compare(a: ApexDecimal, b: ApexDecimal): number {
  const [left, right] = align(a, b);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The quotient of two integers as an integer; null: `UNNECESSARY` was asked for and there is a rest. */
function roundedQuotient(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint | null {
  const quotient = dividend / divisor;
  const rest = dividend % divisor;
  if (rest === 0n) return quotient;
  const sign = dividend < 0n === divisor < 0n ? 1n : -1n;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const size = divisor < 0n ? -divisor : divisor;
  const half = twice > size ? 1 : twice < size ? -1 : 0;
  const away = quotient + sign;
  switch (mode) {
    case 'UNNECESSARY':
      return null;
    case 'DOWN':
      return quotient;
    case 'UP':
      return away;
    case 'CEILING':
      return sign > 0n ? away : quotient;
    case 'FLOOR':
      return sign > 0n ? quotient : away;
    case 'HALF_UP':
      return half >= 0 ? away : quotient;
    case 'HALF_DOWN':
      return half > 0 ? away : quotient;
    case 'HALF_EVEN':
      return half > 0 || (half === 0 && quotient % 2n !== 0n) ? away : quotient;
  }
}

/** Null as in `roundedQuotient`. A negative scale rounds to tens, hundreds, ...; the scale of the answer is 0 then. */
export function withScale(
  value: ApexDecimal,
  scale: number,
  mode: RoundingMode = 'HALF_EVEN',
): ApexDecimal | null {
  if (scale >= value.scale) return new ApexDecimal(value.unscaled * power(scale - value.scale), scale);
  const unscaled = roundedQuotient(value.unscaled, power(value.scale - scale), mode);
  if (unscaled === null) return null;
  return scale < 0 ? new ApexDecimal(unscaled * power(-scale), 0) : new ApexDecimal(unscaled, scale);
}

/** The divisor is not zero. Null as in `roundedQuotient`. */
export function divideToScale(
  a: ApexDecimal,
  b: ApexDecimal,
  scale: number,
  mode: RoundingMode = 'HALF_EVEN',
): ApexDecimal | null {
  const shift = scale + b.scale - a.scale;
  const dividend = shift >= 0 ? a.unscaled * power(shift) : a.unscaled;
  const divisor = shift >= 0 ? b.unscaled : b.unscaled * power(-shift);
  const unscaled = roundedQuotient(dividend, divisor, mode);
  return unscaled === null ? null : new ApexDecimal(unscaled, scale);
}

/** The divisor is not zero. A quotient that ends keeps the scale of the operands where it can. */
export function divide(a: ApexDecimal, b: ApexDecimal): ApexDecimal {
  const least = Math.max(0, a.scale - b.scale);
  const scale = Math.max(QUOTIENT_SCALE, least);
  const quotient = divideToScale(a, b, scale) ?? new ApexDecimal(0n, 0);
  return compare(multiply(quotient, b), a) === 0 ? stripZeros(quotient, least) : quotient;
}

/** Without zeros at the end, down to a scale. */
export function stripZeros(value: ApexDecimal, least = 0): ApexDecimal {
  let { unscaled, scale } = value;
  while (scale > least && unscaled % 10n === 0n) {
    unscaled /= 10n;
    scale--;
  }
  return new ApexDecimal(unscaled, scale);
}

export function digitCount(value: bigint): number {
  return (value < 0n ? -value : value).toString().length;
}

/** Never with an exponent. */
export function plainText(value: ApexDecimal): string {
  const sign = value.unscaled < 0n ? '-' : '';
  const digits = (value.unscaled < 0n ? -value.unscaled : value.unscaled)
    .toString()
    .padStart(value.scale + 1, '0');
  if (value.scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -value.scale)}.${digits.slice(-value.scale)}`;
}

/** With an exponent where the value is below 0.000001, as Java's BigDecimal writes it. */
export function decimalText(value: ApexDecimal): string {
  const exponent = digitCount(value.unscaled) - 1 - value.scale;
  if (exponent >= -6) return plainText(value);
  const digits = (value.unscaled < 0n ? -value.unscaled : value.unscaled).toString();
  const mantissa = digits.length === 1 ? digits : `${digits.charAt(0)}.${digits.slice(1)}`;
  return `${value.unscaled < 0n ? '-' : ''}${mantissa}E${exponent}`;
}

/** As Java's Double writes it: `1.0`, `1.0E7`, `1.0E-4`. */
export function doubleText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  const size = Math.abs(value);
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  if (size >= 1e-3 && size < 1e7) return Number.isInteger(value) ? `${value}.0` : String(value);
  const [mantissa = '', exponent = ''] = value.toExponential().split('e');
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${exponent.replace('+', '')}`;
}

export const isNumber = (value: Value): value is number | bigint | ApexDecimal | ApexDouble =>
  typeof value === 'number' ||
  typeof value === 'bigint' ||
  value instanceof ApexDecimal ||
  value instanceof ApexDouble;

export function toDecimal(value: number | bigint | ApexDecimal | ApexDouble): ApexDecimal {
  if (value instanceof ApexDecimal) return value;
  if (value instanceof ApexDouble) return parseDecimal(doubleText(value.value)) ?? new ApexDecimal(0n, 0);
  return decimalOf(value);
}

export function toNumber(value: number | bigint | ApexDecimal | ApexDouble): number {
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof ApexDecimal) return Number(plainText(value));
  return Number(value);
}

export const toDouble = (value: number | bigint | ApexDecimal | ApexDouble): ApexDouble =>
  value instanceof ApexDouble ? value : new ApexDouble(toNumber(value));
