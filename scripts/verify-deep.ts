/**
 * `npm run verify:deep`: what takes hours and is run now and then. Properties with 100,000 runs, chaos with 100,000 calls, and
 * mutation tests of src/contact, src/rules, src/dispatch and src/session with their score, the same of the Apex, and random requests
 * to it. `--only NAME` runs one of them. PACELINE_RUNS, PACELINE_CHAOS_CALLS, PACELINE_MUTANTS (of the Apex), PACELINE_ROUNDS (of
 * requests) and PACELINE_SEED change how much, and repeat a failure whose seed was printed.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CORES, ROOT, runBin, step } from './lib/steps.ts';
import type { StepResult } from './lib/steps.ts';

const RUNS = process.env['PACELINE_RUNS'] ?? '100000';
const CHAOS_CALLS = process.env['PACELINE_CHAOS_CALLS'] ?? '100000';
/** Of every property while a mutant is tried: the literal tests notice most of them sooner. */
const RUNS_PER_MUTANT = '15';
const TAKEOVERS_PER_MUTANT = '5';
const PROPERTIES = ['test/contact/properties', 'test/dialer', 'test/replay', 'test/cli/mutated-recordings'];

const jest = (paths: readonly string[], env: NodeJS.ProcessEnv): Promise<number> =>
  runBin('jest', ['--ci', '--selectProjects', 'core', `--maxWorkers=${CORES}`, '--', ...paths], env);

async function mutate(): Promise<number> {
  if (!existsSync(`${ROOT}/node_modules/@stryker-mutator/core`)) {
    console.error('Stryker is not installed. Run: npm ci');
    return 1;
  }
  return runBin('stryker', ['run', `--concurrency=${CORES}`], {
    PACELINE_RUNS: RUNS_PER_MUTANT,
    PACELINE_TAKEOVER_RUNS: TAKEOVERS_PER_MUTANT,
  });
}

const CHECKS = {
  properties: () => jest(PROPERTIES, { PACELINE_RUNS: RUNS }),
  chaos: () => jest(['test/session/chaos'], { PACELINE_CHAOS_CALLS: CHAOS_CALLS }),
  mutation: mutate,
  'apex-mutants': () => runBin('tsx', ['scripts/apex/run-mutants.ts']),
  'apex-random': () => runBin('tsx', ['scripts/apex/run-random.ts']),
} as const;

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const names = (Object.keys(CHECKS) as (keyof typeof CHECKS)[]).filter(
  (name) => values.only === undefined || values.only === name,
);
if (names.length === 0) {
  console.error(`There is no check "${values.only ?? ''}". Use one of ${Object.keys(CHECKS).join(', ')}.`);
  process.exit(2);
}

const results: StepResult[] = [];
for (const name of names) results.push(await step(name, CHECKS[name]));
console.log('\nverify:deep:');
for (const { name, code, ms } of results) {
  console.log(`  ${code === 0 ? 'ok    ' : 'FAILED'} ${(ms / 60_000).toFixed(1).padStart(6)} min  ${name}`);
}
process.exit(results.every(({ code }) => code === 0) ? 0 : 1);
