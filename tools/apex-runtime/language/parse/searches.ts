import type { FieldSpecContext, SoslClausesContext, SoslLiteralContext } from '@apexdevtools/apex-parser';
import type { QueryField, Search, SearchReturning } from '../query-ast.ts';
import { readLogical } from './conditions.ts';
import { readOrder } from './queries.ts';
import { readBind, readNumber } from './query-values.ts';
import { unquote } from './literals.ts';
import type { Reader } from './reader.ts';
import { lineOf, optional, refuse } from './tree.ts';

const GROUPS = ['all', 'email', 'name', 'phone', 'sidebar'] as const;

/** `[FIND 'x' IN PHONE FIELDS RETURNING Contact(Id)]`, the first bracket is part of the token `[FIND 'x'`. */
export function readSearch(tree: SoslLiteralContext, reader: Reader): Search {
  const line = lineOf(tree);
  const bind = optional(tree.boundExpression());
  const quoted = /'[\s\S]*'$/.exec(optional(tree.FindLiteral())?.getText() ?? '')?.[0] ?? "''";
  return {
    find:
      bind === null ? { kind: 'string', text: unquote(quoted, reader.file, line) } : readBind(bind, reader),
    ...readClauses(tree.soslClauses(), reader),
    line,
  };
}

export function readClauses(tree: SoslClausesContext, reader: Reader): Omit<Search, 'find' | 'line'> {
  if (tree.UPDATE()) refuse(reader.file, tree, 'UPDATE TRACKING or VIEWSTAT in a search');
  const group = optional(tree.searchGroup())?.getText().toLowerCase() ?? 'allfields';
  return {
    in: GROUPS.find((name) => `${name}fields` === group) ?? refuse(reader.file, tree, `IN ${group}`),
    returning: readReturning(tree, reader),
    with: readWith(tree, reader),
    limit: readNumber(tree.limitClause(), reader),
  };
}

function readReturning(tree: SoslClausesContext, reader: Reader): readonly SearchReturning[] {
  const specs: FieldSpecContext[] = [];
  const lists = [optional(tree.fieldSpecList())];
  for (const list of lists) {
    if (list === null) continue;
    specs.push(list.fieldSpec());
    lists.push(...list.fieldSpecList_list());
  }
  return specs.map((spec) => readSpec(spec, reader));
}

function readSpec(tree: FieldSpecContext, reader: Reader): SearchReturning {
  if (tree.USING()) refuse(reader.file, tree, 'USING LISTVIEW in a search');
  const where = optional(tree.logicalExpression());
  const order = optional(tree.fieldOrderList());
  return {
    object: tree.soslId_list()[0]?.getText() ?? '',
    fields: readFields(tree, reader),
    where: where === null ? null : readLogical(where, reader),
    orderBy: order === null ? [] : readOrder(order, reader),
    limit: readNumber(tree.limitClause(), reader),
    offset: readNumber(tree.offsetClause(), reader),
    line: lineOf(tree),
  };
}

function readFields(tree: FieldSpecContext, reader: Reader): readonly QueryField[] {
  const fields: QueryField[] = [];
  const lists = [optional(tree.fieldList())];
  for (const list of lists) {
    if (list === null) continue;
    if (
      list.TOLABEL() ||
      list.CONVERT_CURRENCY() ||
      list.FORMAT() ||
      optional(list.soqlFunction()) !== null
    ) {
      refuse(reader.file, list, `${list.getText()} in a search`);
    }
    for (const id of list.soslId_list()) {
      fields.push({ kind: 'field', path: id.getText().split('.'), line: lineOf(id) });
    }
    lists.push(...list.fieldList_list());
  }
  return fields;
}

function readWith(tree: SoslClausesContext, reader: Reader): Search['with'] {
  let mode: Search['with'] = null;
  for (const clause of tree.soslWithClause_list()) {
    if (clause.USER_MODE()) mode = 'user';
    else if (clause.SYSTEM_MODE()) mode = 'system';
    else refuse(reader.file, clause, `${clause.getText()} in a search`);
  }
  return mode;
}
