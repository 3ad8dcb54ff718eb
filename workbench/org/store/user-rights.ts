import type { PermissionGrants } from '../metadata/read-permission-set.ts';
import { textOf } from '../org-record.ts';
import type { OrgRecord } from '../org-record.ts';
import type { FieldPermissions, ObjectPermissions } from './rights.ts';
import type { RecordStore } from './record-store.ts';

/** All that a user's profile and permission sets grant, added up. */
export interface UserRights {
  /** Modify All Data. */
  readonly isAdmin: boolean;
  /** A profile that grants no standard object. */
  readonly isMinimum: boolean;
  readonly objects: ReadonlyMap<string, ObjectPermissions>;
  readonly viewAll: ReadonlySet<string>;
  readonly fields: ReadonlyMap<string, FieldPermissions>;
  readonly classes: ReadonlySet<string>;
  readonly metadataTypes: ReadonlySet<string>;
  /** In lower case. */
  readonly customPermissions: ReadonlySet<string>;
  readonly userPermissions: ReadonlySet<string>;
}

export const MINIMUM_ACCESS = 'Minimum Access - Salesforce';

const is = (record: OrgRecord | undefined, field: string): boolean => record?.[field] === true;

/** Names of `Permissions...` checkboxes that are set: `EditTask`. */
function checkedPermissions(record: OrgRecord | undefined): readonly string[] {
  return Object.entries(record ?? {})
    .filter(([name, value]) => name.startsWith('Permissions') && value === true)
    .map(([name]) => name.slice('Permissions'.length));
}

function setsOf(store: RecordStore, userId: string, profileId: string): readonly OrgRecord[] {
  const assigned = store.findBy('PermissionSetAssignment', 'AssigneeId', userId).flatMap((assignment) => {
    const group = textOf(assignment, 'PermissionSetGroupId');
    if (group === '') return [textOf(assignment, 'PermissionSetId')];
    return store
      .findBy('PermissionSetGroupComponent', 'PermissionSetGroupId', group)
      .map((component) => textOf(component, 'PermissionSetId'));
  });
  const own = store
    .findBy('PermissionSet', 'ProfileId', profileId)
    .filter((set) => is(set, 'IsOwnedByProfile'))
    .map((set) => set.Id);
  return [...new Set([...own, ...assigned])].flatMap((id) => store.find(id) ?? []);
}

/** What was granted to the permission set by inserting ObjectPermissions and FieldPermissions. */
function grantsInStore(
  store: RecordStore,
  setId: string,
): Pick<PermissionGrants, 'objects' | 'fields' | 'viewAll'> {
  const objects = store.findBy('ObjectPermissions', 'ParentId', setId);
  return {
    objects: new Map(
      objects.map((row) => [
        textOf(row, 'SobjectType'),
        {
          read: is(row, 'PermissionsRead'),
          create: is(row, 'PermissionsCreate'),
          edit: is(row, 'PermissionsEdit'),
          delete: is(row, 'PermissionsDelete'),
        },
      ]),
    ),
    viewAll: new Set(
      objects.filter((row) => is(row, 'PermissionsViewAllRecords')).map((row) => textOf(row, 'SobjectType')),
    ),
    fields: new Map(
      store
        .findBy('FieldPermissions', 'ParentId', setId)
        .map((row) => [
          textOf(row, 'Field'),
          { read: is(row, 'PermissionsRead'), edit: is(row, 'PermissionsEdit') },
        ]),
    ),
  };
}

function customPermissionsOf(store: RecordStore, setId: string): readonly string[] {
  return store.findBy('SetupEntityAccess', 'ParentId', setId).flatMap((access) => {
    const entity = store.find(textOf(access, 'SetupEntityId'));
    return entity?.attributes.type === 'CustomPermission' ? [textOf(entity, 'DeveloperName')] : [];
  });
}

export function readUserRights(
  store: RecordStore,
  shipped: ReadonlyMap<string, PermissionGrants>,
  userId: string,
): UserRights {
  const profile = store.find(textOf(store.find(userId), 'ProfileId'));
  const objects = new Map<string, ObjectPermissions>();
  const fields = new Map<string, FieldPermissions>();
  const viewAll = new Set<string>();
  const classes = new Set<string>();
  const metadataTypes = new Set<string>();
  const customPermissions = new Set<string>();
  const userPermissions = new Set<string>(checkedPermissions(profile));

  const grant = (grants: Pick<PermissionGrants, 'objects' | 'fields' | 'viewAll'>): void => {
    for (const [name, more] of grants.objects) {
      const known = objects.get(name);
      objects.set(name, {
        read: more.read || known?.read === true,
        create: more.create || known?.create === true,
        edit: more.edit || known?.edit === true,
        delete: more.delete || known?.delete === true,
      });
    }
    for (const [name, more] of grants.fields) {
      const known = fields.get(name);
      fields.set(name, { read: more.read || known?.read === true, edit: more.edit || known?.edit === true });
    }
    for (const name of grants.viewAll) viewAll.add(name);
  };

  for (const set of setsOf(store, userId, profile?.Id ?? '')) {
    const file = shipped.get(textOf(set, 'Name'));
    if (file !== undefined) {
      for (const name of file.classes) classes.add(name);
      for (const name of file.metadataTypes) metadataTypes.add(name);
      for (const name of file.customPermissions) customPermissions.add(name.toLowerCase());
      for (const name of file.userPermissions) userPermissions.add(name);
    }
    grant(grantsInStore(store, set.Id));
    for (const name of customPermissionsOf(store, set.Id)) customPermissions.add(name.toLowerCase());
    for (const name of checkedPermissions(set)) userPermissions.add(name);
  }

  return {
    isAdmin: userPermissions.has('ModifyAllData'),
    isMinimum: textOf(profile, 'Name') === MINIMUM_ACCESS,
    objects,
    viewAll,
    fields,
    classes,
    metadataTypes,
    customPermissions,
    userPermissions,
  };
}
