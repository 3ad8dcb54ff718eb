import type {
  AccessLevelContext,
  BlockContext,
  CatchClauseContext,
  ExpressionContext,
  StatementContext,
} from '@apexdevtools/apex-parser';
import type { Expression, TypeRef } from '../ast.ts';
import type {
  BlockStatement,
  CatchClause,
  DmlStatement,
  Statement,
  StatementMode,
} from '../statement-ast.ts';
import { readLocal } from './locals.ts';
import { readFor } from './for-statements.ts';
import { readSwitch } from './switch-statements.ts';
import type { Reader } from './reader.ts';
import { lineOf, optional, partsOf, refuse } from './tree.ts';

export function readBlock(tree: BlockContext, reader: Reader): BlockStatement {
  const statements = tree.statement_list().map((statement) => reader.statement(statement));
  return { kind: 'block', statements, line: lineOf(tree) };
}

export function readStatement(tree: StatementContext, reader: Reader): Statement {
  return readControl(tree, reader) ?? readDml(tree, reader) ?? readSimple(tree, reader);
}

function readControl(tree: StatementContext, reader: Reader): Statement | null {
  const line = lineOf(tree);
  const read = (part: ExpressionContext): Expression => reader.expression(part);
  const block = optional(tree.block());
  if (block !== null) return readBlock(block, reader);
  const condition = optional(tree.ifStatement());
  if (condition !== null) {
    const [whenTrue, whenFalse] = condition.statement_list();
    if (whenTrue === undefined) return refuse(reader.file, condition, 'an if without a statement');
    return {
      kind: 'if',
      condition: read(condition.parExpression().expression()),
      whenTrue: reader.statement(whenTrue),
      whenFalse: whenFalse === undefined ? null : reader.statement(whenFalse),
      line,
    };
  }
  const loop = optional(tree.whileStatement());
  if (loop !== null) {
    const body = optional(loop.statement());
    return {
      kind: 'while',
      condition: read(loop.parExpression().expression()),
      body: body === null ? null : reader.statement(body),
      line,
    };
  }
  const again = optional(tree.doWhileStatement());
  if (again !== null) {
    const body = reader.block(again.block());
    return { kind: 'do-while', body, condition: read(again.parExpression().expression()), line };
  }
  const attempt = optional(tree.tryStatement());
  if (attempt !== null) {
    const last = optional(attempt.finallyBlock());
    return {
      kind: 'try',
      body: reader.block(attempt.block()),
      catches: attempt.catchClause_list().map((clause) => readCatch(clause, reader)),
      finally: last === null ? null : reader.block(last.block()),
      line,
    };
  }
  const choice = optional(tree.switchStatement());
  if (choice !== null) return readSwitch(choice, reader);
  const counted = optional(tree.forStatement());
  return counted === null ? null : readFor(counted, reader);
}

function readSimple(tree: StatementContext, reader: Reader): Statement {
  const line = lineOf(tree);
  const local = optional(tree.localVariableDeclarationStatement());
  if (local !== null) return readLocal(local.localVariableDeclaration(), reader);
  const expression = optional(tree.expressionStatement());
  if (expression !== null) {
    return { kind: 'expression', expression: reader.expression(expression.expression()), line };
  }
  const answer = optional(tree.returnStatement());
  if (answer !== null) {
    const value = optional(answer.expression());
    return { kind: 'return', value: value === null ? null : reader.expression(value), line };
  }
  const thrown = optional(tree.throwStatement());
  if (thrown !== null) return { kind: 'throw', value: reader.expression(thrown.expression()), line };
  if (optional(tree.breakStatement()) !== null) return { kind: 'break', line };
  if (optional(tree.continueStatement()) !== null) return { kind: 'continue', line };
  const runAs = optional(tree.runAsStatement());
  if (runAs !== null) {
    const args = reader.args(runAs.expressionList());
    return { kind: 'run-as', args, body: reader.block(runAs.block()), line };
  }
  return refuse(reader.file, tree, `the statement ${tree.getText()}`);
}

function readDml(tree: StatementContext, reader: Reader): Statement | null {
  const line = lineOf(tree);
  const dml = (
    operation: DmlStatement['operation'],
    part: { expression(): ExpressionContext; accessLevel(): AccessLevelContext },
    key: string | null,
  ): Statement => ({
    kind: 'dml',
    operation,
    records: reader.expression(part.expression()),
    mode: readMode(optional(part.accessLevel())),
    key,
    line,
  });
  const insert = optional(tree.insertStatement());
  if (insert !== null) return dml('insert', insert, null);
  const update = optional(tree.updateStatement());
  if (update !== null) return dml('update', update, null);
  const remove = optional(tree.deleteStatement());
  if (remove !== null) return dml('delete', remove, null);
  const restore = optional(tree.undeleteStatement());
  if (restore !== null) return dml('undelete', restore, null);
  const upsert = optional(tree.upsertStatement());
  if (upsert !== null) return dml('upsert', upsert, optional(upsert.qualifiedName())?.getText() ?? null);
  const merge = optional(tree.mergeStatement());
  if (merge === null) return null;
  return {
    kind: 'merge',
    master: reader.expression(merge.expression(0)),
    duplicates: reader.expression(merge.expression(1)),
    mode: readMode(optional(merge.accessLevel())),
    line,
  };
}

function readMode(tree: AccessLevelContext | null): StatementMode {
  if (tree === null) return null;
  return tree.SYSTEM() ? 'system' : 'user';
}

function readCatch(tree: CatchClauseContext, reader: Reader): CatchClause {
  const line = lineOf(tree);
  const type: TypeRef = {
    parts: partsOf(tree.qualifiedName()).map((name) => ({ name, args: [] })),
    arrayDepth: 0,
    line,
  };
  return { type, name: tree.id().getText(), body: reader.block(tree.block()), line };
}
