import type { Expression } from '../../language/ast.ts';
import type { Query, QueryField, QueryNumber, SelectItem } from '../../language/query-ast.ts';
import type { ApexSchema } from '../../model/apex-org.ts';
import { UnsupportedApex } from '../../model/errors.ts';
import type { OrgObject } from '../../model/org-schema.ts';
import { fieldOperand, planCondition } from './conditions.ts';
import { fieldsOfPath, resolvePath } from './field-path.ts';
import type { FieldPath } from './field-path.ts';
import { isAggregateQuery, planAggregation } from './plan-aggregation.ts';
import type { ChildShape, QueryPlan, UsedField } from './plan.ts';
import { QueryError } from './query-error.ts';
import type { PlanContext, QueryRun } from './query-run.ts';
import { shapeOf } from './record-shape.ts';
import type { PlanSubQuery } from './semi-join.ts';
import { columnValues } from './run-query.ts';

/** Numbers the binds of one query. */
export interface BindTable {
  add(expression: Expression): number;
}

function isCount(query: Query): boolean {
  const [only] = query.select;
  return (
    query.select.length === 1 &&
    only?.kind === 'operand' &&
    only.operand.kind === 'function' &&
    only.operand.name === 'count' &&
    only.operand.argument === null &&
    query.groupBy.length === 0
  );
}

function planNumber(number: QueryNumber | null, context: PlanContext): (run: QueryRun) => number | null {
  if (number === null) return () => null;
  if (number.kind === 'number') return () => number.value;
  const index = context.bind(number.expression);
  return (run) => {
    const value = run.binds[index] ?? null;
    return value === null
      ? run.tx.raise('QueryException', 'the value of a LIMIT or OFFSET is null')
      : Number(value);
  };
}

function refuseUnknown(query: Query): void {
  if (query.scope !== null) throw new UnsupportedApex('USING SCOPE in a query');
  if (query.for.some((purpose) => purpose !== 'update'))
    throw new UnsupportedApex('FOR VIEW or FOR REFERENCE');
  if (query.for.includes('update') && query.orderBy.length > 0) {
    throw new QueryError(query.line, 'ORDER BY is not allowed with FOR UPDATE');
  }
}

/** Throws a `QueryError` for what the platform refuses, `UnsupportedApex` for what is not known. */
export function planQuery(query: Query, schema: ApexSchema, binds: BindTable): QueryPlan {
  const object = schema.object(query.from);
  if (object === undefined || object.kind === 'event') {
    throw new QueryError(query.line, `sObject type '${query.from}' is not supported.`);
  }
  return planOf(query, schema, object, binds);
}

function planOf(query: Query, schema: ApexSchema, object: OrgObject, binds: BindTable): QueryPlan {
  refuseUnknown(query);
  const filtered: UsedField[] = [];
  const context: PlanContext = {
    schema,
    from: object,
    alias: query.alias,
    bind: (expression) => binds.add(expression),
    uses: (path) => void filtered.push(...fieldsOfPath(path)),
  };
  const subQuery: PlanSubQuery = (inner) => {
    const plan = planQuery(inner, schema, binds);
    return (run) => columnValues(plan, run);
  };
  const kind = isCount(query) ? 'count' : isAggregateQuery(query) ? 'aggregate' : 'records';
  const paths = kind === 'records' ? selectedPaths(query, context) : [];
  const children = kind === 'records' ? planChildren(query, schema, object, binds) : [];
  const where =
    query.where === null ? null : planCondition(query.where, context, fieldOperand(context), subQuery);
  const aggregation = kind === 'aggregate' ? planAggregation(query, context, subQuery) : null;
  const order =
    kind === 'aggregate'
      ? []
      : query.orderBy.map((item) => {
          const { path, column } = fieldOperand(context)(item.operand);
          if (path === null || column !== null) throw new UnsupportedApex('a function in ORDER BY');
          if (!path.field.isSortable) {
            throw new QueryError(query.line, `field '${path.field.name}' can not be sorted in a query call`);
          }
          return { path, isDescending: item.isDescending, isNullsLast: item.nulls === 'last' };
        });
  const offset = planNumber(query.offset, context);
  return {
    object,
    kind,
    shape: kind === 'records' ? shapeOf(object, paths, children) : null,
    aggregation,
    filter: where,
    order,
    mode: query.with,
    isForUpdate: query.for.includes('update'),
    isAllRows: query.allRows,
    limit: planNumber(query.limit, context),
    offset: (run) => offset(run) ?? 0,
    selected: paths.flatMap(fieldsOfPath),
    filtered,
  };
}

const isPlainField = (
  item: SelectItem,
): item is { kind: 'operand'; operand: QueryField; alias: string | null } =>
  item.kind === 'operand' && item.operand.kind === 'field';

function selectedPaths(query: Query, context: PlanContext): readonly FieldPath[] {
  const paths: FieldPath[] = [];
  const names = new Set<string>();
  for (const item of query.select) {
    if (item.kind === 'subquery') continue;
    if (!isPlainField(item))
      throw new UnsupportedApex(
        `a ${item.kind === 'typeof' ? 'TYPEOF' : 'function'} among the columns of a query`,
      );
    const path = resolvePath(
      context.schema,
      context.from,
      context.alias,
      item.operand.path,
      item.operand.line,
    );
    const name = path.text.toLowerCase();
    if (names.has(name)) throw new QueryError(item.operand.line, `duplicate field selected: ${path.text}`);
    names.add(name);
    paths.push(path);
  }
  return paths;
}

function planChildren(
  query: Query,
  schema: ApexSchema,
  object: OrgObject,
  binds: BindTable,
): readonly ChildShape[] {
  return query.select.flatMap((item) => {
    if (item.kind !== 'subquery') return [];
    const name = item.query.from.toLowerCase();
    const relationship = object.children.find((child) => child.name?.toLowerCase() === name);
    const child = relationship === undefined ? undefined : schema.object(relationship.object);
    const field = child?.fields.get(relationship?.field.toLowerCase() ?? '');
    if (child === undefined || field === undefined) {
      throw new QueryError(
        item.query.line,
        `Didn't understand relationship '${item.query.from}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
      );
    }
    return [{ relationship: name, field, plan: planOf(item.query, schema, child, binds) }];
  });
}
