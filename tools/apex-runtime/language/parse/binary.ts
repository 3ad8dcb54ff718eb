import {
  Arth1ExpressionContext,
  Arth2ExpressionContext,
  BitAndExpressionContext,
  BitExpressionContext,
  BitNotExpressionContext,
  BitOrExpressionContext,
  CmpExpressionContext,
  CoalExpressionContext,
  EqualityExpressionContext,
  LogAndExpressionContext,
  LogOrExpressionContext,
} from '@apexdevtools/apex-parser';
import type { ExpressionContext } from '@apexdevtools/apex-parser';
import type { BinaryOperator, Expression } from '../ast.ts';
import { lineOf } from './tree.ts';

type Read = (tree: ExpressionContext) => Expression;

/** Null: not an expression with two operands. */
export function readBinary(tree: ExpressionContext, read: Read): Expression | null {
  const operator = operatorOf(tree);
  if (operator === null) return null;
  const [left, right] = (tree as Arth1ExpressionContext).expression_list();
  if (left === undefined || right === undefined) return null;
  return { kind: 'binary', operator, left: read(left), right: read(right), line: lineOf(tree) };
}

function operatorOf(tree: ExpressionContext): BinaryOperator | null {
  if (tree instanceof Arth1ExpressionContext) return tree.MUL() ? '*' : '/';
  if (tree instanceof Arth2ExpressionContext) return tree.ADD() ? '+' : '-';
  if (tree instanceof CmpExpressionContext) {
    if (tree.GT()) return tree.ASSIGN() ? '>=' : '>';
    return tree.ASSIGN() ? '<=' : '<';
  }
  if (tree instanceof EqualityExpressionContext) {
    if (tree.TRIPLEEQUAL()) return '===';
    if (tree.TRIPLENOTEQUAL()) return '!==';
    return tree.EQUAL() ? '==' : '!=';
  }
  if (tree instanceof LogAndExpressionContext) return '&&';
  if (tree instanceof LogOrExpressionContext) return '||';
  if (tree instanceof CoalExpressionContext) return '??';
  if (tree instanceof BitAndExpressionContext) return '&';
  if (tree instanceof BitOrExpressionContext) return '|';
  if (tree instanceof BitNotExpressionContext) return '^';
  if (tree instanceof BitExpressionContext) return shiftOf(tree);
  return null;
}

function shiftOf(tree: BitExpressionContext): BinaryOperator {
  if (tree.LT_list().length > 0) return '<<';
  return tree.GT_list().length > 2 ? '>>>' : '>>';
}
