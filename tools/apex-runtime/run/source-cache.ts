import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TypeDeclaration } from '../language/declaration-ast.ts';
import { parseClass } from '../language/parse-class.ts';

/** Raise it when the syntax tree or what is read into it changes: trees of other versions are read anew. */
const FORMAT = 2;

/** The syntax tree of a class, from the cache where its text was parsed before. */
export function parseCached(file: string, text: string, cacheDir: string | null): TypeDeclaration {
  if (cacheDir === null) return parseClass(file, text);
  const hash = createHash('sha256').update(`${FORMAT}\n${file}\n${text}`).digest('hex').slice(0, 32);
  const path = join(cacheDir, `${hash}.json`);
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as TypeDeclaration;
  const tree = parseClass(file, text);
  mkdirSync(cacheDir, { recursive: true });
  // Several processes may write the same tree: a reader never sees half of one.
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(tree));
  renameSync(draft, path);
  return tree;
}
