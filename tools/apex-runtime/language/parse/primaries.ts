import {
  IdPrimaryContext,
  LiteralPrimaryContext,
  SoqlPrimaryContext,
  SoslPrimaryContext,
  SuperPrimaryContext,
  ThisPrimaryContext,
  TypeRefPrimaryContext,
} from '@apexdevtools/apex-parser';
import type { PrimaryContext } from '@apexdevtools/apex-parser';
import type { Expression } from '../ast.ts';
import { readLiteral } from './literals.ts';
import { readQuery } from './queries.ts';
import { readSearch } from './searches.ts';
import type { Reader } from './reader.ts';
import { lineOf, refuse } from './tree.ts';
import { readTypeRef } from './type-refs.ts';

export function readPrimary(tree: PrimaryContext, reader: Reader): Expression {
  const line = lineOf(tree);
  if (tree instanceof LiteralPrimaryContext) return readLiteral(tree.literal(), reader.file);
  if (tree instanceof IdPrimaryContext) return { kind: 'name', name: tree.id().getText(), line };
  if (tree instanceof ThisPrimaryContext) return { kind: 'this', line };
  if (tree instanceof SuperPrimaryContext) return { kind: 'super', line };
  if (tree instanceof TypeRefPrimaryContext) {
    return { kind: 'class-literal', type: readTypeRef(tree.typeRef()), line };
  }
  if (tree instanceof SoqlPrimaryContext) {
    return { kind: 'query', query: readQuery(tree.soqlLiteral().query(), reader), line };
  }
  if (tree instanceof SoslPrimaryContext) {
    return { kind: 'search', search: readSearch(tree.soslLiteral(), reader), line };
  }
  return refuse(reader.file, tree, tree.getText());
}
