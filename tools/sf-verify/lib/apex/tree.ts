import type { ApexParserRuleContext } from '@apexdevtools/apex-parser';
import type { Project } from '../project.ts';
import { parseApex } from './parse-apex.ts';

/** A node of a parse tree. */
export type Node = ApexParserRuleContext;

type NodeClass<T extends Node> = abstract new (...parameters: never[]) => T;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'children' in value && 'parentCtx' in value;

/** The node and everything below it, in document order, without the tokens. */
export function nodesBelow(node: Node): Node[] {
  const found: Node[] = [];
  const visit = (current: Node): void => {
    found.push(current);
    for (const child of (current as { children?: readonly unknown[] | null }).children ?? []) {
      if (isNode(child)) visit(child);
    }
  };
  visit(node);
  return found;
}

/** Nodes of one class at or below a node. */
export function findBelow<T extends Node>(node: Node, type: NodeClass<T>): T[] {
  return nodesBelow(node).filter((candidate): candidate is T => candidate instanceof type);
}

/** The nearest node of one class above a node, or null. */
export function findAbove<T extends Node>(node: Node, type: NodeClass<T>): T | null {
  let current = (node as { parentCtx?: unknown }).parentCtx;
  while (isNode(current)) {
    if (current instanceof type) return current;
    current = (current as { parentCtx?: unknown }).parentCtx;
  }
  return null;
}

/** Every node of a class or trigger, read once. */
export function nodesOfFile(project: Project, file: string): readonly Node[] {
  return project.ofFile('apex nodes', file, () => nodesBelow(parseApex(project, file)));
}

/** Nodes of one class in a file. */
export function findInFile<T extends Node>(project: Project, file: string, type: NodeClass<T>): T[] {
  return nodesOfFile(project, file).filter((node): node is T => node instanceof type);
}

export const lineOf = (node: Node): number => node.start.line;
