import { PacelineError } from '../errors.ts';
import {
  RULE_TYPE,
  SETTING_TYPE,
  readCustomMetadata,
  ruleRecordOf,
  settingFieldsOf,
} from '../metadata/custom-metadata.ts';
import type { CustomMetadataRecord, MetadataFile } from '../metadata/custom-metadata.ts';
import type { RuleRecord } from '../model/apex-contract.ts';
import type { Finding, LintOptions } from '../rules/lint/finding.ts';
import { lintRuleRecords } from '../rules/lint/lint-ruleset.ts';
import { readSoftphoneSettings } from '../session/softphone-settings.ts';
import type { SettingsReading } from '../session/softphone-settings.ts';

/** Findings of one ruleset or one setting, and its name. */
export interface FindingGroup {
  readonly name: string;
  readonly findings: readonly Finding[];
}

function readSetting(record: CustomMetadataRecord): SettingsReading {
  return readSoftphoneSettings({
    revision: '',
    settingName: record.developerName,
    setting: settingFieldsOf(record),
    rules: [],
    org: { id: '', userId: '', userName: '', defaultCountry: null },
  });
}

function lintSetting(
  { settings, problems, refusal }: SettingsReading,
  rulesets: ReadonlyMap<string, unknown>,
): FindingGroup {
  const finding = (level: Finding['level'], path: string, message: string): Finding => ({
    id: 'invalid-setting',
    level,
    ruleKey: 'setting',
    path,
    message,
  });
  const { ruleset, settingName } = settings;
  return {
    name: settingName,
    findings: [
      ...problems.map(({ level, path, message }) => finding(level, path, message)),
      ...(refusal === null ? [] : [finding('error', '', refusal)]),
      ...(ruleset === null || rulesets.has(ruleset)
        ? []
        : [finding('warning', 'Ruleset', `no rule of the ruleset "${ruleset}" is among these files`)]),
    ],
  };
}

/** What the settings that name a ruleset say; nothing where they do not agree. */
function optionsFor(ruleset: string, readings: readonly SettingsReading[]): LintOptions {
  const [only, second] = readings.filter(({ settings }) => settings.ruleset === ruleset);
  if (only === undefined || second !== undefined) return {};
  const { allowedHosts, events } = only.settings;
  return { allowedHosts, pacingAttribute: events.pacingAttribute };
}

/**
 * Everything that can be said of rule and setting records in source format: each ruleset for itself, with what the
 * setting that names it allows. Throws `usage` when no such record is among the files.
 */
export function lintRecords(files: readonly MetadataFile[]): readonly FindingGroup[] {
  const records = readCustomMetadata(files);
  const rulesets = new Map<string, RuleRecord[]>();
  for (const record of records.filter(({ type }) => type === RULE_TYPE)) {
    const rule = ruleRecordOf(record);
    rulesets.set(rule.ruleset, [...(rulesets.get(rule.ruleset) ?? []), rule]);
  }
  const readings = records.filter(({ type }) => type === SETTING_TYPE).map(readSetting);
  if (rulesets.size + readings.length === 0) {
    throw new PacelineError('usage', 'there is no Paceline_Rule or Paceline_Setting record among the files', {
      hint: 'Retrieve them with: sf project retrieve start --metadata CustomMetadata:Paceline_Rule.*',
    });
  }
  return [
    ...readings.map((reading) => lintSetting(reading, rulesets)),
    ...[...rulesets].map(([name, rules]) => ({
      name: name === '' ? '(no ruleset)' : name,
      findings: lintRuleRecords(rules, optionsFor(name, readings)),
    })),
  ];
}
