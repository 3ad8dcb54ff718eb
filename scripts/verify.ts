/**
 * `npm run verify`: every check there is, once. `--after-test` leaves out what `npm test` has just done.
 */
import { parseArgs } from 'node:util';
import { runBin, step } from './lib/steps.ts';
import type { StepResult } from './lib/steps.ts';
import { closingLine, runAllTests } from './lib/test-steps.ts';

const { values } = parseArgs({ options: { 'after-test': { type: 'boolean', default: false } } });

const CHECKS: readonly (readonly [string, () => Promise<number>])[] = [
  ['generated files are up to date', () => runBin('tsx', ['scripts/generate.ts', '--check'])],
  ['types', () => runBin('tsc', ['-p', 'tsconfig.json'])],
  ['formatting', () => runBin('prettier', ['--check', '--log-level', 'warn', '.'])],
  ['lint', () => runBin('eslint', ['.', '--max-warnings', '0'])],
  [
    'layers and cycles',
    () =>
      runBin('depcruise', [
        'src',
        'force-app',
        'workbench',
        'tools/apex-runtime',
        '--config',
        '.dependency-cruiser.cjs',
      ]),
  ],
  ['file sizes', () => runBin('tsx', ['scripts/check-sizes.ts'])],
  ['Salesforce checkers notice every planted error', () => runBin('tsx', ['tools/sf-verify/self-test.ts'])],
  ['types of the Salesforce checkers', () => runBin('tsc', ['-p', 'tools/sf-verify', '--noEmit'])],
  ['Salesforce package', () => runBin('tsx', ['tools/sf-verify/verify.ts'])],
  ['package is reproducible', () => runBin('tsx', ['scripts/package.ts'])],
  [
    'chaos in Node, 1,000 calls',
    () =>
      runBin('jest', ['--selectProjects', 'core', '--', 'test/session/chaos'], {
        PACELINE_CHAOS_CALLS: '1000',
      }),
  ],
];

const results: StepResult[] = [];
let counts = null;
if (!values['after-test']) {
  const tests = await runAllTests();
  results.push(...tests.steps);
  counts = tests.counts;
}
for (const [name, body] of CHECKS) results.push(await step(name, body));

console.log('\nverify:');
for (const { name, code, ms } of results) {
  console.log(`  ${code === 0 ? 'ok    ' : 'FAILED'} ${(ms / 1000).toFixed(1).padStart(6)} s  ${name}`);
}
if (counts !== null) console.log(closingLine(counts));
process.exit(results.every((item) => item.code === 0) && (counts === null || counts.failed === 0) ? 0 : 1);
