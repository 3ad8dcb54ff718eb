import {
  ArrayExpressionContext,
  AssignExpressionContext,
  CastExpressionContext,
  CondExpressionContext,
  DotExpressionContext,
  InstanceOfExpressionContext,
  MethodCallExpressionContext,
  NegExpressionContext,
  NewExpressionContext,
  PostOpExpressionContext,
  PreOpExpressionContext,
  PrimaryExpressionContext,
  SubExpressionContext,
} from '@apexdevtools/apex-parser';
import type { ExpressionContext, MethodCallContext } from '@apexdevtools/apex-parser';
import type { AssignOperator, Expression } from '../ast.ts';
import { readBinary } from './binary.ts';
import { readCreator } from './creators.ts';
import { readPrimary } from './primaries.ts';
import type { Reader } from './reader.ts';
import { lineOf, optional, refuse } from './tree.ts';
import { readTypeRef } from './type-refs.ts';

export function readExpression(tree: ExpressionContext, reader: Reader): Expression {
  const line = lineOf(tree);
  const read = (part: ExpressionContext): Expression => reader.expression(part);
  if (tree instanceof PrimaryExpressionContext) return readPrimary(tree.primary(), reader);
  if (tree instanceof SubExpressionContext) return grouped(read(tree.expression()));
  if (tree instanceof DotExpressionContext) return readDot(tree, reader);
  if (tree instanceof MethodCallExpressionContext) return readCall(tree.methodCall(), reader);
  if (tree instanceof NewExpressionContext) return readCreator(tree.creator(), reader);
  if (tree instanceof CastExpressionContext) {
    return { kind: 'cast', type: readTypeRef(tree.typeRef()), operand: read(tree.expression()), line };
  }
  if (tree instanceof InstanceOfExpressionContext) {
    return { kind: 'instanceof', operand: read(tree.expression()), type: readTypeRef(tree.typeRef()), line };
  }
  if (tree instanceof CondExpressionContext) {
    return {
      kind: 'conditional',
      condition: read(tree.expression(0)),
      whenTrue: read(tree.expression(1)),
      whenFalse: read(tree.expression(2)),
      line,
    };
  }
  if (tree instanceof ArrayExpressionContext) {
    return { kind: 'index', target: read(tree.expression(0)), index: read(tree.expression(1)), line };
  }
  if (tree instanceof AssignExpressionContext) {
    const operator = tree.getChild(1).getText() as AssignOperator;
    return {
      kind: 'assign',
      operator,
      target: read(tree.expression(0)),
      value: read(tree.expression(1)),
      line,
    };
  }
  if (tree instanceof NegExpressionContext) {
    return { kind: 'unary', operator: tree.BANG() ? '!' : '~', operand: read(tree.expression()), line };
  }
  if (tree instanceof PreOpExpressionContext) {
    const operand = read(tree.expression());
    if (tree.INC() || tree.DEC()) {
      return { kind: 'step', operator: tree.INC() ? '++' : '--', isPrefix: true, operand, line };
    }
    return { kind: 'unary', operator: tree.SUB() ? '-' : '+', operand, line };
  }
  if (tree instanceof PostOpExpressionContext) {
    const operator = tree.INC() ? '++' : '--';
    return { kind: 'step', operator, isPrefix: false, operand: read(tree.expression()), line };
  }
  return readBinary(tree, read) ?? refuse(reader.file, tree, `the expression ${tree.getText()}`);
}

function grouped(operand: Expression): Expression {
  return isSafeChain(operand) ? { kind: 'group', operand, line: operand.line } : operand;
}

function isSafeChain(node: Expression | null): boolean {
  if (node?.kind !== 'member' && node?.kind !== 'call') return false;
  return node.isSafe || isSafeChain(node.target);
}

function readDot(tree: DotExpressionContext, reader: Reader): Expression {
  const target = reader.expression(tree.expression());
  const isSafe = Boolean(tree.QUESTIONDOT());
  const call = optional(tree.dotMethodCall());
  if (call === null) {
    return { kind: 'member', target, name: tree.anyId().getText(), isSafe, line: lineOf(tree.anyId()) };
  }
  const args = reader.args(call.expressionList());
  return { kind: 'call', target, name: call.anyId().getText(), args, isSafe, line: lineOf(call) };
}

function readCall(tree: MethodCallContext, reader: Reader): Expression {
  const line = lineOf(tree);
  const args = reader.args(tree.expressionList());
  if (tree.THIS()) return { kind: 'constructor-call', of: 'this', args, line };
  if (tree.SUPER()) return { kind: 'constructor-call', of: 'super', args, line };
  return { kind: 'call', target: null, name: tree.id().getText(), args, isSafe: false, line };
}
