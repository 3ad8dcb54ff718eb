import {
  Arth2ExpressionContext,
  DotExpressionContext,
  FieldDeclarationContext,
  IdPrimaryContext,
  LiteralPrimaryContext,
  LocalVariableDeclarationContext,
  PrimaryExpressionContext,
  SubExpressionContext,
} from '@apexdevtools/apex-parser';
import type { ExpressionContext } from '@apexdevtools/apex-parser';
import { findAbove, nodesBelow } from '../apex/tree.ts';
import type { Node } from '../apex/tree.ts';
import { AssignExpressionContext, MethodDeclarationContext } from '@apexdevtools/apex-parser';

/** A query that a class keeps as text; null where the text depends on the run. */
export interface DynamicQuery {
  readonly node: Node;
  readonly method: string;
  readonly text: string;
}

const METHODS =
  /^(?:database\.(?:query|querywithbinds|countquery|countquerywithbinds|getquerylocator|getquerylocatorwithbinds)|search\.(?:query|find))$/i;

const unescape = (literal: string): string =>
  literal
    .slice(1, -1)
    .replace(/\\(.)/g, (_, letter: string) => ({ n: '\n', t: '\t', r: '\r' })[letter] ?? letter);

/** The initial value of a name that nothing in its method assigns again. */
function initialValue(place: Node, name: string, file: readonly Node[]): ExpressionContext | null {
  const method = findAbove(place, MethodDeclarationContext);
  const local = method === null ? [] : nodesBelow(method);
  const isAssigned = local.some(
    (node) => node instanceof AssignExpressionContext && node.expression(0).getText().toLowerCase() === name,
  );
  if (isAssigned) return null;
  for (const node of [...local, ...file]) {
    const isField = node instanceof FieldDeclarationContext;
    if (!isField && !(node instanceof LocalVariableDeclarationContext)) continue;
    const declared = node.variableDeclarators().variableDeclarator_list();
    const found = declared.find((item) => item.id().getText().toLowerCase() === name);
    if (found !== undefined) return found.expression() as ExpressionContext | null;
  }
  return null;
}

/** The text of a constant expression, or null. */
export function constantText(expression: ExpressionContext, file: readonly Node[]): string | null {
  if (expression instanceof SubExpressionContext) return constantText(expression.expression(), file);
  if (expression instanceof Arth2ExpressionContext && expression.ADD()) {
    const parts = expression.expression_list().map((part) => constantText(part, file));
    return parts.includes(null) ? null : parts.join('');
  }
  if (!(expression instanceof PrimaryExpressionContext)) return null;
  const primary = expression.primary();
  if (primary instanceof LiteralPrimaryContext) {
    const text = primary.getText();
    return text.startsWith("'") ? unescape(text) : /^\d+$/.test(text) ? text : null;
  }
  if (!(primary instanceof IdPrimaryContext)) return null;
  const value = initialValue(expression, primary.getText().toLowerCase(), file);
  return value === null ? null : constantText(value, file);
}

/** Calls that run a query from constant text. */
export function listDynamicQueries(file: readonly Node[]): readonly DynamicQuery[] {
  return file.flatMap((node) => {
    if (!(node instanceof DotExpressionContext)) return [];
    const call = node.dotMethodCall() as ReturnType<DotExpressionContext['dotMethodCall']> | null;
    if (call === null) return [];
    const method = `${node.expression().getText()}.${call.anyId().getText()}`;
    const first = (call.expressionList() as ReturnType<typeof call.expressionList> | null)?.expression(0);
    if (!METHODS.test(method) || first === undefined) return [];
    const text = constantText(first, file);
    return text === null ? [] : [{ node, method, text }];
  });
}
