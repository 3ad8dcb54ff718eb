import type { Expression } from '../../language/ast.ts';
import { isException } from '../../language/members.ts';
import type {
  BlockStatement,
  ExpressionStatement,
  IfStatement,
  LocalStatement,
  ReturnStatement,
  Statement,
  ThrowStatement,
} from '../../language/statement-ast.ts';
import { T } from '../../model/types.ts';
import { ApexObject } from '../../model/values.ts';
import { BREAK, CONTINUE, EMPTY, NORMAL, RETURN } from './completion.ts';
import type { CompiledStatement, Execute } from './completion.ts';
import type { Compiler } from '../compiler.ts';
import { condition, convertOperand } from '../expressions/convert.ts';
import { dmlStatement, mergeStatement, runAsStatement } from './dml-statements.ts';
import { forEachLoop } from './for-each.ts';
import { doWhileLoop, forLoop, whileLoop } from './loops.ts';
import { nullReference } from '../expressions/null-reference.ts';
import type { Scope } from '../scope.ts';
import { switchStatement } from './switch-statement.ts';
import { tryStatement } from './try-statement.ts';

/** A statement that counts its passes; a block does not count itself. */
export function compileStatement(compiler: Compiler, node: Statement, scope: Scope): CompiledStatement {
  if (node.kind === 'block') return block(compiler, node, scope.child());
  const point = compiler.environment.points.add(scope.owner.file, node.line);
  const { execute, completes, breaks } = bare(compiler, node, scope);
  const { line } = node;
  return {
    completes,
    breaks,
    execute: (frame) => {
      const { tx } = frame;
      tx.position.line = line;
      tx.hits[point] = (tx.hits[point] ?? 0) + 1;
      return execute(frame);
    },
  };
}

export function block(compiler: Compiler, node: BlockStatement, scope: Scope): CompiledStatement {
  return sequence(compiler, node.statements, scope);
}

/** Statements one after the other, their names in `scope`. */
export function sequence(compiler: Compiler, nodes: readonly Statement[], scope: Scope): CompiledStatement {
  const parts: Execute[] = [];
  let completes = true;
  let breaks = false;
  for (const node of nodes) {
    if (!completes) scope.fail(node.line, 'Unreachable statement');
    const part = compileStatement(compiler, node, scope);
    parts.push(part.execute);
    completes = part.completes;
    breaks ||= part.breaks;
  }
  return { execute: inOrder(parts), completes, breaks };
}

function inOrder(parts: readonly Execute[]): Execute {
  const [first, second] = parts;
  if (first === undefined) return EMPTY.execute;
  if (second === undefined) return first;
  return (frame) => {
    for (const part of parts) {
      const completion = part(frame);
      if (completion !== NORMAL) return completion;
    }
    return NORMAL;
  };
}

function bare(compiler: Compiler, node: Exclude<Statement, BlockStatement>, scope: Scope): CompiledStatement {
  switch (node.kind) {
    case 'local':
      return { ...EMPTY, execute: localVariables(compiler, node, scope) };
    case 'expression':
      return { ...EMPTY, execute: expressionStatement(compiler, node, scope) };
    case 'if':
      return ifStatement(compiler, node, scope);
    case 'while':
      return whileLoop(compiler, node, scope);
    case 'do-while':
      return doWhileLoop(compiler, node, scope);
    case 'for':
      return forLoop(compiler, node, scope, localVariables);
    case 'for-each':
      return forEachLoop(compiler, node, scope);
    case 'return':
      return { execute: returnStatement(compiler, node, scope), completes: false, breaks: false };
    case 'throw':
      return { execute: throwStatement(compiler, node, scope), completes: false, breaks: false };
    case 'break':
      checkInLoop(node, scope);
      return { execute: () => BREAK, completes: false, breaks: true };
    case 'continue':
      checkInLoop(node, scope);
      return { execute: () => CONTINUE, completes: false, breaks: false };
    case 'try':
      return tryStatement(compiler, node, scope);
    case 'switch':
      return switchStatement(compiler, node, scope);
    case 'dml':
      return { ...EMPTY, execute: dmlStatement(compiler, node, scope) };
    case 'merge':
      return { ...EMPTY, execute: mergeStatement(compiler, node, scope) };
    case 'run-as':
      return runAsStatement(compiler, node, scope);
  }
}

function checkInLoop({ kind, line }: Statement, scope: Scope): void {
  if (!scope.isInLoop) scope.fail(line, `${kind} must be in a loop`);
}

const STATEMENTS: readonly Expression['kind'][] = ['call', 'assign', 'step', 'new', 'constructor-call'];

function expressionStatement(
  compiler: Compiler,
  { expression, line }: ExpressionStatement,
  scope: Scope,
): Execute {
  if (!STATEMENTS.includes(expression.kind)) scope.fail(line, 'Expression cannot be a statement.');
  const { evaluate } = compiler.value(expression, scope);
  return (frame) => {
    evaluate(frame);
    return NORMAL;
  };
}

export function localVariables(compiler: Compiler, node: LocalStatement, scope: Scope): Execute {
  const type = compiler.type(node.type, scope);
  const parts = node.variables.map(({ name, initial, line }): Execute => {
    const evaluate =
      initial === null ? () => null : convertOperand(compiler.value(initial, scope), type, scope, line);
    const { slot } = scope.declare(name, type, line, node.isFinal && initial !== null);
    return (frame) => {
      frame.locals[slot] = evaluate(frame);
      return NORMAL;
    };
  });
  return inOrder(parts);
}

function ifStatement(compiler: Compiler, node: IfStatement, scope: Scope): CompiledStatement {
  const test = condition(compiler.value(node.condition, scope), scope, node.line);
  const yes = compiler.statement(node.whenTrue, scope);
  const no = node.whenFalse === null ? EMPTY : compiler.statement(node.whenFalse, scope);
  return {
    execute: (frame) => (test(frame) === true ? yes.execute(frame) : no.execute(frame)),
    completes: yes.completes || no.completes,
    breaks: yes.breaks || no.breaks,
  };
}

function returnStatement(compiler: Compiler, { value, line }: ReturnStatement, scope: Scope): Execute {
  const { returnType } = scope.body;
  if (value === null) {
    if (returnType !== T.Void) scope.fail(line, `Must return a value of the type ${returnType.name}`);
    return () => RETURN;
  }
  if (returnType === T.Void) scope.fail(line, 'Void method must not return a value');
  const evaluate = convertOperand(compiler.value(value, scope), returnType, scope, line, 'return');
  return (frame) => {
    frame.returned = evaluate(frame);
    return RETURN;
  };
}

function throwStatement(compiler: Compiler, { value, line }: ThrowStatement, scope: Scope): Execute {
  const { type, evaluate } = compiler.value(value, scope);
  if (type.classModel === undefined || !isException(type.classModel)) {
    scope.fail(line, `Throw expression must be of the type Exception: ${type.name}`);
  }
  return (frame) => {
    const exception = evaluate(frame);
    frame.tx.position.line = line;
    return exception instanceof ApexObject ? frame.tx.throwValue(exception) : nullReference(frame.tx);
  };
}
