import type { FieldValue, FieldValues, RuleRecord } from '../../src/model/apex-contract.ts';
import type { ApexContext } from './apex/apex-context.ts';
import { runHousekeeping } from './apex/housekeeping.ts';
import { createFaultInjector } from './faults.ts';
import { RULE_TYPE, SETTING_TYPE, readCustomMetadata } from '../../src/metadata/custom-metadata.ts';
import type { CustomMetadataRecord } from '../../src/metadata/custom-metadata.ts';
import { readMetadataFiles } from './metadata/package-files.ts';
import { readPermissionSet } from './metadata/read-permission-set.ts';
import { createOrgClient } from './org-client.ts';
import type { OrgState } from './org-client.ts';
import { DmlRefusal, OrgRefusal } from './refusal.ts';
import { createOrgSchema } from './schema/org-schema.ts';
import { seedSample } from './seed/seed-sample.ts';
import { seedUsers } from './seed/seed-users.ts';
import type {
  OrgAdmin,
  OrgOptions,
  OrgValidationRule,
  OrgDuplicateRule,
  SimulatedOrg,
} from './simulated-org.ts';
import { createDml } from './store/dml.ts';
import { createPermissions } from './store/permissions.ts';
import { createRecordId } from './store/record-id.ts';
import { createRecordStore } from './store/record-store.ts';

const AGENT_PERMISSION_SET = 'Paceline_Agent';
const INDEXED = ['Paceline_Interaction__c.Interaction_Key__c', 'Task.Paceline_Key__c', 'Task.CallObject'];

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

/** A simulated org with the package installed. Several can live side by side; nothing is shared or persisted. */
export function createOrg(options: OrgOptions): SimulatedOrg {
  const files = [options.packageDir, ...(options.settingsDirs ?? [])].flatMap(readMetadataFiles);
  const schema = createOrgSchema(files);
  const grants = readPermissionSet(files, AGENT_PERMISSION_SET);
  const overrides = Object.entries(options.settingOverrides ?? {});
  const shippedMetadata = readCustomMetadata(files).map((record) => {
    const known = overrides.filter(([field]) => Object.hasOwn(record.fields, field));
    return record.type === SETTING_TYPE
      ? { ...record, fields: { ...record.fields, ...Object.fromEntries(known) } }
      : record;
  });
  const id = createRecordId('00D', orgSequence(options.ids.next()));
  const faults = createFaultInjector();

  const build = (): OrgState => {
    const store = createRecordStore(INDEXED);
    const permissions = createPermissions(grants);
    const validationRules: OrgValidationRule[] = [];
    const duplicateRules: OrgDuplicateRule[] = [];
    const dml = createDml({
      schema,
      store,
      clock: options.clock,
      permissions,
      validationRules,
      duplicateRules,
    });
    const users = seedUsers(dml);
    if (options.seed !== 'empty') seedSample(dml, users[0] ?? '');
    return {
      orgId: id,
      clock: options.clock,
      ids: options.ids,
      schema,
      store,
      permissions,
      dml,
      validationRules,
      duplicateRules,
      users,
      faults,
      metadata: new Map(shippedMetadata.map((record) => [`${record.type}.${record.developerName}`, record])),
      log: [],
    };
  };

  let state = build();
  const current = (): OrgState => state;
  const system = (): { userId: string; mode: 'system' } => ({ userId: client.userId, mode: 'system' });

  const administer = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (error instanceof DmlRefusal) throw new OrgRefusal(400, 'Bad Request', { ...error.error });
      throw error;
    }
  };

  const saveMetadata = (record: CustomMetadataRecord): void => {
    state.metadata.set(`${record.type}.${record.developerName}`, record);
  };

  const admin: OrgAdmin = {
    setObjectPermissions: (object, permissions) => state.permissions.setObject(object, permissions),
    setFieldPermissions: (object, field, permissions) =>
      state.permissions.setField(object, field, permissions),
    addValidationRule: (rule) => void state.validationRules.push(rule),
    addDuplicateRule: (rule) => void state.duplicateRules.push(rule),
    insert: (object, fields) =>
      administer(() => state.dml.insert(system(), object, fields, { allowReadOnly: true })),
    update: (recordId, fields) => administer(() => state.dml.update(system(), recordId, fields)),
    saveRule: (rule) =>
      saveMetadata({
        type: RULE_TYPE,
        developerName: rule.developerName,
        label: rule.label,
        fields: toRuleFields(rule),
      }),
    removeRule: (developerName) => void state.metadata.delete(`${RULE_TYPE}.${developerName}`),
    saveSetting(settingName, fields: FieldValues) {
      const known = state.metadata.get(`${SETTING_TYPE}.${settingName}`);
      saveMetadata({
        type: SETTING_TYPE,
        developerName: settingName,
        label: known?.label ?? settingName,
        fields: { ...known?.fields, ...fields },
      });
    },
  };

  const client = createOrgClient(current, options.userId ?? state.users[0] ?? '');
  const housekeepingContext = (): ApexContext => ({
    ...client.apexContext(new Set()),
  });

  return {
    ...client,
    id,
    faults,
    admin,
    asUser: (userId) => createOrgClient(current, userId),
    listRecords: (object) => state.store.list(object),
    objectNames: () => [...schema.objects.keys()],
    settingNames: () =>
      [...state.metadata.values()]
        .filter((record) => record.type === SETTING_TYPE)
        .map((record) => record.developerName),
    requests: () => [...state.log],
    runHousekeeping: () => state.store.transaction(() => runHousekeeping(housekeepingContext())),
    reset() {
      faults.clear();
      state = build();
    },
  };
}
