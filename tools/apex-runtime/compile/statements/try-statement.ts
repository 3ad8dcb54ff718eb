import { isSubtype } from '../../language/assignability.ts';
import { isException } from '../../language/members.ts';
import type { CatchClause, TryStatement } from '../../language/statement-ast.ts';
import type { Frame } from '../../model/class-model.ts';
import { ThrownApex } from '../../model/errors.ts';
import type { Type } from '../../model/types.ts';
import { NORMAL } from './completion.ts';
import type { CompiledStatement, Completion, Execute } from './completion.ts';
import type { Compiler } from '../compiler.ts';
import type { Scope } from '../scope.ts';

interface Catch extends CompiledStatement {
  readonly type: Type;
  readonly slot: number;
}

/** What ends a transaction passes by: it is no ThrownApex. */
export function tryStatement(compiler: Compiler, node: TryStatement, scope: Scope): CompiledStatement {
  const body = compiler.statement(node.body, scope);
  const catches: Catch[] = [];
  for (const clause of node.catches) catches.push(catchClause(compiler, clause, scope, catches));
  const last = node.finally === null ? null : compiler.statement(node.finally, scope);
  const guarded = catches.length === 0 ? body.execute : withCatches(body.execute, catches);
  const parts = [body, ...catches];
  return {
    execute: last === null ? guarded : withFinally(guarded, last.execute),
    completes: parts.some((part) => part.completes) && last?.completes !== false,
    breaks: [...parts, ...(last === null ? [] : [last])].some((part) => part.breaks),
  };
}

function catchClause(compiler: Compiler, node: CatchClause, outer: Scope, before: readonly Catch[]): Catch {
  const scope = outer.child();
  const type = compiler.type(node.type, scope);
  if (type.classModel === undefined || !isException(type.classModel)) {
    scope.fail(node.line, `Catch must be of the type Exception: ${type.name}`);
  }
  if (before.some((earlier) => isSubtype(type, earlier.type))) {
    scope.fail(node.line, `Exception is caught before: ${type.name}`);
  }
  const { slot } = scope.declare(node.name, type, node.line);
  return { ...compiler.statement(node.body, scope), type, slot };
}

function withCatches(body: Execute, catches: readonly Catch[]): Execute {
  return (frame) => {
    try {
      return body(frame);
    } catch (error) {
      if (!(error instanceof ThrownApex)) throw error;
      const { value } = error;
      const found = catches.find(({ type }) => isSubtype(value.classModel.type, type));
      if (found === undefined) throw error;
      frame.locals[found.slot] = value;
      return found.execute(frame);
    }
  };
}

/** The block after `finally` runs for Apex exceptions, not for what ends the transaction. */
function withFinally(guarded: Execute, last: Execute): Execute {
  return (frame) => {
    let completion: Completion;
    try {
      completion = guarded(frame);
    } catch (error) {
      if (!(error instanceof ThrownApex)) throw error;
      return afterThrow(frame, last, error);
    }
    const { returned } = frame;
    const ending = last(frame);
    if (ending !== NORMAL) return ending;
    frame.returned = returned;
    return completion;
  };
}

function afterThrow(frame: Frame, last: Execute, error: ThrownApex): Completion {
  const ending = last(frame);
  if (ending === NORMAL) throw error;
  return ending;
}
