import { failed, passed, unchecked } from './check.ts';
import type { Check } from './check.ts';
import type { Assignment, Deploy, Describe, TestRun } from './sf-results.ts';

/** An unlocked package version is refused below this. */
const LEAST_COVERAGE = 75;

const TASK_FIELDS = [
  'CallType',
  'CallDurationInSeconds',
  'CallObject',
  'CallDisposition',
  'TaskSubtype',
  'Paceline_Key__c',
] as const;

const firstFew = (lines: readonly string[]): string =>
  lines.length <= 3 ? lines.join('; ') : `${lines.slice(0, 3).join('; ')}; and ${lines.length - 3} more`;

export function judgeDeploy(deploy: Deploy): Check {
  const problems = (deploy.details?.componentFailures ?? []).map(
    ({ fileName, fullName, problem }) => `${fileName ?? fullName}: ${problem}`,
  );
  return deploy.success
    ? passed('deployment', `${deploy.numberComponentsDeployed} components`)
    : failed('deployment', firstFew(problems));
}

export function judgeTests({ summary, tests }: TestRun): Check[] {
  const failures = tests
    .filter(({ Outcome }) => Outcome !== 'Pass')
    .map(({ FullName, Message }) => `${FullName}: ${Message ?? 'no message'}`);
  const coverage = Number.parseInt(summary.testRunCoverage ?? '0', 10);
  const covered = `${coverage} %, at least ${LEAST_COVERAGE} % are needed`;
  return [
    failures.length === 0 && summary.testsRan > 0
      ? passed('Apex tests', `${summary.testsRan} ran`)
      : failed('Apex tests', summary.testsRan === 0 ? 'none ran' : firstFew(failures)),
    coverage >= LEAST_COVERAGE ? passed('Apex coverage', covered) : failed('Apex coverage', covered),
  ];
}

/** Orgs without the Call Center feature may lack the call fields of Task. */
export function judgeTaskFields({ fields }: Describe): Check {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const wrong = TASK_FIELDS.flatMap((name) => {
    const field = byName.get(name);
    if (field === undefined) return [`${name} does not exist or is not visible to you`];
    if (!field.createable) return [`${name} cannot be written`];
    return name === 'Paceline_Key__c' && !field.externalId ? [`${name} is no external id`] : [];
  });
  return wrong.length === 0
    ? passed('call fields of Task', 'all can be written')
    : failed('call fields of Task', wrong.join('; '));
}

/** The test of person accounts passes in every org, but proves something only where there are some. */
export function judgePersonAccounts({ fields }: Describe): Check {
  const name = 'person accounts';
  return fields.some((field) => field.name === 'IsPersonAccount')
    ? passed(name, 'PacelinePersonAccountTest made one')
    : unchecked(name, 'this org has none: PacelinePersonAccountTest passed without making one');
}

/** Assigning a second time is no failure. */
export function judgeAssignment({ successes, failures }: Assignment): Check {
  const wrong = failures.filter(({ message }) => !/duplicate/i.test(message)).map(({ message }) => message);
  const assigned = failures.length - wrong.length + successes.length;
  return wrong.length === 0
    ? passed('permission sets', `${assigned} assigned to you`)
    : failed('permission sets', firstFew(wrong));
}
