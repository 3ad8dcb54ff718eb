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
import type { Project } from '../project.ts';
import { findAbove, nodesBelow, nodesOfFile } from './tree.ts';
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
export function typesAt(project: Project, file: string, place: Node): ReadonlyMap<string, string> {
  const method =
    findAbove(place, MethodDeclarationContext) ?? findAbove(place, ConstructorDeclarationContext);
  return project.ofFile(`types at ${method?.start.start ?? 0}`, file, () => {
    const types = new Map<string, string>();
    for (const node of nodesOfFile(project, file)) {
      const isField = node instanceof FieldDeclarationContext || node instanceof PropertyDeclarationContext;
      if (isField) declare(node, types);
    }
    for (const node of method === null ? [] : nodesBelow(method)) declare(node, types);
    return types;
  });
}
