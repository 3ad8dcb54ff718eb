/** A command line of the Salesforce CLI without its first word, `sf`. */
export type SfArguments = readonly string[];

export interface OrgCommands {
  readonly connect: SfArguments;
  readonly deploy: SfArguments;
  readonly assign: SfArguments;
  readonly tests: SfArguments;
  readonly taskFields: SfArguments;
  readonly accountFields: SfArguments;
  readonly settings: SfArguments;
  readonly trustedUrls: SfArguments;
  readonly rules: SfArguments;
  readonly jobs: SfArguments;
  readonly phones: SfArguments;
}

/** The package, and the Apex tests that are not part of it. */
export const SOURCE_FOLDERS = ['force-app', 'test/org'] as const;
export const PERMISSION_SETS = ['Paceline_Agent', 'Paceline_Admin'] as const;

/** Everything that is asked of the org `alias`, in order; `phoneScript` is a file of anonymous Apex. */
export function orgCommands(alias: string, testClasses: readonly string[], phoneScript: string): OrgCommands {
  const at = ['--target-org', alias, '--json'];
  const query = (soql: string): SfArguments => ['data', 'query', '--query', soql, ...at];
  return {
    connect: ['org', 'display', ...at],
    deploy: [
      ...['project', 'deploy', 'start'],
      ...SOURCE_FOLDERS.flatMap((folder) => ['--source-dir', folder]),
      ...['--wait', '30', ...at],
    ],
    assign: ['org', 'assign', 'permset', ...PERMISSION_SETS.flatMap((name) => ['--name', name]), ...at],
    tests: [
      ...['apex', 'run', 'test', '--test-level', 'RunSpecifiedTests'],
      ...testClasses.flatMap((name) => ['--class-names', name]),
      ...['--code-coverage', '--result-format', 'json', '--wait', '30', ...at],
    ],
    taskFields: ['sobject', 'describe', '--sobject', 'Task', ...at],
    accountFields: ['sobject', 'describe', '--sobject', 'Account', ...at],
    settings: query('SELECT DeveloperName, Ccp_Url__c, Ruleset__c, Org_Id__c FROM Paceline_Setting__mdt'),
    trustedUrls: query(
      'SELECT EndpointUrl, IsActive, IsApplicableToFrameSrc, CanAccessMicrophone FROM CspTrustedSite',
    ),
    rules: query('SELECT DeveloperName, Ruleset__c FROM Paceline_Rule__mdt WHERE Active__c = true'),
    jobs: query(
      "SELECT State, CronJobDetail.Name FROM CronTrigger WHERE CronJobDetail.Name LIKE 'Paceline%'",
    ),
    phones: ['apex', 'run', '--file', phoneScript, ...at],
  };
}

/** The command as one would type it. */
export function commandLine(args: SfArguments): string {
  return ['sf', ...args].map((word) => (/^[\w./:=@+-]+$/.test(word) ? word : JSON.stringify(word))).join(' ');
}
