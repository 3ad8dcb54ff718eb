import { assignmentCost, isNumeric } from '../language/assignability.ts';
import { T } from '../model/types.ts';
import type { Type } from '../model/types.ts';
import { convertTo, converter } from '../values/convert.ts';
import { fitsType, runtimeTypeOf } from '../values/runtime-type.ts';
import type { Environment } from './environment.ts';
import { valueOf } from './operand.ts';
import type { ValueOperand } from './operand.ts';
import { convertOperand } from './convert.ts';
import type { Scope } from './scope.ts';

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
  if (isNumeric(from) && isNumeric(to) && !isWider)
    scope.refuse(line, `the cast of ${from.name} to ${to.name}`);
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

/** `operand instanceof Type` */
export function instanceOf(
  { types }: Environment,
  operand: ValueOperand,
  to: Type,
  scope: Scope,
  line: number,
): ValueOperand {
  const { type: from, evaluate } = operand;
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
