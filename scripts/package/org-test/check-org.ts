import type * as z from 'zod/mini';
import { failed } from './check.ts';
import type { Check } from './check.ts';
import type { OrgCommands, SfArguments } from './commands.ts';
import { approvedOrigin, judgeJobs, judgeSettings } from './judge-configuration.ts';
import {
  judgeAssignment,
  judgeDeploy,
  judgePersonAccounts,
  judgeTaskFields,
  judgeTests,
} from './judge-deployment.ts';
import { judgePhones } from './phone-matrix.ts';
import * as sf from './sf-results.ts';

/** Asks the org; `runSf` in production, canned answers in tests. */
export type AskOrg = <Schema extends z.ZodMiniType>(args: SfArguments, schema: Schema) => z.output<Schema>;

/** Runs `body`; what it throws becomes a failed check, so that the others still run. */
function attempt(name: string, body: () => Check | Check[]): Check[] {
  try {
    return [body()].flat();
  } catch (error) {
    return [failed(name, error instanceof Error ? error.message : String(error))];
  }
}

/** Deploys, assigns, tests and inspects, in this order. A deployment that fails ends it. */
export function checkOrg(ask: AskOrg, commands: OrgCommands, numbers: readonly string[]): Check[] {
  const org = ask(commands.connect, sf.orgSchema);
  const deployment = attempt('deployment', () => judgeDeploy(ask(commands.deploy, sf.deploySchema)));
  if (deployment.some(({ state }) => state === 'FAILED')) return deployment;
  return [
    ...deployment,
    ...attempt('permission sets', () => judgeAssignment(ask(commands.assign, sf.assignmentSchema))),
    ...attempt('Apex tests', () => judgeTests(ask(commands.tests, sf.testRunSchema))),
    ...attempt('call fields of Task', () => judgeTaskFields(ask(commands.taskFields, sf.describeSchema))),
    ...attempt('person accounts', () => judgePersonAccounts(ask(commands.accountFields, sf.describeSchema))),
    ...attempt('settings', () =>
      judgeSettings(
        org,
        ask(commands.settings, sf.settingsSchema),
        ask(commands.trustedUrls, sf.trustedUrlsSchema),
        ask(commands.rules, sf.rulesSchema),
      ),
    ),
    ...attempt('housekeeping job', () => judgeJobs(ask(commands.jobs, sf.jobsSchema))),
    ...attempt('phone search', () => judgePhones(ask(commands.phones, sf.apexRunSchema).logs ?? '', numbers)),
    approvedOrigin(org),
  ];
}
