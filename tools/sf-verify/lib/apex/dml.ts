import {
  DeleteStatementContext,
  InsertStatementContext,
  MergeStatementContext,
  UndeleteStatementContext,
  UpdateStatementContext,
  UpsertStatementContext,
} from '@apexdevtools/apex-parser';
import type { ExpressionContext } from '@apexdevtools/apex-parser';
import { callOf, nameOf } from './calls.ts';
import type { Node } from './tree.ts';

/** A statement or call that changes records. */
export interface Dml {
  readonly verb: string;
  readonly node: Node;
  readonly record: ExpressionContext;
  readonly hasMode: boolean;
}

const VERBS = [
  ['insert', InsertStatementContext],
  ['update', UpdateStatementContext],
  ['upsert', UpsertStatementContext],
  ['delete', DeleteStatementContext],
  ['undelete', UndeleteStatementContext],
  ['merge', MergeStatementContext],
] as const;
const CALLS =
  /^database\.(insert|update|upsert|delete|undelete|merge|insertimmediate|updateimmediate|deleteimmediate)$/;

export function dmlOf(node: Node): Dml | null {
  for (const [verb, type] of VERBS) {
    if (!(node instanceof type)) continue;
    const record = node instanceof MergeStatementContext ? node.expression(0) : node.expression();
    return { verb, node, record, hasMode: (node.accessLevel() as Node | null) !== null };
  }
  const call = callOf(node);
  const verb = call === null ? null : CALLS.exec(nameOf(call))?.[1];
  const record = call?.arguments[0];
  if (call === null || record === undefined || verb === undefined || verb === null) return null;
  return { verb, node, record, hasMode: mentionsMode(call.arguments.slice(1)) };
}

/** True when an argument is an access level, or a name that may hold one. */
export function mentionsMode(values: readonly ExpressionContext[]): boolean {
  return values.some((value) => /accesslevel|mode\b/i.test(value.getText()));
}
