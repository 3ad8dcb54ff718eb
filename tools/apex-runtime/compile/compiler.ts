import type { Expression, TypeRef } from '../language/ast.ts';
import type { Statement } from '../language/statement-ast.ts';
import type { Type } from '../model/types.ts';
import type { CompiledStatement } from './statements/completion.ts';
import type { Environment } from './environment.ts';
import type { Operand, ValueOperand } from './expressions/operand.ts';
import type { Scope } from './scope.ts';

/** Compiles the parts that occur in one another, so that no file needs to import the one that imports it. */
export interface Compiler {
  readonly environment: Environment;
  /** A value, a type or a namespace. */
  operand(node: Expression, scope: Scope): Operand;
  /** A value. */
  value(node: Expression, scope: Scope): ValueOperand;
  values(nodes: readonly Expression[], scope: Scope): readonly ValueOperand[];
  type(ref: TypeRef, scope: Scope): Type;
  /** In a scope of its own. */
  statement(node: Statement, scope: Scope): CompiledStatement;
}
