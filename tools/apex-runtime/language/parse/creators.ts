import type { ArrayCreatorRestContext, CreatorContext } from '@apexdevtools/apex-parser';
import type { Expression, TypeRef } from '../ast.ts';
import type { Reader } from './reader.ts';
import { lineOf, optional } from './tree.ts';
import { readCreatedType } from './type-refs.ts';

/** What stands behind `new`. */
export function readCreator(tree: CreatorContext, reader: Reader): Expression {
  const line = lineOf(tree);
  const type = readCreatedType(tree.createdName());
  const classRest = optional(tree.classCreatorRest());
  if (classRest !== null) {
    return { kind: 'new', type, args: reader.args(classRest.arguments().expressionList()), line };
  }
  const array = optional(tree.arrayCreatorRest());
  if (array !== null) return readArray(array, type, reader, line);
  const map = optional(tree.mapCreatorRest());
  if (map !== null) {
    const entries = map
      .mapCreatorRestPair_list()
      .map((pair) => [reader.expression(pair.expression(0)), reader.expression(pair.expression(1))] as const);
    return { kind: 'new-map', type, entries, line };
  }
  const items = optional(tree.setCreatorRest())?.expression_list() ?? [];
  return { kind: 'new-collection', type, items: items.map((item) => reader.expression(item)), line };
}

function readArray(tree: ArrayCreatorRestContext, type: TypeRef, reader: Reader, line: number): Expression {
  const size = optional(tree.expression());
  const items = optional(tree.arrayInitializer())?.expression_list() ?? [];
  return {
    kind: 'new-array',
    type,
    size: size === null ? null : reader.expression(size),
    items: items.map((item) => reader.expression(item)),
    line,
  };
}
