import { UnsupportedApex } from '../../model/errors.ts';
import type { Query, QueryOperand } from '../../language/query-ast.ts';
import { aggregateFunction, fieldOfColumn } from './aggregation.ts';
import type { Aggregation, GroupColumn } from './aggregation.ts';
import { planCondition } from './conditions.ts';
import { resolvePath } from './field-path.ts';
import type { FieldPath } from './field-path.ts';
import { QueryError } from './query-error.ts';
import type { PlanContext } from './query-run.ts';
import type { PlanSubQuery } from './semi-join.ts';

/** Is it a query whose rows are groups? */
export function isAggregateQuery(query: Query): boolean {
  return (
    query.groupBy.length > 0 ||
    query.select.some((item) => item.kind === 'operand' && item.operand.kind === 'function')
  );
}

export function planAggregation(query: Query, context: PlanContext, subQuery: PlanSubQuery): Aggregation {
  if (query.grouping !== 'plain') throw new UnsupportedApex(`GROUP BY ${query.grouping.toUpperCase()}`);
  const pathOf = (operand: QueryOperand): FieldPath => {
    if (operand.kind === 'function') throw new UnsupportedApex(`${operand.name}() in GROUP BY`);
    const path = resolvePath(context.schema, context.from, context.alias, operand.path, operand.line);
    context.uses(path);
    return path;
  };
  const groupBy = query.groupBy.map(pathOf);
  const columns: GroupColumn[] = [];
  const isGrouped = (path: FieldPath): boolean =>
    groupBy.some((group) => group.text.toLowerCase() === path.text.toLowerCase());

  /** The column of an operand; one that is not selected is added for HAVING and ORDER BY. */
  const columnOf = (operand: QueryOperand, alias: string | null, isSelected: boolean): GroupColumn => {
    const fn = operand.kind === 'function' ? aggregateFunction(operand.name) : null;
    const argument = operand.kind === 'function' ? operand.argument : operand;
    const path = argument === null ? null : pathOf(argument);
    if (fn === null && path !== null && !isGrouped(path)) {
      throw new QueryError(operand.line, `Field must be grouped or aggregated: ${path.text}`);
    }
    const known = columns.find(
      (column) => column.aggregate === fn && column.path?.text.toLowerCase() === path?.text.toLowerCase(),
    );
    if (known !== undefined && !isSelected) return known;
    const unnamed = columns.filter((column) => column.key.startsWith('expr')).length;
    const key =
      alias?.toLowerCase() ?? (fn === null ? (path?.field.name ?? '').toLowerCase() : `expr${unnamed}`);
    const column: GroupColumn = {
      key: isSelected ? key : `${key}#${columns.length}`,
      aggregate: fn,
      path,
      isSelected,
    };
    columns.push(column);
    return column;
  };

  for (const item of query.select) {
    if (item.kind !== 'operand') throw new UnsupportedApex(`a ${item.kind} in a query with aggregates`);
    columnOf(item.operand, item.alias, true);
  }
  const byAlias = (operand: QueryOperand): GroupColumn | undefined =>
    operand.kind === 'field' && operand.path.length === 1
      ? columns.find((column) => column.isSelected && column.key === operand.path[0]?.toLowerCase())
      : undefined;
  const countField = context.from.fields.get('id');
  const having =
    query.having === null || countField === undefined
      ? null
      : planCondition(
          query.having,
          context,
          (operand) => {
            const column = columnOf(operand, null, false);
            return { path: null, column: { key: column.key, field: fieldOfColumn(column, countField) } };
          },
          subQuery,
        );
  const order = query.orderBy.map((item) => ({
    key: (byAlias(item.operand) ?? columnOf(item.operand, null, false)).key,
    isDescending: item.isDescending,
    isNullsLast: item.nulls === 'last',
  }));
  return { groupBy, columns, having, order };
}
