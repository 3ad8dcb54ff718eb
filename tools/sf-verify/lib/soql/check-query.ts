import type { QueryContext } from '@apexdevtools/apex-parser';
import {
  FieldExpressionContext,
  FieldGroupByContext,
  FieldOrderContext,
  GroupByClauseContext,
  SelectEntryContext,
  SoqlFunctionContext,
  SubFieldEntryContext,
  SubQueryContext,
  WhereLogicalExpressionContext,
} from '@apexdevtools/apex-parser';
import { findAbove } from '../apex/tree.ts';
import type { Node } from '../apex/tree.ts';
import { checkClauses } from './clause-rules.ts';
import { checkFunctionField, checkGroup, checkOrder } from './column-rules.ts';
import { checkCondition } from './condition-rules.ts';
import { fieldOf, objectOf } from './query-scope.ts';
import type { QueryScope } from './query-scope.ts';

/** Nodes of a query without those of its sub-queries, and the sub-queries. */
function partsOf(query: Node): {
  readonly own: readonly Node[];
  readonly nested: readonly SubQueryContext[];
} {
  const own: Node[] = [];
  const nested: SubQueryContext[] = [];
  const visit = (node: Node): void => {
    own.push(node);
    for (const child of (node as { children?: readonly unknown[] | null }).children ?? []) {
      if (child instanceof SubQueryContext) nested.push(child);
      else if (typeof child === 'object' && child !== null && 'children' in child) visit(child as Node);
    }
  };
  visit(query);
  return { own, nested };
}

function checkPart(scope: QueryScope, node: Node): void {
  if (node instanceof FieldExpressionContext) {
    checkCondition(scope, node, findAbove(node, GroupByClauseContext) !== null);
  } else if (node instanceof FieldOrderContext) checkOrder(scope, node);
  else if (node instanceof FieldGroupByContext) checkGroup(scope, node);
  else if (node instanceof SoqlFunctionContext) checkFunctionField(scope, node);
}

/** A sub-query in a condition selects an id and stands at the top of the condition. */
function checkNestedCondition(outer: QueryScope, inner: QueryScope, query: SubQueryContext): void {
  const condition = findAbove(query, FieldExpressionContext);
  const name =
    condition === null || condition.fieldName() === null ? null : fieldOf(outer, condition.fieldName());
  if (name !== null && name.kind !== 'id' && name.kind !== 'unknown') {
    outer.report(query, `${name.text} is not an id: a sub-query cannot be compared with it`);
  }
  const entry = query.subFieldList().subFieldEntry(0).fieldName() as ReturnType<
    SubFieldEntryContext['fieldName']
  > | null;
  const selected = entry === null ? null : fieldOf(inner, entry);
  if (selected !== null && selected.kind !== 'id' && selected.kind !== 'unknown') {
    inner.report(query, `a sub-query in a condition selects an id, not ${selected.text}`);
  }
  const logical = findAbove(query, WhereLogicalExpressionContext);
  if (logical !== null && logical.SOQLOR_list().length > 0) {
    outer.report(query, 'a sub-query cannot stand beside OR: use two queries');
  }
}

/** Checks a query and what is nested in it; `parent` is the object of the query around it. */
export function checkQuery(
  context: Omit<QueryScope, 'object' | 'aliases'>,
  query: QueryContext | SubQueryContext,
  outer: QueryScope | null = null,
): void {
  const isColumn =
    (query as { parentCtx?: unknown }).parentCtx instanceof SelectEntryContext ||
    (query as { parentCtx?: unknown }).parentCtx instanceof SubFieldEntryContext;
  const object = objectOf(context.schema, query, isColumn ? (outer?.object ?? null) : null);
  if (object === null) return;
  const aliases = query
    .fromNameList()
    .soqlId_list()
    .map((id) => id.getText().toLowerCase());
  const scope: QueryScope = { ...context, object, aliases };
  const { own, nested } = partsOf(query);
  checkClauses(scope, query, isColumn);
  for (const node of own) checkPart(scope, node);
  if (outer !== null && !isColumn && query instanceof SubQueryContext)
    checkNestedCondition(outer, scope, query);
  for (const inner of nested) checkQuery(context, inner, scope);
}
