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

  it('works without sharing in these classes only, which say why', () => {
    const shipped = classes.filter(({ code }) => !/@IsTest/i.test(code));
    const names = shipped
      .filter(({ code }) => /^\w.*without sharing class/m.test(code))
      .map(({ name }) => name);
    expect(names.sort()).toEqual([
      'PacelineClosingJob',
      'PacelineErasure',
      'PacelineExportPerson',
      'PacelineLedger',
      'PacelineLedgerRows',
      'PacelinePersonFinder',
      'PacelineRetentionJob',
      'PacelineSamePerson',
      'PacelineSuccessor',
      'PacelineTaskFinder',
    ]);
  });

  it('says in each class whether sharing counts', () => {
    const silent = classes.flatMap(({ name, code }) =>
      code
        .split('\n')
        .filter((line) => /^[\w ]*\bclass \w+/.test(line.trim()))
        .filter((line) => !/\b(?:with|without|inherited) sharing\b|\bextends Exception\b/.test(line))
        .map((line) => `${name}: ${line.trim()}`),
    );
    expect(silent).toEqual([]);
  });
});
