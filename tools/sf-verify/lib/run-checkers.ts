import type { Checker } from './checker.ts';
import { sortProblems } from './problem.ts';
import type { Problem } from './problem.ts';
import type { Project } from './project.ts';

/** What one checker found. `failure` says why it could not run, which is never a pass. */
export interface CheckerResult {
  readonly name: string;
  readonly problems: readonly Problem[];
  readonly failure: string | null;
  readonly ms: number;
}

async function runChecker(checker: Checker, project: Project): Promise<CheckerResult> {
  const started = performance.now();
  const took = (): number => Math.round(performance.now() - started);
  try {
    const problems = sortProblems(await checker.run(project));
    return { name: checker.name, problems, failure: null, ms: took() };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    return { name: checker.name, problems: [], failure, ms: took() };
  }
}

/** Starts all at once: those that start Java leave this process free for the others. */
export function runCheckers(
  checkers: readonly Checker[],
  project: Project,
): Promise<readonly CheckerResult[]> {
  return Promise.all(checkers.map((checker) => runChecker(checker, project)));
}
