import type { CreatedNameContext, TypeNameContext, TypeRefContext } from '@apexdevtools/apex-parser';
import type { TypeRef, TypeRefPart } from '../ast.ts';
import { lineOf, optional } from './tree.ts';

export function readTypeRef(tree: TypeRefContext): TypeRef {
  return {
    parts: tree.typeName_list().map(readPart),
    arrayDepth: optional(tree.arraySubscripts())?.LBRACK_list().length ?? 0,
    line: lineOf(tree),
  };
}

/** The type behind `new`. */
export function readCreatedType(tree: CreatedNameContext): TypeRef {
  return {
    parts: tree.idCreatedNamePair_list().map((pair) => ({
      name: pair.anyId().getText(),
      args: (optional(pair.typeList())?.typeRef_list() ?? []).map(readTypeRef),
    })),
    arrayDepth: 0,
    line: lineOf(tree),
  };
}

function readPart(tree: TypeNameContext): TypeRefPart {
  const args = optional(tree.typeArguments())?.typeList().typeRef_list() ?? [];
  const id = optional(tree.id());
  const collection = tree.LIST() ? 'List' : tree.SET() ? 'Set' : 'Map';
  return { name: id === null ? collection : id.getText(), args: args.map(readTypeRef) };
}
