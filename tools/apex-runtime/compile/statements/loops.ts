import type { Expression } from '../../language/ast.ts';
import type {
  DoWhileStatement,
  ForStatement,
  LocalStatement,
  WhileStatement,
} from '../../language/statement-ast.ts';
import type { Evaluate } from '../../model/class-model.ts';
import { BREAK, EMPTY, NORMAL, RETURN } from './completion.ts';
import type { CompiledStatement, Execute } from './completion.ts';
import type { Compiler } from '../compiler.ts';
import { condition } from '../expressions/convert.ts';
import type { Scope } from '../scope.ts';

export function whileLoop(compiler: Compiler, node: WhileStatement, scope: Scope): CompiledStatement {
  const test = condition(compiler.value(node.condition, scope), scope, node.line);
  const body = node.body === null ? EMPTY : compiler.statement(node.body, scope.loop());
  return {
    execute: (frame) => {
      while (test(frame) === true) {
        const completion = body.execute(frame);
        if (completion === BREAK) break;
        if (completion === RETURN) return RETURN;
      }
      return NORMAL;
    },
    completes: !isTrue(node.condition) || body.breaks,
    breaks: false,
  };
}

export function doWhileLoop(compiler: Compiler, node: DoWhileStatement, scope: Scope): CompiledStatement {
  const body = compiler.statement(node.body, scope.loop());
  const test = condition(compiler.value(node.condition, scope), scope, node.line);
  return {
    execute: (frame) => {
      do {
        const completion = body.execute(frame);
        if (completion === BREAK) break;
        if (completion === RETURN) return RETURN;
      } while (test(frame) === true);
      return NORMAL;
    },
    completes: !isTrue(node.condition) || body.breaks,
    breaks: false,
  };
}

type Declare = (compiler: Compiler, node: LocalStatement, scope: Scope) => Execute;

export function forLoop(
  compiler: Compiler,
  node: ForStatement,
  outer: Scope,
  declare: Declare,
): CompiledStatement {
  const scope = outer.child();
  const start = node.declared === null ? EMPTY.execute : declare(compiler, node.declared, scope);
  const first = evaluators(compiler, node.initial, scope);
  const test =
    node.condition === null ? null : condition(compiler.value(node.condition, scope), scope, node.line);
  const update = evaluators(compiler, node.update, scope);
  const body = node.body === null ? EMPTY : compiler.statement(node.body, scope.loop());
  return {
    execute: (frame) => {
      start(frame);
      for (const evaluate of first) evaluate(frame);
      while (test === null || test(frame) === true) {
        const completion = body.execute(frame);
        if (completion === BREAK) break;
        if (completion === RETURN) return RETURN;
        for (const evaluate of update) evaluate(frame);
      }
      return NORMAL;
    },
    completes: (node.condition !== null && !isTrue(node.condition)) || body.breaks,
    breaks: false,
  };
}

function evaluators(compiler: Compiler, nodes: readonly Expression[], scope: Scope): readonly Evaluate[] {
  return compiler.values(nodes, scope).map(({ evaluate }) => evaluate);
}

function isTrue(node: Expression): boolean {
  return node.kind === 'literal' && node.type === 'boolean' && node.text === 'true';
}
