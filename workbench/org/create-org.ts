import type { FieldValue, FieldValues, RuleRecord } from '../../src/model/apex-contract.ts';
import { RULE_TYPE, SETTING_TYPE } from '../../src/metadata/custom-metadata.ts';
import type { CustomMetadataRecord } from '../../src/metadata/custom-metadata.ts';
import { createFaultInjector } from './faults.ts';
import { readInstalledPackage } from './installed-package.ts';
import { readStoredMetadata, removeMetadata, storeMetadata } from './metadata/stored-metadata.ts';
import { createOrgClient } from './org-client.ts';
import { createOrgState } from './create-state.ts';
import type { OrgState } from './org-state.ts';
import { textOf } from './org-record.ts';
import { runHousekeeping } from './run-housekeeping.ts';
import { DmlRefusal, OrgRefusal } from './refusal.ts';
import type { ObjectDefinition } from './schema/field-definition.ts';
import type { OrgAdmin, OrgOptions, SimulatedOrg } from './simulated-org.ts';
import { convertLead } from './store/convert-lead.ts';
import type { LeadConversion } from '../../tools/apex-runtime/model/apex-org.ts';
import { mergeRecords } from './store/merge-records.ts';
import type { Access } from './store/permissions.ts';
import { createRecordId } from './store/record-id.ts';

function orgSequence(id: string): number {
  return [...id].reduce((hash, character) => (hash * 31 + character.charCodeAt(0)) % 900_000_000, 7) + 1;
}

function toRuleFields(rule: RuleRecord): Readonly<Record<string, FieldValue>> {
  return {
    Ruleset__c: rule.ruleset,
    Order__c: rule.order,
    Active__c: rule.active,
    Trigger__c: rule.triggerJson,
    Actions__c: rule.actionsJson,
  };
}

const SYSTEM = { mode: 'system', isSharingEnforced: false } as const;

/** A simulated org with the package installed. Several can live side by side; nothing is shared or persisted. */
export function createOrg(options: OrgOptions): SimulatedOrg {
  const installed =
    options.installed ?? readInstalledPackage([options.packageDir, ...(options.settingsDirs ?? [])]);
  const { schema } = installed;
  const id = createRecordId('00D', orgSequence(options.ids.next()));
  const faults = createFaultInjector();

  const build = (): OrgState =>
    createOrgState({
      installed,
      orgId: id,
      clock: options.clock,
      ids: options.ids,
      faults,
      settingOverrides: options.settingOverrides ?? {},
      isSeeded: options.seed !== 'empty',
    });

  let state = build();
  const current = (): OrgState => state;
  const system = (): Access => ({ userId: client.userId, ...SYSTEM });

  const administer = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (error instanceof DmlRefusal) throw new OrgRefusal(400, 'Bad Request', { ...error.error });
      throw error;
    }
  };

  const saveMetadata = (record: CustomMetadataRecord): void =>
    storeMetadata(state.store, installed, new Date(options.clock.now()).toISOString(), record);

  const admin: OrgAdmin = {
    setObjectPermissions: (object, permissions) => state.permissions.setObject(object, permissions),
    setFieldPermissions: (object, field, permissions) =>
      state.permissions.setField(object, field, permissions),
    addValidationRule: (rule) => void state.validationRules.push(rule),
    addDuplicateRule: (rule) => void state.duplicateRules.push(rule),
    insert: (object, fields) =>
      administer(() => state.dml.insert(system(), object, fields, { allowReadOnly: true })),
    update: (recordId, fields) => administer(() => state.dml.update(system(), recordId, fields)),
    delete: (recordId) => administer(() => state.dml.delete(system(), recordId)),
    merge: (masterId, mergedId) =>
      administer(() => mergeRecords({ schema, store: state.store, at: now() }, masterId, mergedId)),
    convertLead: (leadId) =>
      administer(() =>
        convertLead({ dml: state.dml, store: state.store, at: now() }, system(), conversionOf(leadId)),
      ),
    saveCustomMetadata: saveMetadata,
    saveRule: (rule) =>
      saveMetadata({
        type: RULE_TYPE,
        developerName: rule.developerName,
        label: rule.label,
        fields: toRuleFields(rule),
      }),
    removeRule: (developerName) => removeMetadata(state.store, RULE_TYPE, developerName),
    saveSetting(settingName, fields: FieldValues) {
      const known = readStoredMetadata(state.store).find(
        (record) => record.type === SETTING_TYPE && record.developerName === settingName,
      );
      saveMetadata({
        type: SETTING_TYPE,
        developerName: settingName,
        label: known?.label ?? settingName,
        fields: { ...known?.fields, ...fields },
      });
    },
  };

  const now = (): string => new Date(options.clock.now()).toISOString();
  const client = createOrgClient(current, installed.code, options.userId ?? state.users.agents[0] ?? '');
  return {
    ...client,
    id,
    faults,
    admin,
    asUser: (userId) => createOrgClient(current, installed.code, userId),
    listRecords: (object) => state.store.list(object),
    objectNames: () => [...schema.objects.values()].filter(isShown).map((object) => object.name),
    settingNames: () => state.store.list(SETTING_TYPE).map((record) => textOf(record, 'DeveloperName')),
    customMetadata: () => readStoredMetadata(state.store),
    events: () => [...state.events],
    emails: () => [...state.emails],
    requests: () => [...state.log],
    runHousekeeping: () => runHousekeeping(state, installed.code),
    reset() {
      faults.clear();
      state = build();
    },
  };
}

/** Set-up objects and custom metadata are not for the pages, but for users. */
function isShown(object: ObjectDefinition): boolean {
  return (
    object.name === 'User' ||
    object.kind === 'custom' ||
    (object.kind === 'standard' && object.uiApi) ||
    object.name === 'Task'
  );
}

function conversionOf(leadId: string): LeadConversion {
  return {
    leadId,
    status: 'Closed - Converted',
    accountId: null,
    contactId: null,
    opportunityName: null,
    createOpportunity: true,
    ownerId: null,
  };
}
