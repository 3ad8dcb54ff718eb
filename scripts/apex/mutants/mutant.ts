import type { ClassSource } from '../../../tools/apex-runtime/language/class-source.ts';

/** A node of a syntax tree, as one that can be changed. */
export type TreeNode = Record<string, unknown>;

/** What a change of one place would be. */
export interface Change {
  /** In words: `USER_MODE becomes SYSTEM_MODE`. */
  readonly what: string;
  /** Makes the change and answers how it is undone. */
  apply(): () => void;
}

/** One change of the package's Apex that its tests ought to notice. */
export interface Mutant extends Change {
  readonly file: string;
  readonly line: number;
  /** Of the statement that holds the place; null: outside of statements, as in the initial value of a field. */
  readonly statementLine: number | null;
  readonly source: ClassSource;
}

function fill(node: TreeNode, content: TreeNode): void {
  for (const key of Object.keys(node)) Reflect.deleteProperty(node, key);
  Object.assign(node, content);
}

/** The node becomes another one, at its own place: whoever refers to it sees the other. */
export function replaced(node: TreeNode, content: TreeNode): () => () => void {
  return () => {
    const before = { ...node };
    fill(node, { line: before['line'], ...content });
    return () => {
      fill(node, before);
    };
  };
}

export function change(what: string, node: TreeNode, content: TreeNode): Change {
  return { what, apply: replaced(node, content) };
}

/** Only these properties change. */
export function changeOf(what: string, node: TreeNode, properties: TreeNode): Change {
  return { what, apply: replaced(node, { ...node, ...properties }) };
}
