import { SyntaxProblem, createParser } from './parse/create-parser.ts';
import { createReader } from './parse/create-reader.ts';
import { readQuery } from './parse/queries.ts';
import type { Query } from './query-ast.ts';

const END_OF_FILE = -1;

/** The text of `Database.query`; throws SyntaxProblem. Errors of what is not supported name the file `dynamic SOQL`. */
export function parseQuery(text: string): Query {
  const parser = createParser(text.replace(/\\[\s\S]/g, doubleWildcardEscape));
  const tree = parser.query();
  const end = parser.getCurrentToken();
  if (end.type !== END_OF_FILE)
    throw new SyntaxProblem(end.line, end.column, `unexpected token: '${end.text}'`);
  return readQuery(tree, createReader('dynamic SOQL'));
}

/** The lexer is that of Apex, which does not know `\%` and `\_`. */
function doubleWildcardEscape(escape: string): string {
  return escape === '\\%' || escape === '\\_' ? `\\${escape}` : escape;
}
