import { readExpression } from './expressions.ts';
import { readSubQuery } from './queries.ts';
import type { Reader } from './reader.ts';
import { readBlock, readStatement } from './statements.ts';
import { optional } from './tree.ts';

export function createReader(file: string): Reader {
  const reader: Reader = {
    file,
    expression: (tree) => readExpression(tree, reader),
    args: (tree) => (optional(tree)?.expression_list() ?? []).map((part) => readExpression(part, reader)),
    statement: (tree) => readStatement(tree, reader),
    block: (tree) => readBlock(tree, reader),
    subQuery: (tree) => readSubQuery(tree, reader),
  };
  return reader;
}
