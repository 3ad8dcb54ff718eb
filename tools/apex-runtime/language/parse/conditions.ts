import type {
  ComparisonOperatorContext,
  ConditionalExpressionContext,
  FieldExpressionContext,
  LogicalExpressionContext,
  WhereConditionalExpressionContext,
  WhereLogicalExpressionContext,
} from '@apexdevtools/apex-parser';
import type { Comparison, ComparisonOperator, Condition } from '../query-ast.ts';
import { readField, readFunction } from './query-operands.ts';
import { readValue } from './query-values.ts';
import type { Reader } from './reader.ts';
import { lineOf, optional, refuse } from './tree.ts';

export function readWhere(tree: WhereLogicalExpressionContext, reader: Reader): Condition {
  return join(
    tree,
    tree.whereConditionalExpression_list().map((part) => readWherePart(part, reader)),
  );
}

/** The conditions of HAVING and of a search. */
export function readLogical(tree: LogicalExpressionContext, reader: Reader): Condition {
  return join(
    tree,
    tree.conditionalExpression_list().map((part) => readPart(part, reader)),
  );
}

interface Joined {
  NOT(): unknown;
  SOQLOR_list(): readonly unknown[];
}

function join(tree: Joined, parts: readonly Condition[]): Condition {
  const [first] = parts;
  if (tree.NOT() && first !== undefined) return { kind: 'not', part: first };
  if (first !== undefined && parts.length === 1) return first;
  return { kind: tree.SOQLOR_list().length > 0 ? 'or' : 'and', parts };
}

function readWherePart(tree: WhereConditionalExpressionContext, reader: Reader): Condition {
  const inner = optional(tree.whereLogicalExpression());
  if (inner !== null) return readWhere(inner, reader);
  const leaf = tree.whereFieldExpression();
  const field = optional(leaf.fieldExpression());
  return field === null ? refuse(reader.file, leaf, 'FORMULA() in a query') : readComparison(field, reader);
}

function readPart(tree: ConditionalExpressionContext, reader: Reader): Condition {
  const inner = optional(tree.logicalExpression());
  return inner === null ? readComparison(tree.fieldExpression(), reader) : readLogical(inner, reader);
}

function readComparison(tree: FieldExpressionContext, reader: Reader): Comparison {
  const name = optional(tree.fieldName());
  return {
    kind: 'comparison',
    left: name === null ? readFunction(tree.soqlFunction(), reader) : readField(name),
    operator: readOperator(tree.comparisonOperator()),
    right: readValue(tree.value(), reader),
    line: lineOf(tree),
  };
}

function readOperator(tree: ComparisonOperatorContext): ComparisonOperator {
  if (tree.LIKE()) return 'like';
  if (tree.IN()) return tree.NOT() ? 'not in' : 'in';
  if (tree.INCLUDES()) return 'includes';
  if (tree.EXCLUDES()) return 'excludes';
  if (tree.NOTEQUAL() || tree.LESSANDGREATER()) return '!=';
  if (tree.LT()) return tree.ASSIGN() ? '<=' : '<';
  if (tree.GT()) return tree.ASSIGN() ? '>=' : '>';
  return '=';
}
