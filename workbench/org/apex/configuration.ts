import { createHash } from 'node:crypto';
import type { ConfigurationResponse, FieldValue, RuleRecord } from '../../../src/model/apex-contract.ts';
import type { CustomMetadataRecord } from '../metadata/read-custom-metadata.ts';
import type { ApexMethod } from './apex-context.ts';

const SETTING = 'Paceline_Setting__mdt';
const RULE = 'Paceline_Rule__mdt';

function settingOf(record: CustomMetadataRecord): Readonly<Record<string, FieldValue>> {
  return Object.fromEntries(
    Object.entries(record.fields).map(([name, value]) => [name.replace(/__c$/, ''), value]),
  );
}

function ruleOf(record: CustomMetadataRecord): RuleRecord {
  const text = (name: string): string | null => {
    const value = record.fields[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    developerName: record.developerName,
    label: record.label,
    ruleset: text('Ruleset__c') ?? '',
    order: Number(record.fields['Order__c'] ?? 0),
    active: record.fields['Active__c'] === true,
    triggerJson: text('Trigger__c'),
    actionsJson: text('Actions__c'),
  };
}

function compareRules(left: RuleRecord, right: RuleRecord): number {
  return left.order - right.order || (left.developerName < right.developerName ? -1 : 1);
}

/** Twin of `PacelineConfigurationController.load`. */
export const loadConfiguration: ApexMethod = (context, params) => {
  const settingName = typeof params['settingName'] === 'string' ? params['settingName'] : '';
  const records = context.customMetadata();
  const found = records.find((record) => record.type === SETTING && record.developerName === settingName);
  const setting = found === undefined ? null : settingOf(found);
  const ruleset = setting?.['Ruleset'] ?? null;
  const rules = records
    .filter((record) => record.type === RULE && ruleset !== null && record.fields['Ruleset__c'] === ruleset)
    .map(ruleOf)
    .sort(compareRules);
  const answer: ConfigurationResponse = {
    revision: createHash('sha256')
      .update(JSON.stringify([setting, rules]))
      .digest('hex'),
    settingName,
    setting,
    rules,
    org: { id: context.orgId, userId: context.userId, userName: context.userName, defaultCountry: 'US' },
  };
  return answer;
};
