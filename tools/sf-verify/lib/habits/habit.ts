import { findInFile } from '../apex/tree.ts';
import type { Node } from '../apex/tree.ts';
import type { Project } from '../project.ts';
import type { Schema } from '../schema/schema.ts';

/** One file of Apex under check. */
export interface ApexContext {
  readonly project: Project;
  readonly schema: Schema;
  readonly file: string;
  readonly report: (node: Node, message: string) => void;
}

/** A rule about Apex that no compiler knows. */
export type Habit = (context: ApexContext) => void;

/** Nodes of one class in the file under check. */
export function find<T extends Node>(
  { project, file }: ApexContext,
  type: abstract new (...parameters: never[]) => T,
): T[] {
  return findInFile(project, file, type);
}
