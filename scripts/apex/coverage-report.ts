import type { ClassCoverage } from '../../tools/apex-runtime/run/coverage.ts';

/** Of each class in the package, in percent of its lines. */
const GOAL_OF_EACH = 90;
/** Of all classes together. */
const GOAL_OF_ALL = 95;

export interface CoverageReport {
  readonly table: string;
  /** What misses its goal, in words. */
  readonly problems: readonly string[];
}

const percent = (covered: number, lines: number): number => (lines === 0 ? 100 : (100 * covered) / lines);

function row(name: string, covered: number, lines: number, missed: readonly number[]): string {
  const share = `${percent(covered, lines).toFixed(1)} %`.padStart(8);
  const where = missed.length === 0 ? '' : `  not reached: ${ranges(missed)}`;
  return `  ${share} ${`${covered}/${lines}`.padStart(9)}  ${name}${where}`;
}

/** `3, 7-9` */
function ranges(lines: readonly number[]): string {
  const found: [number, number][] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last?.[1] === line - 1) last[1] = line;
    else found.push([line, line]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}

/** Coverage by class, the least covered first, and what misses its goal. */
export function reportCoverage(classes: readonly ClassCoverage[]): CoverageReport {
  const sorted = [...classes].sort(
    (a, b) =>
      percent(a.covered, a.lines) - percent(b.covered, b.lines) || a.className.localeCompare(b.className),
  );
  const covered = classes.reduce((sum, each) => sum + each.covered, 0);
  const lines = classes.reduce((sum, each) => sum + each.lines, 0);
  const problems = sorted
    .filter((each) => percent(each.covered, each.lines) < GOAL_OF_EACH)
    .map(
      (each) =>
        `${each.className}: ${percent(each.covered, each.lines).toFixed(1)} % of its lines are covered, ` +
        `at least ${GOAL_OF_EACH} % are wanted. Add tests that reach the lines above.`,
    );
  if (percent(covered, lines) < GOAL_OF_ALL) {
    problems.push(
      `All classes together: ${percent(covered, lines).toFixed(1)} %, at least ${GOAL_OF_ALL} % are wanted.`,
    );
  }
  const rows = sorted.map((each) => row(each.className, each.covered, each.lines, each.missed));
  return { table: [...rows, row('all classes', covered, lines, [])].join('\n'), problems };
}
