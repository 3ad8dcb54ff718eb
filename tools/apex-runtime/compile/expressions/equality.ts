import { assignmentCost, isNumeric } from '../../language/assignability.ts';
import { T } from '../../model/types.ts';
import type { Type } from '../../model/types.ts';
import { operatorEquals } from '../../values/equality.ts';
import { valueOf } from './operand.ts';
import type { ValueOperand } from './operand.ts';
import type { Scope } from '../scope.ts';

/** `==` and `!=` */
export function compareEqual(
  isNegated: boolean,
  left: ValueOperand,
  right: ValueOperand,
  scope: Scope,
  line: number,
): ValueOperand {
  checkComparable(left.type, right.type, scope, line);
  const [l, r] = [left.evaluate, right.evaluate];
  if (right.type === T.Null) return valueOf(T.Boolean, (frame) => (l(frame) === null) !== isNegated);
  return valueOf(T.Boolean, (frame) => {
    const a = l(frame);
    const b = r(frame);
    if (a === b) return !isNegated;
    return operatorEquals(a, b, frame.tx) !== isNegated;
  });
}

/** `===` and `!==`: is it the same object? Of values without identity it is not known. */
export function compareIdentity(
  isNegated: boolean,
  left: ValueOperand,
  right: ValueOperand,
  scope: Scope,
  line: number,
): ValueOperand {
  checkComparable(left.type, right.type, scope, line);
  for (const { type } of [left, right]) {
    const hasIdentity = ['class', 'sobject', 'collection', 'null'].includes(type.kind);
    if (!hasIdentity) scope.refuse(line, `=== of ${type.name}`);
  }
  const [l, r] = [left.evaluate, right.evaluate];
  return valueOf(T.Boolean, (frame) => {
    const a = l(frame);
    return (a === r(frame)) !== isNegated;
  });
}

function checkComparable(a: Type, b: Type, scope: Scope, line: number): void {
  const isComparable =
    a !== T.Void &&
    b !== T.Void &&
    ((isNumeric(a) && isNumeric(b)) || assignmentCost(a, b) !== null || assignmentCost(b, a) !== null);
  if (!isComparable) scope.fail(line, `Comparison arguments must be compatible types: ${a.name}, ${b.name}`);
}
