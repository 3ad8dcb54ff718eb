/**
 * Proves that the checkers check: every planted error of bad/ is reported at its place, and nothing is on the clean
 * twin in good/. `--write` renews expected-problems.json after a change of the planted errors; read the difference.
 */
import { rmSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensurePackages } from './ensure-packages.ts';

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const EXPECTED = join(import.meta.dirname, 'expected-problems.json');

ensurePackages();
const { CHECKERS } = await import('./checkers/all.ts');
const { GOOD_ROOT, buildBadProject } = await import('./lib/fixtures.ts');
const { formatProblem } = await import('./lib/problem.ts');
const { openProject } = await import('./lib/project.ts');
const { runCheckers } = await import('./lib/run-checkers.ts');

/** Problems of each checker, one line each; throws when one could not run. */
async function findProblems(root: string): Promise<Record<string, readonly string[]>> {
  const results = await runCheckers(CHECKERS, openProject(root));
  const failed = results.flatMap(({ name, failure }) => (failure === null ? [] : [`${name}: ${failure}`]));
  if (failed.length > 0) throw new Error(`checkers could not run: ${failed.join('; ')}`);
  return Object.fromEntries(results.map(({ name, problems }) => [name, problems.map(formatProblem)]));
}

function compare(what: string, expected: readonly string[], found: readonly string[]): number {
  const missing = expected.filter((line) => !found.includes(line));
  const extra = found.filter((line) => !expected.includes(line));
  for (const line of missing) console.error(`${what} does not report: ${line}`);
  for (const line of extra) console.error(`${what} reports, and should not: ${line}`);
  return missing.length + extra.length;
}

const started = performance.now();
const badRoot = buildBadProject();
const [good, bad] = await Promise.all([findProblems(GOOD_ROOT), findProblems(badRoot)]);
rmSync(badRoot, { recursive: true, force: true });

if (values.write) {
  writeFileSync(EXPECTED, `${JSON.stringify(bad, null, 2)}\n`);
  console.log(`wrote ${EXPECTED}`);
}
const expected = JSON.parse(readFileSync(EXPECTED, 'utf8')) as Readonly<Record<string, readonly string[]>>;
let wrong = 0;
for (const { name } of CHECKERS) {
  const planted = expected[name] ?? [];
  if (planted.length === 0) {
    console.error(`${name} has no planted error: nothing proves that it finds anything`);
    wrong += 1;
  }
  wrong += compare(`${name}, on bad/,`, planted, bad[name] ?? []);
  wrong += compare(`${name}, on good/,`, [], good[name] ?? []);
}
const count = Object.values(expected).flat().length;
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  wrong === 0
    ? `sf-verify self-test: ${CHECKERS.length} checkers report ${count} planted errors and nothing else, ${seconds} s`
    : `sf-verify self-test: ${wrong} differences, ${seconds} s`,
);
process.exit(wrong === 0 ? 0 : 1);
