import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { walkFiles } from '../../scripts/build/files.ts';

const ROOT = resolve(__dirname, '../..');

/** The classes that ship, tests included, without comments; texts stay. */
const classes = walkFiles(join(ROOT, 'force-app/main'))
  .filter((path) => path.endsWith('.cls'))
  .map((path) => ({
    name: basename(path, '.cls'),
    code: readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''),
  }));

function placesOf(pattern: RegExp): string[] {
  return classes.flatMap(({ name, code }) => [...code.matchAll(pattern)].map(([text]) => `${name}: ${text}`));
}

describe('Apex that runs in any org and under any API version', () => {
  it('names the access mode of each query: the default changes with API version 67', () => {
    const queries = placesOf(/\[\s*(?:SELECT|FIND)\b[^\]]*\]/gi);
    expect(queries.length).toBeGreaterThan(50);
    expect(queries.filter((query) => !/\bWITH\s+(?:USER|SYSTEM)_MODE\b/.test(query))).toEqual([]);
  });

  it('has no DML statement: not every form of one can name a mode', () => {
    expect(placesOf(/^\s*(?:insert|update|upsert|delete|undelete|merge)\s+(?!as\b)\w.*;/gim)).toEqual([]);
  });

  it('names the access mode of each call that reads or writes', () => {
    const calls = placesOf(
      /\b(?:Database\.(?:insert|update|upsert|delete|undelete|query\w*|countQuery\w*)|Search\.query)\([\s\S]*?;/g,
    );
    expect(calls.length).toBeGreaterThan(30);
    expect(calls.filter((call) => !/AccessLevel\./.test(call))).toEqual([]);
  });

  it('finds no profile by its name, which follows the language of the org', () => {
    const queries = placesOf(/\[\s*SELECT\b[^\]]*\]/gi);
    const named =
      /\bFROM\s+Profile\b[^\]]*\bWHERE\b[^\]]*(?<![\w.])Name\s*(?:=|IN\b|LIKE\b)|\bProfile\.Name\b/i;
    expect(queries.filter((query) => named.test(query))).toEqual([]);
  });
});
