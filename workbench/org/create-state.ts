import { SETTING_TYPE } from '../../src/metadata/custom-metadata.ts';
import type { CustomMetadataRecord } from '../../src/metadata/custom-metadata.ts';
import type { FieldValues } from '../../src/model/apex-contract.ts';
import type { Clock, Ids } from '../../src/model/ports.ts';
import { createFaultInjector } from './faults.ts';
import type { FaultInjector } from './faults.ts';
import type { InstalledPackage } from './installed-package.ts';
import { storeMetadata } from './metadata/stored-metadata.ts';
import { createOrgJobs } from './org-jobs.ts';
import type { OrgState } from './org-state.ts';
import { seedSample } from './seed/seed-sample.ts';
import { seedSetup } from './seed/seed-setup.ts';
import { seedUsers } from './seed/seed-users.ts';
import type { OrgDuplicateRule, OrgValidationRule } from './store/org-rules.ts';
import { createDml } from './store/dml.ts';
import { createPermissions } from './store/permissions.ts';
import { createRecordStore } from './store/record-store.ts';

const INDEXED = [
  'Paceline_Interaction__c.Interaction_Key__c',
  'Task.Paceline_Key__c',
  'Task.CallObject',
  'Task.WhoId',
  'Task.WhatId',
  'Contact.AccountId',
  'PermissionSet.Name',
  'PermissionSet.ProfileId',
  'PermissionSetAssignment.AssigneeId',
  'PermissionSetGroupComponent.PermissionSetGroupId',
  'ObjectPermissions.ParentId',
  'FieldPermissions.ParentId',
  'SetupEntityAccess.ParentId',
];

/** What a setting says is replaced where the option names a field that it sets. */
function withOverrides(record: CustomMetadataRecord, overrides: FieldValues): CustomMetadataRecord {
  if (record.type !== SETTING_TYPE) return record;
  const known = Object.entries(overrides).filter(([field]) => Object.hasOwn(record.fields, field));
  return { ...record, fields: { ...record.fields, ...Object.fromEntries(known) } };
}

export interface StateOptions {
  readonly installed: InstalledPackage;
  readonly orgId: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly faults?: FaultInjector;
  readonly settingOverrides: FieldValues;
  /** With sample records. */
  readonly isSeeded: boolean;
}

/** An org as it is before anyone works in it. */
export function createOrgState(options: StateOptions): OrgState {
  const { installed, clock, orgId, ids } = options;
  const { schema, apexSchema } = installed;
  const store = createRecordStore(INDEXED);
  const permissions = createPermissions({ schema, store, shipped: installed.permissionSets });
  const validationRules: OrgValidationRule[] = [];
  const duplicateRules: OrgDuplicateRule[] = [];
  const dml = createDml({ schema, store, clock, permissions, validationRules, duplicateRules });
  const at = new Date(clock.now()).toISOString();
  seedSetup(store, installed, at, { id: orgId, name: 'Simulated Org' });
  for (const record of installed.customMetadata) {
    storeMetadata(store, installed, at, withOverrides(record, options.settingOverrides));
  }
  const users = seedUsers(store, dml);
  if (options.isSeeded) seedSample(dml, users.agents[0] ?? '');
  const state: OrgState = {
    orgId,
    clock,
    ids,
    schema,
    apexSchema,
    store,
    permissions,
    dml,
    validationRules,
    duplicateRules,
    users,
    events: [],
    emails: [],
    jobs: createOrgJobs(() => state, clock),
    faults: options.faults ?? createFaultInjector(),
    log: [],
  };
  return state;
}
