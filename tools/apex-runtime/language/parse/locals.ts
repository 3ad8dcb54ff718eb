import type { LocalVariableDeclarationContext, VariableDeclaratorsContext } from '@apexdevtools/apex-parser';
import type { LocalStatement, Variable } from '../statement-ast.ts';
import type { Reader } from './reader.ts';
import { lineOf, optional, refuse } from './tree.ts';
import { readTypeRef } from './type-refs.ts';

export function readVariables(tree: VariableDeclaratorsContext, reader: Reader): readonly Variable[] {
  return tree.variableDeclarator_list().map((variable) => {
    const initial = optional(variable.expression());
    return {
      name: variable.id().getText(),
      initial: initial === null ? null : reader.expression(initial),
      line: lineOf(variable),
    };
  });
}

export function readLocal(tree: LocalVariableDeclarationContext, reader: Reader): LocalStatement {
  const words = tree.modifier_list().map((modifier) => modifier.getText().toLowerCase());
  const other = words.find((word) => word !== 'final');
  if (other !== undefined) refuse(reader.file, tree, `${other} of a local variable`);
  return {
    kind: 'local',
    type: readTypeRef(tree.typeRef()),
    isFinal: words.includes('final'),
    variables: readVariables(tree.variableDeclarators(), reader),
    line: lineOf(tree),
  };
}
