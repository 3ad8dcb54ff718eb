/**
 * No hand-written source over 400 lines (tests 600); prints the quantiles. `--root DIR` looks at another tree.
 * ESLint has the same limit for TypeScript; this one also sees Apex, templates and styles.
 */
import { readFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './lib/steps.ts';

const { values } = parseArgs({ options: { root: { type: 'string', default: ROOT } } });
const FOLDERS = ['src', 'force-app', 'demo-app', 'workbench', 'scripts', 'test', 'bench', 'tools'];
const SKIPPED = new Set(['node_modules', '.cache', 'dist', 'generated', 'staticresources', 'bad']);
const SOURCE = /\.(ts|mts|mjs|cjs|cls|html|css)$/;
const isTest = (file: string): boolean => /(^|\/)(test|__tests__)\//.test(file) || /Test\.cls$/.test(file);

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? walk(file) : SOURCE.test(entry.name) ? [file] : [];
  });
}

const existing = new Set(readdirSync(values.root));
const lengths: { file: string; lines: number }[] = [];
for (const folder of FOLDERS.filter((name) => existing.has(name))) {
  for (const file of walk(path.join(values.root, folder))) {
    const text = await readFile(file, 'utf8');
    if (/\bGenerated (by|from)\b/.test(text.slice(0, 200))) continue;
    lengths.push({
      file: path.relative(values.root, file),
      lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    });
  }
}

const tooLong = lengths.filter(({ file, lines }) => lines > (isTest(file) ? 600 : 400));
for (const { file, lines } of tooLong) {
  console.error(
    `${file}: ${lines} lines, at most ${isTest(file) ? 600 : 400}. Split it: one concept a file.`,
  );
}
const sources = lengths
  .filter(({ file }) => !isTest(file))
  .map(({ lines }) => lines)
  .sort((a, b) => a - b);
const quantile = (q: number): number =>
  sources[Math.min(sources.length - 1, Math.floor(q * sources.length))] ?? 0;
console.log(
  `${sources.length} sources: median ${quantile(0.5)} lines, 95th percentile ${quantile(0.95)}, longest ${quantile(1)}`,
);
process.exit(tooLong.length === 0 ? 0 : 1);
