import { DotExpressionContext, MethodCallExpressionContext } from '@apexdevtools/apex-parser';
import type { ExpressionContext } from '@apexdevtools/apex-parser';
import type { Node } from './tree.ts';

/** A call: `target.method(...)`, or `method(...)` with an empty target. */
export interface Call {
  readonly target: string;
  readonly method: string;
  readonly arguments: readonly ExpressionContext[];
  readonly node: Node;
}

interface WithList {
  readonly expressionList: () => { readonly expression_list: () => ExpressionContext[] } | null;
}

const argumentsOf = (call: unknown): readonly ExpressionContext[] =>
  (call as WithList).expressionList()?.expression_list() ?? [];

/** Reads a node as a call, or answers null. */
export function callOf(node: Node): Call | null {
  if (node instanceof DotExpressionContext) {
    const call = node.dotMethodCall() as ReturnType<DotExpressionContext['dotMethodCall']> | null;
    if (call === null) return null;
    return {
      target: node.expression().getText(),
      method: call.anyId().getText(),
      arguments: argumentsOf(call),
      node,
    };
  }
  if (!(node instanceof MethodCallExpressionContext)) return null;
  const call = node.methodCall();
  const name = call.id() as ReturnType<typeof call.id> | null;
  return name === null ? null : { target: '', method: name.getText(), arguments: argumentsOf(call), node };
}

/** Calls among nodes. */
export function callsIn(nodes: readonly Node[]): readonly Call[] {
  return nodes.flatMap((node) => callOf(node) ?? []);
}

/** Class and method in lower case, `database.insert`; without `System.`, which may be left out. */
export const nameOf = ({ target, method }: Call): string =>
  `${target}.${method}`
    .toLowerCase()
    .replace(/^\./, '')
    .replace(/^system\./, '');
