import type { SwitchStatement, WhenType, WhenValues } from '../../language/statement-ast.ts';
import type { Frame } from '../../model/class-model.ts';
import { UnsupportedApex } from '../../model/errors.ts';
import type { Transaction } from '../../model/transaction.ts';
import { T } from '../../model/types.ts';
import type { Type } from '../../model/types.ts';
import type { Value } from '../../model/values.ts';
import { sameValue } from '../../values/equality.ts';
import { fitsType } from '../../values/runtime-type.ts';
import { EMPTY } from './completion.ts';
import type { CompiledStatement } from './completion.ts';
import type { Compiler } from '../compiler.ts';
import { convertOperand } from '../expressions/convert.ts';
import { enumConstant } from '../expressions/enums.ts';
import { literal } from '../expressions/literals.ts';
import type { ValueOperand } from '../expressions/operand.ts';
import type { Scope } from '../scope.ts';

interface Case extends CompiledStatement {
  matches(frame: Frame, subject: Value): boolean;
}

const SUBJECTS: readonly Type[] = [T.Integer, T.Long, T.String];

/** `switch on subject { when ... }` */
export function switchStatement(compiler: Compiler, node: SwitchStatement, scope: Scope): CompiledStatement {
  const subject = compiler.value(node.subject, scope);
  const cases: Case[] = [];
  const seen: Value[] = [];
  let otherwise: CompiledStatement | null = null;
  for (const { when, body, line } of node.cases) {
    if (otherwise !== null) scope.fail(line, 'when else must be the last of a switch');
    if (when.kind === 'else') otherwise = compiler.statement(body, scope);
    else if (when.kind === 'values') {
      const values = whenValues(compiler, when, subject, scope, line, seen);
      cases.push({
        ...compiler.statement(body, scope),
        matches: ({ tx }, value) => hasValue(tx, values, value),
      });
    } else {
      const inner = scope.child();
      const { type, slot } = whenType(compiler, when, subject, inner, line);
      cases.push({
        ...compiler.statement(body, inner),
        matches: (frame, value) => {
          if (value === null || !fitsType(compiler.environment.types, value, type)) return false;
          frame.locals[slot] = value;
          return true;
        },
      });
    }
  }
  const last = otherwise ?? EMPTY;
  const { evaluate } = subject;
  const parts = [...cases, last];
  return {
    execute: (frame) => {
      const value = evaluate(frame);
      const found = cases.find((each) => each.matches(frame, value)) ?? last;
      return found.execute(frame);
    },
    completes: parts.some((part) => part.completes),
    breaks: parts.some((part) => part.breaks),
  };
}

function whenValues(
  compiler: Compiler,
  when: WhenValues,
  subject: ValueOperand,
  scope: Scope,
  line: number,
  seen: Value[],
): readonly Value[] {
  const { type } = subject;
  if (type.kind !== 'enum' && !SUBJECTS.includes(type)) {
    scope.fail(line, `Switch on ${type.name} does not take values`);
  }
  return when.values.map((node) => {
    const value =
      node.kind === 'name'
        ? (enumConstant(compiler.environment, type, node.name) ??
          scope.fail(line, `Enum constant does not exist: ${type.name}.${node.name}`))
        : constantOf(literal(node, scope), type, scope, line);
    if (seen.some((other) => sameValue(other, value))) scope.fail(line, 'Duplicate when value');
    seen.push(value);
    return value;
  });
}

/** A literal's value needs nothing of a frame but the transaction of a conversion, which literals do not use. */
function constantOf(operand: ValueOperand, type: Type, scope: Scope, line: number): Value {
  const evaluate = convertOperand(operand, type, scope, line, 'when value');
  return evaluate({ locals: [], self: null, returned: null } as unknown as Frame);
}

function hasValue(tx: Transaction, values: readonly Value[], subject: Value): boolean {
  return values.some((value) => {
    if (typeof value === 'string' && typeof subject === 'string' && value !== subject)
      checkCase(tx, value, subject);
    return sameValue(value, subject);
  });
}

/** Whether texts that differ by case alone are the same for a switch is not published. */
function checkCase(tx: Transaction, value: string, subject: string): void {
  if (value.toLowerCase() !== subject.toLowerCase()) return;
  throw new UnsupportedApex(`switch on "${subject}" beside when '${value}'`, { ...tx.position });
}

function whenType(
  compiler: Compiler,
  when: WhenType,
  subject: ValueOperand,
  scope: Scope,
  line: number,
): { type: Type; slot: number } {
  const type = compiler.type(when.type, scope);
  if (subject.type.kind !== 'sobject' && subject.type !== T.Object && subject.type.kind !== 'class') {
    scope.fail(line, `Switch on ${subject.type.name} does not take types`);
  }
  return { type, slot: scope.declare(when.name, type, line).slot };
}
