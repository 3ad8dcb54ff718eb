import { SyntaxProblem, createParser } from '../../language/parse/create-parser.ts';
import { createReader } from '../../language/parse/create-reader.ts';
import { readSearch } from '../../language/parse/searches.ts';
import type { Search } from '../../language/query-ast.ts';

/** In text the words stand in braces, in a class in quotes; the rest is the same. */
const TEXT = /^\s*FIND\s*\{((?:\\[\s\S]|[^\\}])*)\}([\s\S]*)$/i;

export interface SearchText {
  /** What is searched for, as it stands in the braces. */
  readonly find: string;
  /** Where, and what comes back: `IN PHONE FIELDS RETURNING ...` */
  readonly rest: string;
}

/** Splits the text of `Search.query`; throws SyntaxProblem. */
export function splitSearch(text: string): SearchText {
  const match = TEXT.exec(text);
  if (match === null) throw new SyntaxProblem(1, 0, "unexpected token: expecting 'FIND {'");
  return { find: match[1] ?? '', rest: (match[2] ?? '').trim() };
}

/** Throws SyntaxProblem. */
export function parseSearch({ find, rest }: SearchText): Search {
  const parser = createParser(`[FIND '' ${rest}]`);
  const search = readSearch(parser.soslLiteral(), createReader('dynamic SOSL'));
  return { ...search, find: { kind: 'string', text: find } };
}
