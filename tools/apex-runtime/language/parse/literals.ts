import type { LiteralContext } from '@apexdevtools/apex-parser';
import { CompileError } from '../../model/errors.ts';
import type { LiteralExpression, LiteralKind } from '../ast.ts';
import { lineOf, refuse } from './tree.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  "'": "'",
  '"': '"',
  '\\': '\\',
};

/** The text that a quoted literal means. */
export function unquote(quoted: string, file: string, line: number): string {
  return quoted.slice(1, -1).replace(/\\(u[0-9a-fA-F]{4}|[\s\S])/g, (escape, code: string) => {
    if (code.length > 1) return String.fromCharCode(parseInt(code.slice(1), 16));
    const meant = ESCAPES[code];
    if (meant === undefined) throw new CompileError({ file, line }, `illegal string literal: ${escape}`);
    return meant;
  });
}

export function readLiteral(tree: LiteralContext, file: string): LiteralExpression {
  const line = lineOf(tree);
  const raw = tree.getText();
  const literal = (type: LiteralKind, text: string): LiteralExpression => ({
    kind: 'literal',
    type,
    text,
    line,
  });
  if (tree.NULL()) return literal('null', '');
  if (tree.BooleanLiteral()) return literal('boolean', raw.toLowerCase());
  if (tree.StringLiteral()) return literal('string', unquote(raw, file, line));
  if (tree.LongLiteral()) return literal('long', raw.slice(0, -1));
  if (tree.IntegerLiteral()) return literal('integer', raw);
  if (tree.NumberLiteral()) {
    return /d$/i.test(raw) ? literal('double', raw.slice(0, -1)) : literal('decimal', raw);
  }
  return refuse(file, tree, `the literal ${raw}`);
}
