import {
  AssignExpressionContext,
  DotExpressionContext,
  EnhancedForControlContext,
  LocalVariableDeclarationContext,
  MethodDeclarationContext,
  PrimaryExpressionContext,
  SoqlPrimaryContext,
} from '@apexdevtools/apex-parser';
import type { ExpressionContext, QueryContext } from '@apexdevtools/apex-parser';
import { findBelow, nodesBelow } from '../apex/tree.ts';
import type { Node } from '../apex/tree.ts';
import { findField } from '../schema/schema.ts';
import { find } from './habit.ts';
import type { Habit } from './habit.ts';

interface Queried {
  readonly variable: string;
  readonly query: QueryContext;
}

function queryOf(expression: ExpressionContext | null): QueryContext | null {
  if (!(expression instanceof PrimaryExpressionContext)) return null;
  const primary = expression.primary();
  return primary instanceof SoqlPrimaryContext ? primary.soqlLiteral().query() : null;
}

function queriedIn(method: Node): Queried[] {
  return nodesBelow(method).flatMap((node): Queried[] => {
    if (node instanceof EnhancedForControlContext) {
      const query = queryOf(node.expression());
      return query === null ? [] : [{ variable: node.id().getText().toLowerCase(), query }];
    }
    if (!(node instanceof LocalVariableDeclarationContext) || /[<[]/.test(node.typeRef().getText()))
      return [];
    return node
      .variableDeclarators()
      .variableDeclarator_list()
      .flatMap((item) => {
        const query = queryOf(item.expression() as ExpressionContext | null);
        return query === null ? [] : [{ variable: item.id().getText().toLowerCase(), query }];
      });
  });
}

/** A field that is read from a queried record is among the columns: SObjectException at run time otherwise. */
export const checkQueriedFields: Habit = (context) => {
  for (const method of find(context, MethodDeclarationContext)) {
    const assigned = new Set(
      findBelow(method, AssignExpressionContext).map((node) => node.expression(0).getText().toLowerCase()),
    );
    for (const { variable, query } of queriedIn(method)) {
      const columns = query
        .selectList()
        .selectEntry_list()
        .map((entry) => entry.getText().toLowerCase());
      const object = query.fromNameList().fieldName(0).getText();
      if (columns.some((column) => column.includes('(')) || assigned.has(variable)) continue;
      for (const node of findBelow(method, DotExpressionContext)) {
        if (node.expression().getText().toLowerCase() !== variable || node.dotMethodCall()) continue;
        const name = node.anyId().getText();
        const lower = name.toLowerCase();
        const field = findField(context.schema, object, name);
        if (field === undefined || field.type.startsWith('@') || field.type.endsWith('[]') || lower === 'id')
          continue;
        if (columns.includes(lower) || assigned.has(`${variable}.${lower}`)) continue;
        context.report(node, `${name} is read from ${variable} and not queried: add it to the columns`);
      }
    }
  }
};
