import { resolveType } from '../language/resolve-type.ts';
import { compileOperand, compileValue } from './expressions/compile-expression.ts';
import { compileStatement } from './statements/compile-statement.ts';
import type { Compiler } from './compiler.ts';
import type { Environment } from './environment.ts';

export function createCompiler(environment: Environment): Compiler {
  const compiler: Compiler = {
    environment,
    operand: (node, scope) => compileOperand(compiler, node, scope),
    value: (node, scope) => compileValue(compiler, node, scope),
    values: (nodes, scope) => nodes.map((node) => compileValue(compiler, node, scope)),
    type: (ref, scope) => resolveType(environment, ref, scope.owner),
    statement: (node, scope) => compileStatement(compiler, node, scope.child()),
  };
  return compiler;
}
