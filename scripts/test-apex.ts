/**
 * `npm run test:apex [-- Class.method]`: runs the Apex tests in the runtime of tools/apex-runtime. The argument chooses tests by
 * a part of their name. Without one, coverage is judged too. `--report FILE` writes the numbers as JSON.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { coverageOf } from '../tools/apex-runtime/run/coverage.ts';
import { ProgramRefused } from '../tools/apex-runtime/run/program.ts';
import { runTests } from '../tools/apex-runtime/run/run-tests.ts';
import { openApexProject, openTestOrg } from './apex/apex-project.ts';
import type { ApexProject } from './apex/apex-project.ts';
import { reportCoverage } from './apex/coverage-report.ts';
import { failureText } from './apex/failure-text.ts';

const SLOWEST = 3;

const { values, positionals } = parseArgs({
  options: { report: { type: 'string' } },
  allowPositionals: true,
});
const wanted = positionals[0]?.toLowerCase();

function open(): ApexProject {
  try {
    return openApexProject();
  } catch (error) {
    if (!(error instanceof ProgramRefused)) throw error;
    console.error(`The Apex is refused:\n${error.problems.map(({ message }) => `  ${message}`).join('\n')}`);
    return end({ passed: 0, failed: error.problems.length });
  }
}

function end(counts: { readonly passed: number; readonly failed: number }): never {
  if (values.report !== undefined) {
    mkdirSync(path.dirname(values.report), { recursive: true });
    writeFileSync(values.report, JSON.stringify(counts));
  }
  process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

const started = performance.now();
const project = open();
const loaded = performance.now();
const testOrg = openTestOrg(project);
const { results, hits } = runTests(project.program, {
  ...testOrg,
  isWanted: (name) => wanted === undefined || name.toLowerCase().includes(wanted),
});
const ended = performance.now();

const failed = results.filter(({ failure }) => failure !== null);
for (const result of wanted === undefined ? failed : results) console.log(failureText(result));
const slow = [...results].sort((a, b) => b.ms - a.ms).slice(0, SLOWEST);
const problems: string[] =
  results.length === 0 ? [`No Apex test has "${positionals[0] ?? ''}" in its name.`] : [];
if (wanted === undefined) {
  const coverage = reportCoverage(
    coverageOf(project.program, hits).filter(({ className }) => project.shippedFiles.has(`${className}.cls`)),
  );
  console.log(`Lines of Apex that the tests cover:\n${coverage.table}`);
  problems.push(...coverage.problems);
  console.log(
    `slowest: ${slow.map(({ className, methodName, ms }) => `${className}.${methodName} ${Math.round(ms)} ms`).join(', ')}`,
  );
}
for (const problem of problems) console.error(problem);
console.log(
  `${results.length} Apex tests of ${new Set(results.map(({ className }) => className)).size} classes in ` +
    `${seconds(ended - loaded)}, loaded in ${seconds(loaded - started)}: ${failed.length} failed`,
);
end({ passed: results.length - failed.length, failed: failed.length + problems.length });
