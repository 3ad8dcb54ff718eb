import type { Checker } from './checker.ts';
import { GOOD_ROOT, groupCases, withMergedProject } from './cases.ts';
import type { Case, Expected } from './cases.ts';
import { overlayProject } from './overlay-project.ts';
import { openProject } from './project.ts';
import type { Project } from './project.ts';
import { runCheckers } from './run-checkers.ts';

/** A finding, in the form in which cases state what they expect. */
export interface Finding extends Expected {
  readonly line: number;
}

async function findIn(project: Project, checkers: readonly Checker[]): Promise<readonly Finding[]> {
  const results = await runCheckers(checkers, project);
  const failed = results.flatMap(({ name, failure }) => (failure === null ? [] : [`${name}: ${failure}`]));
  if (failed.length > 0) throw new Error(`checkers could not run: ${failed.join('; ')}`);
  return results.flatMap(({ name, problems }) =>
    problems.map(({ file, line, message }) => ({
      checker: name,
      file,
      line,
      contains: message.replace(/\s+/g, ' ').trim(),
    })),
  );
}

async function findInMemory(
  cases: readonly Case[],
  checkers: readonly Checker[],
): Promise<ReadonlyMap<Case | null, readonly Finding[]>> {
  const good = openProject(GOOD_ROOT);
  const found = new Map<Case | null, readonly Finding[]>([[null, await findIn(good, checkers)]]);
  for (const item of cases) found.set(item, await findIn(overlayProject(good, item), checkers));
  return found;
}

/** Slow checkers see only their own cases, those that touch no file in common together: a finding belongs to the case of its file. */
async function findOnDisk(
  cases: readonly Case[],
  checker: Checker,
): Promise<ReadonlyMap<Case | null, readonly Finding[]>> {
  const found = new Map<Case | null, readonly Finding[]>();
  const add = (item: Case | null, finding: Finding): void => {
    found.set(item, [...(found.get(item) ?? []), finding]);
  };
  for (const group of groupCases(cases.filter((item) => item.checker === checker.name))) {
    const findings = await withMergedProject(group, (root) => findIn(openProject(root), [checker]));
    for (const finding of findings) {
      const owner = group.find(
        ({ files, removed }) => files.has(finding.file) || removed.includes(finding.file),
      );
      add(group.length === 1 ? (group[0] ?? null) : (owner ?? null), finding);
    }
  }
  return found;
}

/** What the checkers say of each case; under null, of the clean project. */
export async function runCases(
  cases: readonly Case[],
  checkers: readonly Checker[],
): Promise<ReadonlyMap<Case | null, readonly Finding[]>> {
  const slow = checkers.filter(({ readsDisk }) => readsDisk === true);
  const fast = checkers.filter(({ readsDisk }) => readsDisk !== true);
  const parts = await Promise.all([
    ...slow.map((checker) => findOnDisk(cases, checker)),
    findInMemory(cases, fast),
  ]);
  const owners = [null, ...cases];
  return new Map(owners.map((owner) => [owner, parts.flatMap((part) => part.get(owner) ?? [])]));
}

/** What a case should bring and did not, and the other way round; each finding answers one expectation. */
export function compareFindings(expected: readonly Expected[], found: readonly Finding[]): string[] {
  const left = [...found];
  const missing = expected.filter(({ checker, file, contains }) => {
    const index = left.findIndex(
      (finding) =>
        finding.checker === checker && finding.file === file && finding.contains.includes(contains),
    );
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  return [
    ...missing.map(({ checker, file, contains }) => `${checker} does not report ${file}: ${contains}`),
    ...left.map(
      ({ checker, file, line, contains }) =>
        `${checker} reports, and should not: ${file}:${line} ${contains}`,
    ),
  ];
}
