import type { FieldNameContext, SoqlFunctionContext } from '@apexdevtools/apex-parser';
import type { QueryField, QueryFunction } from '../query-ast.ts';
import type { Reader } from './reader.ts';
import { lineOf, optional, refuse } from './tree.ts';

export function readField(tree: FieldNameContext): QueryField {
  return { kind: 'field', path: tree.soqlId_list().map((id) => id.getText()), line: lineOf(tree) };
}

export function readFunction(tree: SoqlFunctionContext, reader: Reader): QueryFunction {
  const line = lineOf(tree);
  const name = (/^\w+/.exec(tree.getText())?.[0] ?? '').toLowerCase();
  if (name === 'distance' || name === 'fields' || name === 'grouping') {
    return refuse(reader.file, tree, `${name.toUpperCase()}() in a query`);
  }
  const inner = optional(tree.soqlFunction());
  if (inner !== null) return { kind: 'function', name, argument: readFunction(inner, reader), line };
  const date = optional(tree.dateFieldName());
  if (date !== null) {
    const field = readField(date.fieldName());
    if (!date.CONVERT_TIMEZONE()) return { kind: 'function', name, argument: field, line };
    const zoned: QueryFunction = { kind: 'function', name: 'converttimezone', argument: field, line };
    return { kind: 'function', name, argument: zoned, line };
  }
  const field = optional(tree.fieldName());
  return { kind: 'function', name, argument: field === null ? null : readField(field), line };
}
