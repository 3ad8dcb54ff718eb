import type { AssignOperator, BinaryOperator } from '../../language/ast.ts';
import { isNumeric, widerNumber } from '../../language/assignability.ts';
import type { Evaluate } from '../../model/class-model.ts';
import { T } from '../../model/types.ts';
import type { Type } from '../../model/types.ts';
import { addDays, arithmetic, bitOperation } from '../../values/arithmetic.ts';
import type { Arithmetic, BitOperator, Operate } from '../../values/arithmetic.ts';
import { convertTo } from '../../values/convert.ts';
import { orderOf } from '../../values/order.ts';
import { textOf } from '../../values/text.ts';
import { nullReference } from './null-reference.ts';
import { valueOf } from './operand.ts';
import type { ValueOperand } from './operand.ts';
import type { Scope } from '../scope.ts';

type Combining = Exclude<
  BinaryOperator,
  '&&' | '||' | '??' | '==' | '!=' | '===' | '!==' | '<' | '>' | '<=' | '>='
>;
type Comparing = '<' | '>' | '<=' | '>=';

/** The operator in a compound assignment: `+` of `+=`. */
export function combiningOf(operator: Exclude<AssignOperator, '='>): Combining {
  return operator.slice(0, -1) as Combining;
}

const ARITHMETIC: readonly string[] = ['+', '-', '*', '/'] satisfies readonly Arithmetic[];
const SHIFTS: readonly string[] = ['<<', '>>', '>>>'];
const DATES: readonly Type[] = [T.Date, T.Datetime];
const ORDERED: readonly Type[] = [T.Date, T.Datetime, T.Time];
const TEXTS: readonly Type[] = [T.String, T.Id];
const WHOLE: readonly Type[] = [T.Integer, T.Long];

/** `+`, `-`, `*`, `/` and those of bits. */
export function combine(
  operator: Combining,
  left: ValueOperand,
  right: ValueOperand,
  scope: Scope,
  line: number,
): ValueOperand {
  const [a, b] = [left.type, right.type];
  if (a === T.Void || b === T.Void) scope.fail(line, `A value is needed: ${a.name} ${operator} ${b.name}`);
  if (operator === '+' && (a === T.String || b === T.String)) return concatenation(left, right);
  if (ARITHMETIC.includes(operator)) {
    if (isNumeric(a) && isNumeric(b)) return numeric(operator as Arithmetic, left, right);
    if (DATES.includes(a) && isNumeric(b) && (operator === '+' || operator === '-')) {
      const sign = operator === '+' ? 1 : -1;
      return applied(a, left, right, (tx, date, days) => addDays(tx, date, days, sign));
    }
  } else if (WHOLE.includes(a) && WHOLE.includes(b)) {
    const type = SHIFTS.includes(operator) ? a : widerNumber(a, b);
    return applied(type, left, right, bitOperation(operator as BitOperator, type));
  } else if (a === T.Boolean && b === T.Boolean && !SHIFTS.includes(operator)) {
    return logical(operator as '&' | '|' | '^', left, right);
  }
  return scope.refuse(line, `${a.name} ${operator} ${b.name}`);
}

function applied(type: Type, left: ValueOperand, right: ValueOperand, operate: Operate): ValueOperand {
  const [l, r] = [left.evaluate, right.evaluate];
  return valueOf(type, (frame) => {
    const a = l(frame);
    return operate(frame.tx, a, r(frame));
  });
}

function concatenation(left: ValueOperand, right: ValueOperand): ValueOperand {
  return applied(T.String, left, right, (tx, a, b) => textOf(tx, a) + textOf(tx, b));
}

function numeric(operator: Arithmetic, left: ValueOperand, right: ValueOperand): ValueOperand {
  const type = widerNumber(left.type, right.type);
  const operate = arithmetic(operator, type);
  if (type !== T.Integer || (operator !== '+' && operator !== '-'))
    return applied(type, left, right, operate);
  const sign = operator === '+' ? 1 : -1;
  return applied(type, left, right, (tx, a, b) =>
    typeof a === 'number' && typeof b === 'number' ? (a + sign * b) | 0 : operate(tx, a, b),
  );
}

function logical(operator: '&' | '|' | '^', left: ValueOperand, right: ValueOperand): ValueOperand {
  return applied(T.Boolean, left, right, (tx, a, b) => {
    if (typeof a !== 'boolean' || typeof b !== 'boolean') return nullReference(tx);
    if (operator === '&') return a && b;
    return operator === '|' ? a || b : a !== b;
  });
}

const HOLDS: Readonly<Record<Comparing, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

/** `<`, `>`, `<=`, `>=`: false where one side is null. */
export function compareOrder(
  operator: Comparing,
  left: ValueOperand,
  right: ValueOperand,
  scope: Scope,
  line: number,
): ValueOperand {
  const [a, b] = [left.type, right.type];
  const isOrdered =
    (isNumeric(a) && isNumeric(b)) ||
    (a === b && ORDERED.includes(a)) ||
    (DATES.includes(a) && DATES.includes(b)) ||
    (TEXTS.includes(a) && TEXTS.includes(b));
  if (!isOrdered) scope.refuse(line, `${a.name} ${operator} ${b.name}`);
  const holds = HOLDS[operator];
  const [l, r] = [withTime(left, b), withTime(right, a)];
  return valueOf(T.Boolean, (frame) => {
    const x = l(frame);
    const y = r(frame);
    if (typeof x === 'number' && typeof y === 'number') return holds(x - y);
    const order = orderOf(frame.tx, x, y);
    return order !== null && holds(order);
  });
}

/** A Date beside a Datetime is its midnight. */
function withTime(operand: ValueOperand, other: Type): Evaluate {
  const { evaluate } = operand;
  if (operand.type !== T.Date || other !== T.Datetime) return evaluate;
  return (frame) => convertTo(frame.tx, evaluate(frame), T.Datetime);
}
