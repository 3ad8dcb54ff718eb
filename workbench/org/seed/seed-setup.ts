import type { FieldValues } from '../../../src/model/apex-contract.ts';
import type { InstalledPackage } from '../installed-package.ts';
import { requireObject } from '../schema/org-schema.ts';
import { recordTypeId } from '../schema/record-type-id.ts';
import { createRecordId } from '../store/record-id.ts';
import type { RecordStore } from '../store/record-store.ts';
import { MINIMUM_ACCESS } from '../store/user-rights.ts';
import { seedGrants } from './seed-grants.ts';

const CONVERTED_STATUS = 'Closed - Converted';
export const ADMIN_PROFILE = 'System Administrator';
export const STANDARD_PROFILE = 'Standard User';

const STANDARD = { PermissionsEditTask: true, PermissionsEditEvent: true, PermissionsApiEnabled: true };
const ADMINISTRATOR = {
  ...STANDARD,
  PermissionsModifyAllData: true,
  PermissionsViewAllData: true,
  PermissionsManageUsers: true,
  PermissionsCustomizeApplication: true,
};
/** In the order in which an org has them. */
const PROFILES: Readonly<Record<string, FieldValues>> = {
  [ADMIN_PROFILE]: ADMINISTRATOR,
  [STANDARD_PROFILE]: STANDARD,
  [MINIMUM_ACCESS]: { PermissionsApiEnabled: true },
};

/** Puts a record into the store without any check, as the platform itself does. */
export function putRecord(
  store: RecordStore,
  installed: InstalledPackage,
  at: string,
  objectName: string,
  fields: FieldValues,
  givenId: string | null = null,
): string {
  const object = requireObject(installed.schema, objectName);
  const id = givenId ?? createRecordId(object.keyPrefix, store.count(objectName));
  store.put({
    ...Object.fromEntries([...object.fields.values()].map((field) => [field.name, field.defaultValue])),
    CreatedDate: at,
    LastModifiedDate: at,
    SystemModstamp: at,
    ...fields,
    attributes: { type: objectName },
    Id: id,
  });
  return id;
}

/** Licenses, profiles, permission sets, groups and custom permissions: what Setup shows before anyone works. */
export function seedSetup(
  store: RecordStore,
  installed: InstalledPackage,
  at: string,
  organization: { readonly id: string; readonly name: string },
): void {
  const put = (object: string, fields: FieldValues): string =>
    putRecord(store, installed, at, object, fields);
  putRecord(
    store,
    installed,
    at,
    'Organization',
    {
      Name: organization.name,
      DefaultLocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      TimeZoneSidKey: 'America/New_York',
      OrganizationType: 'Developer Edition',
    },
    organization.id,
  );
  for (const object of installed.schema.objects.values()) {
    for (const [index, type] of object.recordTypes.entries()) {
      const fields = {
        Name: type.label,
        DeveloperName: type.developerName,
        SobjectType: object.name,
        IsPersonType: type.isPerson,
      };
      putRecord(store, installed, at, 'RecordType', fields, recordTypeId(object, index));
    }
  }
  const leadStatus = installed.schema.objects.get('Lead')?.fields.get('Status');
  for (const [index, value] of (leadStatus?.values ?? []).entries()) {
    put('LeadStatus', {
      MasterLabel: value,
      ApiName: value,
      SortOrder: index + 1,
      IsConverted: value === CONVERTED_STATUS,
      IsDefault: value === leadStatus?.defaultValue,
    });
  }
  const UserLicenseId = put('UserLicense', {
    Name: 'Salesforce',
    MasterLabel: 'Salesforce',
    LicenseDefinitionKey: 'SFDC',
  });
  for (const [Name, permissions] of Object.entries(PROFILES)) {
    const ProfileId = put('Profile', { Name, UserLicenseId, UserType: 'Standard', ...permissions });
    put('PermissionSet', { Name: `X${ProfileId}`, Label: Name, IsOwnedByProfile: true, ProfileId });
  }
  const setIds = new Map(
    [...installed.permissionSets.keys()].map((Name) => [
      Name,
      put('PermissionSet', { Name, Label: Name.replaceAll('_', ' ') }),
    ]),
  );
  for (const [name, grants] of installed.permissionSets) seedGrants(put, setIds.get(name) ?? '', grants);
  for (const [name, grants] of installed.permissionSets) {
    const ParentId = setIds.get(name) ?? null;
    for (const [SobjectType, rights] of grants.objects) {
      put('ObjectPermissions', {
        ParentId,
        SobjectType,
        PermissionsRead: rights.read,
        PermissionsCreate: rights.create,
        PermissionsEdit: rights.edit,
        PermissionsDelete: rights.delete,
        PermissionsViewAllRecords: grants.viewAll.has(SobjectType),
      });
    }
    for (const [Field, rights] of grants.fields) {
      const SobjectType = Field.slice(0, Field.indexOf('.'));
      put('FieldPermissions', {
        ParentId,
        SobjectType,
        Field,
        PermissionsRead: rights.read,
        PermissionsEdit: rights.edit,
      });
    }
  }
  for (const group of installed.permissionSetGroups) {
    const PermissionSetGroupId = put('PermissionSetGroup', {
      DeveloperName: group.name,
      MasterLabel: group.label,
      Status: 'Updated',
    });
    for (const PermissionSetId of group.permissionSets.flatMap((name) => setIds.get(name) ?? [])) {
      put('PermissionSetGroupComponent', { PermissionSetGroupId, PermissionSetId });
    }
  }
  for (const name of installed.customPermissions) {
    put('CustomPermission', { DeveloperName: name, MasterLabel: name.replaceAll('_', ' ') });
  }
}
