/**
 * Checks the Salesforce package offline: `tsx tools/sf-verify/verify.ts [--only NAME]... [--root DIR]`.
 * Prints one line a problem and a summary; exit code 1 when there is any, or when a checker could not run.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensurePackages } from './ensure-packages.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    root: { type: 'string', default: resolve(import.meta.dirname, '../..') },
  },
});

ensurePackages();
const { CHECKERS } = await import('./checkers/all.ts');
const { runCheckers } = await import('./lib/run-checkers.ts');
const { openProject } = await import('./lib/project.ts');
const { formatProblem } = await import('./lib/problem.ts');

const unknown = values.only.filter((name) => !CHECKERS.some((checker) => checker.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no checker ${unknown.join(', ')}. There are: ${CHECKERS.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}

const started = performance.now();
const chosen = CHECKERS.filter(({ name }) => values.only.length === 0 || values.only.includes(name));
const results = await runCheckers(chosen, openProject(resolve(values.root)));
for (const { name, problems, failure } of results) {
  for (const problem of problems) console.log(`${formatProblem(problem)} [${name}]`);
  if (failure !== null) console.error(`${name} could not run: ${failure}`);
}

console.log('');
for (const { name, problems, failure, ms } of results) {
  const outcome = failure !== null ? 'FAILED' : problems.length > 0 ? String(problems.length) : 'ok';
  const about = chosen.find((checker) => checker.name === name)?.about ?? '';
  console.log(
    `  ${outcome.padStart(6)} ${(ms / 1000).toFixed(1).padStart(6)} s  ${name.padEnd(18)} ${about}`,
  );
}
const count = results.reduce((sum, { problems }) => sum + problems.length, 0);
const failed = results.filter(({ failure }) => failure !== null).length;
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  `sf-verify: ${results.length} checkers, ${count} problems, ${failed} could not run, ${seconds} s`,
);
process.exit(count + failed === 0 ? 0 : 1);
