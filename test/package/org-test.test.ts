import { spawnSync } from 'node:child_process';
import { basename, join, resolve } from 'node:path';
import * as z from 'zod/mini';
import { walkFiles } from '../../scripts/build/files.ts';
import { formatChecks } from '../../scripts/package/org-test/check.ts';
import { checkOrg } from '../../scripts/package/org-test/check-org.ts';
import type { AskOrg } from '../../scripts/package/org-test/check-org.ts';
import { commandLine, orgCommands } from '../../scripts/package/org-test/commands.ts';
import { MANUAL_CHECKS } from '../../scripts/package/org-test/manual-checks.ts';
import { phoneScript } from '../../scripts/package/org-test/phone-matrix.ts';
import { readAnswer } from '../../scripts/package/org-test/read-answer.ts';

const ROOT = resolve(__dirname, '../..');
const TESTS = ['force-app/main', 'test/org/main']
  .flatMap((folder) => walkFiles(join(ROOT, folder)))
  .filter((path) => path.endsWith('Test.cls'))
  .map((path) => basename(path, '.cls'))
  .sort();

function runScript(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`${ROOT}/node_modules/tsx/dist/cli.mjs`, `${ROOT}/scripts/org-test.ts`, ...args],
    { encoding: 'utf8', env: { ...process.env, PATH: '' } },
  );
  return { status, stdout, stderr };
}

describe('npm run org:test', () => {
  it('prints with --dry-run every command it would run, and what is checked by hand, and runs nothing', () => {
    const at = '--target-org dev --json';
    expect(runScript('--org', 'dev', '--dry-run')).toEqual({
      status: 0,
      stderr: '',
      stdout: [
        'npm run build',
        `sf org display ${at}`,
        `sf project deploy start --source-dir force-app --source-dir test/org --wait 30 ${at}`,
        `sf org assign permset --name Paceline_Agent --name Paceline_Admin ${at}`,
        `sf apex run test --test-level RunSpecifiedTests ${TESTS.map((name) => `--class-names ${name}`).join(' ')} --code-coverage --result-format json --wait 30 ${at}`,
        `sf sobject describe --sobject Task ${at}`,
        `sf sobject describe --sobject Account ${at}`,
        `sf data query --query "SELECT DeveloperName, Ccp_Url__c, Ruleset__c, Org_Id__c FROM Paceline_Setting__mdt" ${at}`,
        `sf data query --query "SELECT EndpointUrl, IsActive, IsApplicableToFrameSrc, CanAccessMicrophone FROM CspTrustedSite" ${at}`,
        `sf data query --query "SELECT DeveloperName, Ruleset__c FROM Paceline_Rule__mdt WHERE Active__c = true" ${at}`,
        `sf data query --query "SELECT State, CronJobDetail.Name FROM CronTrigger WHERE CronJobDetail.Name LIKE 'Paceline%'" ${at}`,
        `sf apex run --file .cache/phone-search.apex ${at}`,
        '',
        ...MANUAL_CHECKS.map((line) => `by hand      ${line}`),
        '',
      ].join('\n'),
    });
  }, 30_000);

  it.each([[], ['--org', 'a b']])(
    'asks for an org when the arguments are %s %s',
    (...args) => {
      const { status, stdout } = runScript(...args.filter((word) => word !== undefined));
      expect([status === 0, stdout]).toEqual([false, '']);
    },
    30_000,
  );
});

const commands = orgCommands('dev', ['OneTest'], 'phones.apex');
const NUMBERS = ['(202) 555-0121', '+44 20 7946 0120'];

const GOOD: Readonly<Record<keyof typeof commands, unknown>> = {
  connect: { id: '00D000000000001AAA', instanceUrl: 'https://example--dev.sandbox.my.salesforce.com' },
  deploy: { success: true, numberComponentsDeployed: 190 },
  assign: { successes: [{}], failures: [{ message: 'Duplicate PermissionSetAssignment' }] },
  tests: {
    summary: { outcome: 'Passed', testsRan: 40, failing: 0, testRunCoverage: '93%' },
    tests: [{ FullName: 'OneTest.works', Outcome: 'Pass', Message: null }],
  },
  taskFields: {
    fields: [
      ...['CallType', 'CallDurationInSeconds', 'CallObject', 'CallDisposition', 'TaskSubtype'].map(
        (name) => ({
          name,
          createable: true,
          externalId: false,
        }),
      ),
      { name: 'Paceline_Key__c', createable: true, externalId: true },
    ],
  },
  accountFields: { fields: [{ name: 'IsPersonAccount', createable: false, externalId: false }] },
  settings: {
    records: [
      {
        DeveloperName: 'Service',
        Ccp_Url__c: 'https://example.my.connect.aws/ccp-v2/',
        Ruleset__c: 'mine',
        Org_Id__c: '00D000000000001',
      },
    ],
  },
  trustedUrls: {
    records: [
      {
        EndpointUrl: 'https://*.my.connect.aws',
        IsActive: true,
        IsApplicableToFrameSrc: true,
        CanAccessMicrophone: true,
      },
    ],
  },
  rules: { records: [{ DeveloperName: 'one', Ruleset__c: 'mine' }] },
  jobs: { records: [{ State: 'WAITING', CronJobDetail: { Name: 'Paceline housekeeping' } }] },
  phones: {
    success: true,
    logs: 'DEBUG|PACELINE_PHONE|+12025550121|1|\nDEBUG|PACELINE_PHONE|+442079460120|2|\n',
  },
};

/** An org that gives `answers` instead of the good ones; a string is an error's message. */
function askOrg(answers: Partial<Record<keyof typeof commands, unknown>>): AskOrg {
  const all = { ...GOOD, ...answers };
  return (args, schema) => {
    const key = (Object.keys(commands) as (keyof typeof commands)[]).find((name) => commands[name] === args);
    const answer = key === undefined ? 'unknown command' : all[key];
    const stdout =
      typeof answer === 'string' ? { status: 1, message: answer } : { status: 0, result: answer };
    return readAnswer(JSON.stringify(stdout), args, schema);
  };
}

const table = (answers: Partial<Record<keyof typeof commands, unknown>>): string[] =>
  formatChecks(checkOrg(askOrg(answers), commands, NUMBERS)).split('\n');

describe('the table about an org', () => {
  it('is green for an org that is set up', () => {
    expect(table({})).toEqual([
      'ok           deployment           190 components',
      'ok           permission sets      2 assigned to you',
      'ok           Apex tests           40 ran',
      'ok           Apex coverage        93 %, at least 75 % are needed',
      'ok           call fields of Task  all can be written',
      'ok           person accounts      PacelinePersonAccountTest made one',
      'ok           setting Service      https://example.my.connect.aws/ccp-v2/',
      'ok           housekeeping job     Paceline housekeeping',
      'ok           phone search         2 spellings found',
      'not checked  approved origin      enter https://example--dev.sandbox.lightning.force.com in Amazon Connect > Approved origins',
    ]);
  });

  it('says what is wrong in each line', () => {
    expect(
      table({
        assign: { successes: [], failures: [{ message: 'no licence' }] },
        tests: {
          summary: { outcome: 'Failed', testsRan: 1, failing: 1, testRunCoverage: '60%' },
          tests: [{ FullName: 'OneTest.works', Outcome: 'Fail', Message: 'expected 1' }],
        },
        taskFields: {
          fields: [
            { name: 'CallType', createable: false, externalId: false },
            { name: 'CallObject', createable: true, externalId: false },
            { name: 'TaskSubtype', createable: true, externalId: false },
            { name: 'CallDisposition', createable: true, externalId: false },
            { name: 'Paceline_Key__c', createable: true, externalId: false },
          ],
        },
        accountFields: 'No access',
        settings: {
          records: [
            { DeveloperName: 'A', Ccp_Url__c: null, Ruleset__c: null, Org_Id__c: '00D000000000002' },
            { DeveloperName: 'B', Ccp_Url__c: 'https://b.awsapps.com/', Ruleset__c: 'mine', Org_Id__c: null },
          ],
        },
        jobs: { records: [{ State: 'DELETED', CronJobDetail: { Name: 'Paceline housekeeping' } }] },
        phones: { success: true, logs: 'PACELINE_PHONE|+12025550121|0|\nPACELINE_PHONE|+442079460120|1|' },
      }).slice(1, 10),
    ).toEqual([
      'FAILED       permission sets      no licence',
      'FAILED       Apex tests           OneTest.works: expected 1',
      'FAILED       Apex coverage        60 %, at least 75 % are needed',
      'FAILED       call fields of Task  CallType cannot be written; CallDurationInSeconds does not exist or is not visible to you; Paceline_Key__c is no external id',
      `FAILED       person accounts      ${commandLine(commands.accountFields)}: No access`,
      'FAILED       setting A            the CCP URL is missing or no URL; no active rule has the ruleset ""; it is meant for the org 00D000000000002',
      'FAILED       setting B            no active trusted URL lets a frame show https://b.awsapps.com',
      'FAILED       housekeeping job     no scheduled job whose name begins with Paceline: docs/install.md, step 8',
      'FAILED       phone search         not found: +12025550121',
    ]);
  });

  it.each([
    { IsActive: false },
    { IsApplicableToFrameSrc: false },
    { EndpointUrl: 'https://my.connect.aws' },
  ])('does not count a trusted URL with %j', (change) => {
    const site = (GOOD.trustedUrls as { records: object[] }).records[0];
    expect(table({ trustedUrls: { records: [{ ...site, ...change }] } })[6]).toBe(
      'FAILED       setting Service      no active trusted URL lets a frame show https://example.my.connect.aws',
    );
  });

  it('ends after a deployment that failed', () => {
    const componentFailures = ['A', 'B', 'C', 'D', 'E'].map((fullName) => ({
      fullName,
      problem: 'is wrong',
    }));
    expect(
      table({ deploy: { success: false, numberComponentsDeployed: 0, details: { componentFailures } } }),
    ).toEqual(['FAILED       deployment  A: is wrong; B: is wrong; C: is wrong; and 2 more']);
  });

  it('shows a command that fails, and goes on', () => {
    expect(table({ rules: 'No access', phones: { success: true, logs: '' } }).slice(6, 9)).toEqual([
      `FAILED       settings             ${commandLine(commands.rules)}: No access`,
      'ok           housekeeping job     Paceline housekeeping',
      'FAILED       phone search         0 of 2 searches ran',
    ]);
  });

  it('leaves open what needs settings or sample data first', () => {
    const nothing = 'PACELINE_PHONE|+12025550121|0|\nPACELINE_PHONE|+442079460120|0|';
    expect(
      table({
        accountFields: { fields: [] },
        settings: { records: [] },
        phones: { success: true, logs: nothing },
      }).filter((line) => line.startsWith('not checked')),
    ).toEqual([
      'not checked  person accounts      this org has none: PacelinePersonAccountTest passed without making one',
      'not checked  settings             there is none yet: docs/install.md, step 4',
      'not checked  phone search         no sample contact was found: import demo-app/data, wait a minute, run again',
      'not checked  approved origin      enter https://example--dev.sandbox.lightning.force.com in Amazon Connect > Approved origins',
    ]);
  });
});

describe('the answer of the Salesforce CLI', () => {
  const schema = z.object({ id: z.string() });

  it('is read behind warnings, and from the data of an error', () => {
    expect([
      readAnswer('Warning: update\n{"status":0,"result":{"id":"a"}}', ['org'], schema),
      readAnswer('{"status":1,"message":"m","data":{"id":"b"}}', ['org'], schema),
    ]).toEqual([{ id: 'a' }, { id: 'b' }]);
  });

  it('is an error with the command when it is none', () => {
    expect(() => readAnswer('Segmentation fault', ['org', 'display'], schema)).toThrow(
      'sf org display answered no JSON: Segmentation fault',
    );
    expect(() => readAnswer('{"status":0,"result":{"id":1}}', ['org'], schema)).toThrow(
      'sf org: result.id is not as expected; compare the output with scripts/package/org-test/sf-results.ts',
    );
  });
});

describe('the anonymous Apex for the phone search', () => {
  it('looks a number up in the spellings that the softphone uses', () => {
    expect(phoneScript(['(202) 555-0121'])).toBe(
      "System.debug('PACELINE_PHONE|+12025550121|' + PacelineLookupController.search('" +
        '{"strategies":[{"by":"phone","objects":["Contact"],"number":"+12025550121","nationalDigits":"2025550121",' +
        '"variants":["+12025550121","12025550121","(202) 555-0121","2025550121","+1 202 555 0121"]}],"limit":10}' +
        "').matches.size() + '|');\n",
    );
  });
});
