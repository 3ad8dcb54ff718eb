import type { ForStatementContext } from '@apexdevtools/apex-parser';
import type { Statement } from '../statement-ast.ts';
import { readLocal } from './locals.ts';
import type { Reader } from './reader.ts';
import { lineOf, optional } from './tree.ts';
import { readTypeRef } from './type-refs.ts';

export function readFor(tree: ForStatementContext, reader: Reader): Statement {
  const line = lineOf(tree);
  const control = tree.forControl();
  const bodyTree = optional(tree.statement());
  const body = bodyTree === null ? null : reader.statement(bodyTree);
  const each = optional(control.enhancedForControl());
  if (each !== null) {
    return {
      kind: 'for-each',
      type: readTypeRef(each.typeRef()),
      name: each.id().getText(),
      iterable: reader.expression(each.expression()),
      body,
      line,
    };
  }
  const initial = optional(control.forInit());
  const declared = optional(initial?.localVariableDeclaration());
  const condition = optional(control.expression());
  return {
    kind: 'for',
    declared: declared === null ? null : readLocal(declared, reader),
    initial: reader.args(optional(initial?.expressionList())),
    condition: condition === null ? null : reader.expression(condition),
    update: reader.args(optional(optional(control.forUpdate())?.expressionList())),
    body,
    line,
  };
}
