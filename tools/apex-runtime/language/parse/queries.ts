import type {
  FieldOrderContext,
  FieldOrderListContext,
  ForClausesContext,
  FromNameListContext,
  GroupByClauseContext,
  QueryContext,
  SelectEntryContext,
  SubFieldEntryContext,
  SubQueryContext,
  TypeOfContext,
  WithClauseContext,
} from '@apexdevtools/apex-parser';
import type { OrderItem, Query, QueryOperand, SelectItem, TypeOfItem } from '../query-ast.ts';
import { readLogical, readWhere } from './conditions.ts';
import { readField, readFunction } from './query-operands.ts';
import { readNumber } from './query-values.ts';
import type { Reader } from './reader.ts';
import { lineOf, optional, refuse } from './tree.ts';

export function readQuery(tree: QueryContext, reader: Reader): Query {
  if (tree.UPDATE()) refuse(reader.file, tree, 'UPDATE TRACKING or VIEWSTAT in a query');
  const group = optional(tree.groupByClause());
  const having = optional(group?.HAVING() ? group.logicalExpression() : null);
  const order = optional(tree.orderByClause());
  const where = optional(tree.whereClause());
  return {
    select: tree
      .selectList()
      .selectEntry_list()
      .map((entry) => readItem(entry, reader)),
    ...readFrom(tree.fromNameList(), reader),
    scope: optional(tree.usingScope())?.soqlId().getText() ?? null,
    where: where === null ? null : readWhere(where.whereLogicalExpression(), reader),
    with: readWith(optional(tree.withClause()), reader),
    groupBy: group === null ? [] : readGroupBy(group, reader),
    grouping: group?.ROLLUP() ? 'rollup' : group?.CUBE() ? 'cube' : 'plain',
    having: having === null ? null : readLogical(having, reader),
    orderBy: order === null ? [] : readOrder(order.fieldOrderList(), reader),
    limit: readNumber(tree.limitClause(), reader),
    offset: readNumber(tree.offsetClause(), reader),
    for: readFor(optional(tree.forClauses())),
    allRows: Boolean(tree.allRowsClause()),
    line: lineOf(tree),
  };
}

export function readSubQuery(tree: SubQueryContext, reader: Reader): Query {
  if (tree.UPDATE()) refuse(reader.file, tree, 'UPDATE TRACKING or VIEWSTAT in a query');
  const order = optional(tree.orderByClause());
  const where = optional(tree.whereClause());
  return {
    select: tree
      .subFieldList()
      .subFieldEntry_list()
      .map((entry) => readItem(entry, reader)),
    ...readFrom(tree.fromNameList(), reader),
    scope: null,
    where: where === null ? null : readWhere(where.whereLogicalExpression(), reader),
    with: null,
    groupBy: [],
    grouping: 'plain',
    having: null,
    orderBy: order === null ? [] : readOrder(order.fieldOrderList(), reader),
    limit: readNumber(tree.limitClause(), reader),
    offset: null,
    for: readFor(optional(tree.forClauses())),
    allRows: false,
    line: lineOf(tree),
  };
}

export function readOrder(tree: FieldOrderListContext, reader: Reader): readonly OrderItem[] {
  return tree.fieldOrder_list().map((item) => ({
    operand: readOperand(item, reader),
    isDescending: Boolean(item.DESC()),
    nulls: item.NULLS() ? (item.FIRST() ? 'first' : 'last') : null,
  }));
}

function readFrom(tree: FromNameListContext, reader: Reader): { from: string; alias: string | null } {
  const [name, second] = tree.fieldName_list();
  if (name === undefined || second !== undefined) return refuse(reader.file, tree, 'several names in FROM');
  return { from: name.getText(), alias: tree.soqlId_list()[0]?.getText() ?? null };
}

function readItem(tree: SelectEntryContext | SubFieldEntryContext, reader: Reader): SelectItem {
  const query = optional(tree.subQuery());
  if (query !== null) return { kind: 'subquery', query: reader.subQuery(query) };
  const typeOf = optional(tree.typeOf());
  if (typeOf !== null) return readTypeOf(typeOf);
  const alias = optional(tree.soqlId())?.getText() ?? null;
  return { kind: 'operand', operand: readOperand(tree, reader), alias };
}

function readOperand(
  tree: Pick<SelectEntryContext | FieldOrderContext, 'fieldName' | 'soqlFunction'>,
  reader: Reader,
): QueryOperand {
  const name = optional(tree.fieldName());
  return name === null ? readFunction(tree.soqlFunction(), reader) : readField(name);
}

function readTypeOf(tree: TypeOfContext): TypeOfItem {
  return {
    kind: 'typeof',
    relationship: readField(tree.fieldName()),
    whens: tree.whenClause_list().map((when) => ({
      object: when.fieldName().getText(),
      fields: when.fieldNameList().fieldName_list().map(readField),
    })),
    otherwise: (optional(tree.elseClause())?.fieldNameList().fieldName_list() ?? []).map(readField),
  };
}

function readWith(tree: WithClauseContext | null, reader: Reader): Query['with'] {
  if (tree === null) return null;
  if (tree.USER_MODE()) return 'user';
  if (tree.SYSTEM_MODE()) return 'system';
  if (tree.SECURITY_ENFORCED()) return 'security-enforced';
  return refuse(reader.file, tree, tree.getText());
}

function readGroupBy(tree: GroupByClauseContext, reader: Reader): readonly QueryOperand[] {
  const plain = optional(tree.fieldGroupByList())?.fieldGroupBy_list() ?? [];
  return plain.map((item) => readOperand(item, reader));
}

function readFor(tree: ForClausesContext | null): Query['for'] {
  if (tree === null) return [];
  const words = tree.getText().toLowerCase().split('for');
  return (['update', 'view', 'reference'] as const).filter((word) => words.includes(word));
}
