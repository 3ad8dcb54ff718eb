/**
 * `npm run verify`: every check there is, once. `--after-test` leaves out what `npm test` has just done.
 */
import { parseArgs } from 'node:util';
import { runBin, runChecks } from './lib/steps.ts';
import type { Check, Print, StepResult } from './lib/steps.ts';
import { closingLine, runAllTests } from './lib/test-steps.ts';

const { values } = parseArgs({ options: { 'after-test': { type: 'boolean', default: false } } });

const tsx =
  (...args: string[]) =>
  (print: Print): Promise<number> =>
    runBin('tsx', args, {}, print);

/** The longest first, so that no core waits at the end. */
const CHECKS: readonly Check[] = [
  [
    'chaos in Node, 1,000 calls',
    (print) =>
      runBin(
        'jest',
        ['--selectProjects', 'core', '--', 'test/session/chaos'],
        { PACELINE_CHAOS_CALLS: '1000' },
        print,
      ),
  ],
  ['lint', (print) => runBin('eslint', ['.', '--max-warnings', '0'], {}, print)],
  ['Salesforce package', tsx('tools/sf-verify/verify.ts')],
  ['Salesforce checkers notice every planted error', tsx('tools/sf-verify/self-test.ts')],
  ['formatting', (print) => runBin('prettier', ['--check', '--log-level', 'warn', '.'], {}, print)],
  ['types', (print) => runBin('tsc', ['-p', 'tsconfig.json'], {}, print)],
  ['generated files are up to date', tsx('scripts/generate.ts', '--check')],
  [
    'types of the Salesforce checkers',
    (print) => runBin('tsc', ['-p', 'tools/sf-verify', '--noEmit'], {}, print),
  ],
  ['package is reproducible', tsx('scripts/package.ts')],
  [
    'layers and cycles',
    (print) =>
      runBin(
        'depcruise',
        ['src', 'force-app', 'workbench', 'tools/apex-runtime', '--config', '.dependency-cruiser.cjs'],
        {},
        print,
      ),
  ],
  ['file sizes', tsx('scripts/check-sizes.ts')],
];

const results: StepResult[] = [];
let counts = null;
if (!values['after-test']) {
  const tests = await runAllTests();
  results.push(...tests.steps);
  counts = tests.counts;
}
results.push(...(await runChecks(CHECKS)));

console.log('\nverify:');
for (const { name, code, ms } of results) {
  console.log(`  ${code === 0 ? 'ok    ' : 'FAILED'} ${(ms / 1000).toFixed(1).padStart(6)} s  ${name}`);
}
if (counts !== null) console.log(closingLine(counts));
process.exit(results.every((item) => item.code === 0) && (counts === null || counts.failed === 0) ? 0 : 1);
