import { createHash } from 'node:crypto';
import {
  RULE_TYPE,
  SETTING_TYPE,
  ruleRecordOf,
  settingFieldsOf,
} from '../../../src/metadata/custom-metadata.ts';
import type { ConfigurationResponse, RuleRecord } from '../../../src/model/apex-contract.ts';
import type { ApexMethod } from './apex-context.ts';

function compareRules(left: RuleRecord, right: RuleRecord): number {
  return left.order - right.order || (left.developerName < right.developerName ? -1 : 1);
}

/** Twin of `PacelineConfigurationController.load`. */
export const loadConfiguration: ApexMethod = (context, params) => {
  const settingName = typeof params['settingName'] === 'string' ? params['settingName'] : '';
  const records = context.customMetadata();
  const found = records.find(
    (record) => record.type === SETTING_TYPE && record.developerName === settingName,
  );
  const setting = found === undefined ? null : settingFieldsOf(found);
  const ruleset = setting?.['Ruleset'] ?? null;
  const rules = records
    .filter(
      (record) => record.type === RULE_TYPE && ruleset !== null && record.fields['Ruleset__c'] === ruleset,
    )
    .map(ruleRecordOf)
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
