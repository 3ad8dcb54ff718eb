import { SyntaxProblem, createParser } from '../../language/parse/create-parser.ts';
import { createReader } from '../../language/parse/create-reader.ts';
import { readSearch } from '../../language/parse/searches.ts';
import type { Search } from '../../language/query-ast.ts';

/** In text the words stand in braces, in a class in quotes; the rest is the same. */
const TEXT = /^\s*FIND\s*\{((?:\\[\s\S]|[^\\}])*)\}([\s\S]*)$/i;

/** The text of `Search.query`; throws SyntaxProblem. */
export function parseSearch(text: string): Search {
  const match = TEXT.exec(text);
  if (match === null) throw new SyntaxProblem(1, 0, "unexpected token: expecting 'FIND {'");
  const [, find = '', rest = ''] = match;
  const parser = createParser(`[FIND '' ${rest.trim()}]`);
  const search = readSearch(parser.soslLiteral(), createReader('dynamic SOSL'));
  return { ...search, find: { kind: 'string', text: find } };
}
