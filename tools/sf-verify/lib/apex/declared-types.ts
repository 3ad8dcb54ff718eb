import {
  CatchClauseContext,
  ConstructorDeclarationContext,
  EnhancedForControlContext,
  FieldDeclarationContext,
  FormalParameterContext,
  LocalVariableDeclarationContext,
  MethodDeclarationContext,
  PropertyDeclarationContext,
} from '@apexdevtools/apex-parser';
import { findAbove, nodesBelow } from './tree.ts';
import type { Node } from './tree.ts';

function declare(node: Node, types: Map<string, string>): void {
  if (node instanceof LocalVariableDeclarationContext || node instanceof FieldDeclarationContext) {
    for (const declared of node.variableDeclarators().variableDeclarator_list()) {
      types.set(declared.id().getText().toLowerCase(), node.typeRef().getText());
    }
  } else if (
    node instanceof FormalParameterContext ||
    node instanceof EnhancedForControlContext ||
    node instanceof PropertyDeclarationContext
  ) {
    types.set(node.id().getText().toLowerCase(), node.typeRef().getText());
  } else if (node instanceof CatchClauseContext) {
    types.set(node.id().getText().toLowerCase(), node.qualifiedName().getText());
  }
}

/** Types of the names that a place can see, by lower-case name: those of its method, then fields of the file. */
export function declaredTypes(place: Node, file: readonly Node[]): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  for (const node of file) {
    if (node instanceof FieldDeclarationContext || node instanceof PropertyDeclarationContext)
      declare(node, types);
  }
  const method =
    findAbove(place, MethodDeclarationContext) ?? findAbove(place, ConstructorDeclarationContext);
  for (const node of method === null ? [] : nodesBelow(method)) declare(node, types);
  return types;
}
