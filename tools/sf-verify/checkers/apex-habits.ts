import { listApexFiles } from '../lib/apex/parse-apex.ts';
import { lineOf } from '../lib/apex/tree.ts';
import type { Checker } from '../lib/checker.ts';
import { isConformanceTest } from '../lib/conformance-tests.ts';
import { checkAccessModes } from '../lib/habits/access-mode.ts';
import { checkAnnotations } from '../lib/habits/annotations.ts';
import type { Habit } from '../lib/habits/habit.ts';
import { checkJobState, checkSchedules } from '../lib/habits/jobs.ts';
import { checkNamesInText, checkQueriedNames } from '../lib/habits/known-names.ts';
import { checkTestOnly, checkWrittenObjects } from '../lib/habits/misplaced.ts';
import { checkQueriedFields } from '../lib/habits/queried-fields.ts';
import { checkRecordValues } from '../lib/habits/record-values.ts';
import { checkAssertions, checkMixedDml } from '../lib/habits/test-methods.ts';
import { checkTestClassUse, checkVisibility } from '../lib/habits/visibility.ts';
import type { Problem } from '../lib/problem.ts';
import { loadSchema } from '../lib/schema/schema.ts';

const HABITS: readonly Habit[] = [
  checkAccessModes,
  checkAnnotations,
  checkAssertions,
  checkJobState,
  checkMixedDml,
  checkNamesInText,
  checkQueriedFields,
  checkQueriedNames,
  checkRecordValues,
  checkSchedules,
  checkTestClassUse,
  checkTestOnly,
  checkVisibility,
  checkWrittenObjects,
];

export const apexHabits: Checker = {
  name: 'apex-habits',
  about: 'visibility, access modes, values of fields, jobs, mixed DML and what tests assert',
  run: async (project) => {
    const schema = await loadSchema(project);
    const problems: Problem[] = [];
    for (const file of listApexFiles(project)) {
      if (isConformanceTest(file)) continue;
      const report = (node: Parameters<typeof lineOf>[0], message: string): void => {
        problems.push({ file, line: lineOf(node), message });
      };
      for (const habit of HABITS) habit({ project, schema, file, report });
    }
    return problems;
  },
};
