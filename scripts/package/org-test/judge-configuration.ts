import { failed, passed, unchecked } from './check.ts';
import type { Check } from './check.ts';
import type { Jobs, Org, Rules, Settings, TrustedUrls } from './sf-results.ts';

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname.toLowerCase() : null;
}

/** `https://*.example.com` covers every host below example.com. */
function covers(endpoint: string, host: string): boolean {
  const trusted = endpoint
    .toLowerCase()
    .replace(/^https:\/\//, '')
    .replace(/[/:].*$/, '');
  return trusted.startsWith('*.') ? host.endsWith(trusted.slice(1)) : host === trusted;
}

function problemsOf(
  setting: Settings['records'][number],
  org: Org,
  trusted: TrustedUrls,
  rulesets: ReadonlySet<string>,
): string[] {
  const host = hostOf(setting.Ccp_Url__c ?? '');
  const frames = trusted.records.filter((site) => site.IsActive && site.IsApplicableToFrameSrc);
  const orgId = setting.Org_Id__c;
  return [
    ...(host === null ? ['the CCP URL is missing or no URL'] : []),
    ...(host !== null && !frames.some((site) => covers(site.EndpointUrl, host))
      ? [`no active trusted URL lets a frame show https://${host}`]
      : []),
    ...(rulesets.has(setting.Ruleset__c ?? '')
      ? []
      : [`no active rule has the ruleset "${setting.Ruleset__c ?? ''}"`]),
    ...(orgId !== null && orgId.slice(0, 15) !== org.id.slice(0, 15)
      ? [`it is meant for the org ${orgId}`]
      : []),
  ];
}

/** Each setting has a CCP that Lightning may show, rules, and the right org. */
export function judgeSettings(org: Org, settings: Settings, trusted: TrustedUrls, rules: Rules): Check[] {
  if (settings.records.length === 0) {
    return [unchecked('settings', 'there is none yet: docs/install.md, step 4')];
  }
  const rulesets = new Set(rules.records.map((rule) => rule.Ruleset__c));
  return settings.records.map((setting) => {
    const name = `setting ${setting.DeveloperName}`;
    const problems = problemsOf(setting, org, trusted, rulesets);
    return problems.length === 0 ? passed(name, setting.Ccp_Url__c ?? '') : failed(name, problems.join('; '));
  });
}

/** Somebody must have scheduled the job that closes and deletes interactions. */
export function judgeJobs({ records }: Jobs): Check {
  const waiting = records.find(({ State }) => ['WAITING', 'ACQUIRED', 'EXECUTING'].includes(State));
  return waiting === undefined
    ? failed('housekeeping job', 'no scheduled job whose name begins with Paceline: docs/install.md, step 8')
    : passed('housekeeping job', waiting.CronJobDetail.Name);
}

/** The origin that Amazon Connect must approve; told, because only a person can enter it there. */
export function approvedOrigin({ instanceUrl }: Org): Check {
  const host = hostOf(instanceUrl) ?? '';
  const lightning = host.replace(/\.my\.salesforce\.com$/, '.lightning.force.com');
  return lightning === host
    ? unchecked(
        'approved origin',
        `read it from the address bar of a Lightning page; not derived from ${instanceUrl}`,
      )
    : unchecked('approved origin', `enter https://${lightning} in Amazon Connect > Approved origins`);
}
