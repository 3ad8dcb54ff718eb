import type {
  BoundExpressionContext,
  DateFormulaContext,
  LimitClauseContext,
  OffsetClauseContext,
  ValueContext,
} from '@apexdevtools/apex-parser';
import type { QueryBind, QueryNumber, QueryValue } from '../query-ast.ts';
import { unquote } from './literals.ts';
import type { Reader } from './reader.ts';
import { lineOf, optional, refuse } from './tree.ts';

export function readValue(tree: ValueContext, reader: Reader): QueryValue {
  const raw = tree.getText();
  if (tree.NULL()) return { kind: 'null' };
  if (tree.BooleanLiteral()) return { kind: 'boolean', value: raw.toLowerCase() === 'true' };
  if (tree.StringLiteral()) return { kind: 'string', text: unquote(raw, reader.file, lineOf(tree)) };
  if (tree.DateLiteral()) return { kind: 'date', text: raw };
  if (tree.DateTimeLiteral()) return { kind: 'datetime', text: raw };
  if (tree.TimeLiteral()) return { kind: 'time', text: raw };
  if (optional(tree.signedNumber()) !== null) return { kind: 'number', text: raw };
  const formula = optional(tree.dateFormula());
  if (formula !== null) return readDateLiteral(formula);
  const bind = optional(tree.boundExpression());
  if (bind !== null) return readBind(bind, reader);
  const list = optional(tree.valueList());
  if (list !== null)
    return { kind: 'list', values: list.value_list().map((value) => readValue(value, reader)) };
  const query = optional(tree.subQuery());
  if (query !== null) return { kind: 'subquery', query: reader.subQuery(query) };
  return refuse(reader.file, tree, `the value ${raw} in a query`);
}

export function readBind(tree: BoundExpressionContext, reader: Reader): QueryBind {
  return { kind: 'bind', expression: reader.expression(tree.expression()), line: lineOf(tree) };
}

/** Of LIMIT and OFFSET. */
export function readNumber(
  tree: LimitClauseContext | OffsetClauseContext | null,
  reader: Reader,
): QueryNumber | null {
  const clause = optional(tree);
  if (clause === null) return null;
  const bind = optional(clause.boundExpression());
  if (bind !== null) return readBind(bind, reader);
  return { kind: 'number', value: Number(clause.IntegerLiteral().getText()) };
}

function readDateLiteral(tree: DateFormulaContext): QueryValue {
  const [name = '', count] = tree.getText().toLowerCase().split(':');
  return { kind: 'date-literal', name, count: count === undefined ? null : Number(count) };
}
