import type { IdContext, QualifiedNameContext } from '@apexdevtools/apex-parser';
import { UnsupportedApex } from '../../model/errors.ts';

/** What all rules of the parser have. */
export interface Tree {
  readonly start: { readonly line: number };
  getText(): string;
}

export function lineOf(tree: Tree): number {
  return tree.start.line;
}

/** The parser's declarations hide that an optional part may be null. */
export function optional<Part>(part: Part): NonNullable<Part> | null {
  return part ?? null;
}

export function refuse(file: string, tree: Tree, what: string): never {
  throw new UnsupportedApex(what, { file, line: lineOf(tree) });
}

export function nameOf(id: IdContext): string {
  return id.getText();
}

export function partsOf(name: QualifiedNameContext): readonly string[] {
  return name.id_list().map(nameOf);
}
