import type { Transaction } from '../model/transaction.ts';
import { T } from '../model/types.ts';
import type { Type } from '../model/types.ts';
import { ApexDate, ApexDatetime, ApexDouble } from '../model/values.ts';
import type { ApexDecimal, Value } from '../model/values.ts';
import { UnsupportedApex } from '../model/errors.ts';
import { DAY_MS } from './dates.ts';
import { add, divide, isNumber, multiply, negate, subtract, toDecimal, toNumber } from './decimal.ts';

export type Arithmetic = '+' | '-' | '*' | '/';
export type BitOperator = '&' | '|' | '^' | '<<' | '>>' | '>>>';
export type Operate = (tx: Transaction, a: Value, b: Value) => Value;

const nullOperand = (tx: Transaction): never =>
  tx.raise('NullPointerException', 'Attempt to de-reference a null object');
const divideByZero = (tx: Transaction): never => tx.raise('MathException', 'Divide by 0');

export const toInteger = (value: bigint): number => Number(BigInt.asIntN(32, value));
export const toLong = (value: bigint): bigint => BigInt.asIntN(64, value);

/** 32 bits, as the platform: what is over wraps around. */
function integerOf(tx: Transaction, operator: Arithmetic, a: number, b: number): number {
  switch (operator) {
    case '+':
      return (a + b) | 0;
    case '-':
      return (a - b) | 0;
    case '*':
      return Math.imul(a, b);
    case '/':
      return b === 0 ? divideByZero(tx) : (a / b) | 0;
  }
}

function longOf(tx: Transaction, operator: Arithmetic, a: bigint, b: bigint): bigint {
  switch (operator) {
    case '+':
      return toLong(a + b);
    case '-':
      return toLong(a - b);
    case '*':
      return toLong(a * b);
    case '/':
      return b === 0n ? divideByZero(tx) : toLong(a / b);
  }
}

function doubleOf(tx: Transaction, operator: Arithmetic, a: number, b: number): ApexDouble {
  switch (operator) {
    case '+':
      return new ApexDouble(a + b);
    case '-':
      return new ApexDouble(a - b);
    case '*':
      return new ApexDouble(a * b);
    case '/':
      return b === 0 ? divideByZero(tx) : new ApexDouble(a / b);
  }
}

const wholeOf = (value: number | bigint | ApexDecimal | ApexDouble): bigint =>
  typeof value === 'bigint' ? value : BigInt(toNumber(value));

const DECIMAL = { '+': add, '-': subtract, '*': multiply, '/': divide } as const;

/** The operator on two operands of any numeric type, with a result of `type`. */
export function arithmetic(operator: Arithmetic, type: Type): Operate {
  return (tx, a, b) => {
    if (!isNumber(a) || !isNumber(b)) return nullOperand(tx);
    switch (type) {
      case T.Integer:
        return integerOf(tx, operator, toNumber(a), toNumber(b));
      case T.Long:
        return longOf(tx, operator, wholeOf(a), wholeOf(b));
      case T.Double:
        return doubleOf(tx, operator, toNumber(a), toNumber(b));
      default: {
        const [left, right] = [toDecimal(a), toDecimal(b)];
        if (operator === '/' && right.unscaled === 0n) return divideByZero(tx);
        return DECIMAL[operator](left, right);
      }
    }
  };
}

function bits(operator: BitOperator, a: bigint, b: bigint, width: 32 | 64): bigint {
  const shift = b & BigInt(width - 1);
  switch (operator) {
    case '&':
      return a & b;
    case '|':
      return a | b;
    case '^':
      return a ^ b;
    case '<<':
      return a << shift;
    case '>>':
      return a >> shift;
    case '>>>':
      return BigInt.asUintN(width, a) >> shift;
  }
}

/** Of two Integers or two Longs. */
export function bitOperation(operator: BitOperator, type: Type): Operate {
  return (tx, a, b) => {
    if (!isWhole(a) || !isWhole(b)) return nullOperand(tx);
    return type === T.Integer
      ? toInteger(bits(operator, BigInt(a), BigInt(b), 32))
      : toLong(bits(operator, BigInt(a), BigInt(b), 64));
  };
}

const isWhole = (value: Value): value is number | bigint =>
  typeof value === 'number' || typeof value === 'bigint';

/** `-value` */
export function negated(tx: Transaction, value: Value): Value {
  if (typeof value === 'number') return -value | 0;
  if (typeof value === 'bigint') return toLong(-value);
  if (value instanceof ApexDouble) return new ApexDouble(-value.value);
  return isNumber(value) ? negate(toDecimal(value)) : nullOperand(tx);
}

/** A Date plus days, a Datetime plus days and fractions of days. `sign` is -1 for minus. */
export function addDays(tx: Transaction, value: Value, days: Value, sign: 1 | -1): Value {
  if (!isNumber(days)) return nullOperand(tx);
  if (value instanceof ApexDate) {
    if (!isWhole(days)) throw new UnsupportedApex('a Date plus a fraction of a day');
    return new ApexDate(value.days + sign * Number(days));
  }
  if (value instanceof ApexDatetime)
    return new ApexDatetime(value.ms + sign * Math.round(toNumber(days) * DAY_MS));
  return nullOperand(tx);
}
