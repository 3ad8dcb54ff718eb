import { assignmentCost } from '../../language/assignability.ts';
import { argumentCost } from '../../language/overloads.ts';
import type { Evaluate } from '../../model/class-model.ts';
import type { Transaction } from '../../model/transaction.ts';
import { T } from '../../model/types.ts';
import type { Type } from '../../model/types.ts';
import { ApexList } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import { converter } from '../../values/convert.ts';
import { nullReference } from './null-reference.ts';
import type { ValueOperand } from './operand.ts';
import type { Scope } from '../scope.ts';

/** The value as `to` holds it; refuses what cannot be assigned. */
export function convertOperand(
  operand: ValueOperand,
  to: Type,
  scope: Scope,
  line: number,
  what = 'assignment',
): Evaluate {
  const { evaluate, type } = operand;
  if (assignmentCost(type, to) === null) {
    const isRow = argumentCost({ type, isQuery: operand.isQuery === true }, to) !== null;
    if (!isRow) return scope.fail(line, `Illegal ${what} from ${type.name} to ${to.name}`);
    return (frame) => oneRow(frame.tx, evaluate(frame));
  }
  const convert = converter(type, to);
  return convert === null ? evaluate : (frame) => convert(frame.tx, evaluate(frame));
}

/** A query where one record is needed. */
export function oneRow(tx: Transaction, rows: Value): Value {
  const items = rows instanceof ApexList ? rows.items : [];
  if (items.length === 0) tx.raise('QueryException', 'List has no rows for assignment to SObject');
  if (items.length > 1) tx.raise('QueryException', 'List has more than 1 row for assignment to SObject');
  return items[0] ?? null;
}

/** A condition; null is no answer. */
export function condition(operand: ValueOperand, scope: Scope, line: number): Evaluate {
  if (operand.type !== T.Boolean)
    scope.fail(line, `Condition expression must be of type Boolean: ${operand.type.name}`);
  const { evaluate } = operand;
  return (frame) => evaluate(frame) ?? nullReference(frame.tx);
}
