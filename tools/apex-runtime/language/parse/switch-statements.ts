import type { SwitchStatementContext, WhenLiteralContext, WhenValueContext } from '@apexdevtools/apex-parser';
import type { LiteralExpression, NameExpression } from '../ast.ts';
import type { Statement, SwitchCase } from '../statement-ast.ts';
import { unquote } from './literals.ts';
import type { Reader } from './reader.ts';
import { lineOf, optional, refuse } from './tree.ts';
import { readTypeRef } from './type-refs.ts';

export function readSwitch(tree: SwitchStatementContext, reader: Reader): Statement {
  return {
    kind: 'switch',
    subject: reader.expression(tree.expression()),
    cases: tree.whenControl_list().map((control) => ({
      when: readWhen(control.whenValue(), reader),
      body: reader.block(control.block()),
      line: lineOf(control),
    })),
    line: lineOf(tree),
  };
}

function readWhen(tree: WhenValueContext, reader: Reader): SwitchCase['when'] {
  if (tree.ELSE()) return { kind: 'else' };
  const type = optional(tree.typeRef());
  if (type !== null) return { kind: 'type', type: readTypeRef(type), name: tree.id().getText() };
  return {
    kind: 'values',
    values: tree.whenLiteral_list().map((literal) => readWhenLiteral(literal, reader)),
  };
}

function readWhenLiteral(tree: WhenLiteralContext, reader: Reader): LiteralExpression | NameExpression {
  const line = lineOf(tree);
  const inner = optional(tree.whenLiteral());
  if (inner !== null) return readWhenLiteral(inner, reader);
  const name = optional(tree.qualifiedName());
  if (name !== null) return { kind: 'name', name: name.getText(), line };
  const raw = tree.getText();
  if (tree.NULL()) return { kind: 'literal', type: 'null', text: '', line };
  if (tree.StringLiteral())
    return { kind: 'literal', type: 'string', text: unquote(raw, reader.file, line), line };
  if (tree.LongLiteral()) return { kind: 'literal', type: 'long', text: signed(raw.slice(0, -1)), line };
  if (tree.IntegerLiteral()) return { kind: 'literal', type: 'integer', text: signed(raw), line };
  return refuse(reader.file, tree, `when ${raw}`);
}

function signed(raw: string): string {
  const digits = raw.replace(/^[+-]+/, '');
  const minuses = raw.slice(0, raw.length - digits.length).replaceAll('+', '').length;
  return minuses % 2 === 1 ? `-${digits}` : digits;
}
