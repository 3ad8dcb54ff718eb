import { assignmentCost, isNumeric } from '../../language/assignability.ts';
import { UnsupportedApex } from '../../model/errors.ts';
import { T } from '../../model/types.ts';
import type { Type } from '../../model/types.ts';
import { convertTo, converter } from '../../values/convert.ts';
import { isNumber, toNumber } from '../../values/decimal.ts';
import { idOf } from '../../values/ids.ts';
import { fitsType, runtimeTypeOf } from '../../values/runtime-type.ts';
import type { Environment } from '../environment.ts';
import { valueOf } from './operand.ts';
import type { ValueOperand } from './operand.ts';
import { convertOperand } from './convert.ts';
import type { Scope } from '../scope.ts';

const MAX_INTEGER = 2_147_483_647;

/** `(Type) operand` */
export function cast(
  { types }: Environment,
  operand: ValueOperand,
  to: Type,
  scope: Scope,
  line: number,
): ValueOperand {
  const { type: from, evaluate } = operand;
  if (from === to) return valueOf(to, evaluate);
  if (operand.isQuery === true && to.kind === 'sobject')
    return valueOf(to, convertOperand(operand, to, scope, line));
  const isWider = assignmentCost(from, to) !== null;
  if (isNumeric(from) && isNumeric(to) && !isWider) return narrowed(operand, to, scope, line);
  if (!isWider && !mayHold(from, to)) {
    scope.fail(
      line,
      `Incompatible types since an instance of ${from.name} is never an instance of ${to.name}`,
    );
  }
  const convert = isWider ? converter(from, to) : null;
  if (convert !== null) return valueOf(to, (frame) => convert(frame.tx, evaluate(frame)));
  return valueOf(to, (frame) => {
    const { tx } = frame;
    const value = evaluate(frame);
    tx.position.line = line;
    if (fitsType(types, value, to)) return convertTo(tx, value, to);
    return tx.raise(
      'TypeException',
      `Invalid conversion from runtime type ${runtimeTypeOf(types, value).name} to ${to.name}`,
    );
  });
}

/** A whole number of a wider one: what is behind the point is lost. Of one that does not fit it is not known. */
function narrowed({ type, evaluate }: ValueOperand, to: Type, scope: Scope, line: number): ValueOperand {
  if (to !== T.Integer && to !== T.Long) return scope.refuse(line, `the cast of ${type.name} to ${to.name}`);
  const isInteger = to === T.Integer;
  return valueOf(to, (frame) => {
    const value = evaluate(frame);
    if (!isNumber(value)) return null;
    const whole = Math.trunc(toNumber(value));
    if (!Number.isSafeInteger(whole) || (isInteger && Math.abs(whole) > MAX_INTEGER)) {
      throw new UnsupportedApex(`the cast of ${whole} to ${to.name}`, { ...frame.tx.position });
    }
    return isInteger ? whole : BigInt(whole);
  });
}

/** `operand instanceof Type` */
export function instanceOf(
  { types }: Environment,
  operand: ValueOperand,
  to: Type,
  scope: Scope,
  line: number,
): ValueOperand {
  const { type: from, evaluate } = operand;
  if (from === T.String && to === T.Id) {
    return valueOf(T.Boolean, (frame) => idOf(String(evaluate(frame) ?? '')) !== null);
  }
  if (from !== T.Object && assignmentCost(from, to) !== null) {
    scope.fail(
      line,
      `Operation instanceof is always true since an instance of ${from.name} is always an instance of ${to.name}`,
    );
  }
  if (!mayHold(from, to)) {
    scope.fail(
      line,
      `Operation instanceof is always false since an instance of ${from.name} is never an instance of ${to.name}`,
    );
  }
  return valueOf(T.Boolean, (frame) => {
    const value = evaluate(frame);
    return value !== null && fitsType(types, value, to);
  });
}

/** Can a value of the static type `from` be a `to`? */
function mayHold(from: Type, to: Type): boolean {
  if (from === T.Object || assignmentCost(to, from) !== null) return true;
  if (from.kind === 'platform' || to.kind === 'platform') return true;
  const isContract = from.classModel?.kind === 'interface' || to.classModel?.kind === 'interface';
  if (from.kind === 'class' && to.kind === 'class') return isContract;
  return from === T.SObject && to.kind === 'sobject';
}
