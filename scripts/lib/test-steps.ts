import { mkdir, readFile, rm } from 'node:fs/promises';
import { CORES, ROOT, runBin, step } from './steps.ts';
import type { StepResult } from './steps.ts';

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface TestRun {
  readonly steps: readonly StepResult[];
  readonly counts: TestCounts;
}

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numFailedTestSuites: number;
  readonly numRuntimeErrorTestSuites: number;
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly errors: readonly unknown[];
}

const JEST_REPORT = `${ROOT}/.cache/jest-report.json`;
const APEX_REPORT = `${ROOT}/.cache/apex-report.json`;
const PLAYWRIGHT_REPORT = `${ROOT}/.cache/playwright-report.json`;
const NOTHING_RAN: TestCounts = { passed: 0, failed: 1, skipped: 0 };

async function readReport<T>(file: string): Promise<T | null> {
  return readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as T,
    () => null,
  );
}

async function jestCounts(): Promise<TestCounts> {
  const report = await readReport<JestReport>(JEST_REPORT);
  if (report === null) return NOTHING_RAN;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

async function playwrightCounts(): Promise<TestCounts> {
  const report = await readReport<PlaywrightReport>(PLAYWRIGHT_REPORT);
  if (report === null) return NOTHING_RAN;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

async function apexCounts(): Promise<TestCounts> {
  const report = await readReport<Pick<TestCounts, 'passed' | 'failed'>>(APEX_REPORT);
  return report === null ? NOTHING_RAN : { ...report, skipped: 0 };
}

const add = (a: TestCounts, b: TestCounts): TestCounts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** Builds, then runs every test once: jest (core and LWC), the package's Apex, and the browser. */
export async function runAllTests(): Promise<TestRun> {
  await mkdir(`${ROOT}/.cache`, { recursive: true });
  await rm(JEST_REPORT, { force: true });
  await rm(APEX_REPORT, { force: true });
  await rm(PLAYWRIGHT_REPORT, { force: true });
  const steps: StepResult[] = [];
  const build = await step('build', () => runBin('tsx', ['scripts/build.ts']));
  steps.push(build);
  if (build.code !== 0) return { steps, counts: NOTHING_RAN };

  const jestArgs = ['--ci', '--json', `--outputFile=${JEST_REPORT}`, `--maxWorkers=${CORES}`];
  steps.push(await step('unit, property and component tests (jest)', () => runBin('jest', jestArgs)));
  steps.push(
    await step('Apex tests and their coverage (Apex runtime)', () =>
      runBin('tsx', ['scripts/test-apex.ts', '--report', APEX_REPORT]),
    ),
  );
  steps.push(
    await step('browser tests (Playwright, inside Lightning Web Security)', () =>
      runBin('playwright', ['test'], { PLAYWRIGHT_JSON_OUTPUT_NAME: PLAYWRIGHT_REPORT }),
    ),
  );
  const counts = [await jestCounts(), await apexCounts(), await playwrightCounts()].reduce(add);
  return { steps, counts };
}

/** The closing line that people and machines read. */
export function closingLine(counts: TestCounts): string {
  return `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`;
}
