import type {
  BlockContext,
  ExpressionContext,
  ExpressionListContext,
  StatementContext,
  SubQueryContext,
} from '@apexdevtools/apex-parser';
import type { Expression } from '../ast.ts';
import type { BlockStatement, Statement } from '../statement-ast.ts';
import type { Query } from '../query-ast.ts';

/** Reads the parts that occur in one another, so that no file needs to import the one that imports it. */
export interface Reader {
  readonly file: string;
  expression(tree: ExpressionContext): Expression;
  args(tree: ExpressionListContext | null): readonly Expression[];
  statement(tree: StatementContext): Statement;
  block(tree: BlockContext): BlockStatement;
  subQuery(tree: SubQueryContext): Query;
}
