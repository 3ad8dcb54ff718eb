import { runAs } from '../../data/run-as.ts';
import { runDml, runMerge } from '../../data/run-dml.ts';
import type { DmlStatement, MergeStatement, RunAsStatement } from '../../language/statement-ast.ts';
import { collectionKind, T } from '../../model/types.ts';
import type { Type } from '../../model/types.ts';
import { nullReference } from '../expressions/null-reference.ts';
import { NORMAL } from './completion.ts';
import type { CompiledStatement, Completion, Execute } from './completion.ts';
import type { Compiler } from '../compiler.ts';
import { convertOperand } from '../expressions/convert.ts';
import type { Scope } from '../scope.ts';

function isRecords(type: Type): boolean {
  return type.kind === 'sobject' || (collectionKind(type) === 'List' && type.args[0]?.kind === 'sobject');
}

/** `insert records`, `upsert as user records Key__c` */
export function dmlStatement(compiler: Compiler, node: DmlStatement, scope: Scope): Execute {
  const { type, evaluate } = compiler.value(node.records, scope);
  const { line, mode, operation, key } = node;
  if (!isRecords(type)) scope.fail(line, `DML requires a record or a list of records: ${type.name}`);
  return (frame) => {
    const records = evaluate(frame);
    frame.tx.position.line = line;
    runDml(frame, operation, records ?? nullReference(frame.tx), mode ?? frame.tx.defaultMode, key);
    return NORMAL;
  };
}

/** `merge master duplicates` */
export function mergeStatement(compiler: Compiler, node: MergeStatement, scope: Scope): Execute {
  const { line, mode } = node;
  const [master, duplicates] = [compiler.value(node.master, scope), compiler.value(node.duplicates, scope)];
  const [element = duplicates.type] = duplicates.type.args;
  const isMergeable = element.kind === 'sobject' || element === T.Id || element === T.String;
  if (master.type.kind !== 'sobject' || !isMergeable) {
    scope.fail(line, `Invalid merge of ${master.type.name} and ${duplicates.type.name}`);
  }
  return (frame) => {
    const kept = master.evaluate(frame) ?? nullReference(frame.tx);
    const merged = duplicates.evaluate(frame) ?? nullReference(frame.tx);
    frame.tx.position.line = line;
    runMerge(frame, kept, merged, mode ?? frame.tx.defaultMode);
    return NORMAL;
  };
}

/** `System.runAs(user) { ... }` */
export function runAsStatement(compiler: Compiler, node: RunAsStatement, scope: Scope): CompiledStatement {
  const [argument] = node.args;
  const type = compiler.environment.types.find('User');
  if (argument === undefined || node.args.length > 1 || type === undefined) {
    return scope.refuse(node.line, 'System.runAs of anything but a User');
  }
  const operand = compiler.value(argument, scope);
  const user = convertOperand(operand, type, scope, node.line, 'argument');
  const body = compiler.statement(node.body, scope);
  return {
    ...body,
    execute: (frame) => {
      let completion: Completion = NORMAL;
      const value = user(frame);
      frame.tx.position.line = node.line;
      runAs(frame, value, () => {
        completion = body.execute(frame);
      });
      return completion;
    },
  };
}
