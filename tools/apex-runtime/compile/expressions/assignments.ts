import type { AssignExpression, StepExpression } from '../../language/ast.ts';
import { isNumeric } from '../../language/assignability.ts';
import type { Evaluate } from '../../model/class-model.ts';
import { arithmetic } from '../../values/arithmetic.ts';
import type { Compiler } from '../compiler.ts';
import { convertOperand } from './convert.ts';
import { combine, combiningOf } from './operators.ts';
import { valueOf } from './operand.ts';
import type { Place, ValueOperand } from './operand.ts';
import type { Scope } from '../scope.ts';

/** `target = value`, `target += value` */
export function assignment(compiler: Compiler, node: AssignExpression, scope: Scope): ValueOperand {
  const { line, operator } = node;
  const target = compiler.value(node.target, scope);
  const place = placeOf(target, scope, line);
  const value = compiler.value(node.value, scope);
  if (operator === '=') {
    return valueOf(target.type, plainAssignment(place, convertOperand(value, target.type, scope, line)));
  }
  const slot = scope.body.localCount++;
  const before = valueOf(target.type, (frame) => frame.locals[slot] ?? null);
  const combined = combine(combiningOf(operator), before, value, scope, line);
  const evaluate = convertOperand(combined, target.type, scope, line);
  return valueOf(target.type, (frame) => {
    const at = place.target(frame);
    frame.locals[slot] = place.load(frame, at);
    const result = evaluate(frame);
    place.store(frame, at, result);
    return result;
  });
}

function plainAssignment(place: Place, evaluate: Evaluate): Evaluate {
  const { slot } = place;
  if (slot !== undefined) {
    return (frame) => {
      const value = evaluate(frame);
      frame.locals[slot] = value;
      return value;
    };
  }
  return (frame) => {
    const at = place.target(frame);
    const value = evaluate(frame);
    place.store(frame, at, value);
    return value;
  };
}

/** `++` and `--` */
export function step(compiler: Compiler, node: StepExpression, scope: Scope): ValueOperand {
  const target = compiler.value(node.operand, scope);
  const place = placeOf(target, scope, node.line);
  if (!isNumeric(target.type)) scope.fail(node.line, `${node.operator} needs a number: ${target.type.name}`);
  const operate = arithmetic(node.operator === '++' ? '+' : '-', target.type);
  return valueOf(target.type, (frame) => {
    const at = place.target(frame);
    const before = place.load(frame, at);
    const after = operate(frame.tx, before, 1);
    place.store(frame, at, after);
    return node.isPrefix ? after : before;
  });
}

function placeOf(target: ValueOperand, scope: Scope, line: number): Place {
  return (
    target.place ??
    scope.fail(line, 'Expression cannot be assigned: it is final, has no setter or is no variable')
  );
}
