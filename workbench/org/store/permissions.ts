import type { PermissionGrants } from '../metadata/read-permission-set.ts';
import type { ObjectDefinition } from '../schema/field-definition.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import type { FieldPermissions, ObjectPermissions } from './rights.ts';
import type { RecordStore } from './record-store.ts';
import { readUserRights } from './user-rights.ts';
import type { UserRights } from './user-rights.ts';

/** Who asks. `system`: object and field permissions do not count, and sharing only where it is enforced. */
export interface Access {
  readonly userId: string;
  readonly mode: 'user' | 'system';
  readonly isSharingEnforced: boolean;
}

export interface Permissions {
  ofObject(access: Access, object: string): ObjectPermissions;
  ofField(access: Access, object: string, field: string): FieldPermissions;
  /** May the user see all records of a private object? */
  seesAll(userId: string, object: string): boolean;
  mayCall(userId: string, className: string): boolean;
  mayUse(userId: string, customPermission: string): boolean;
  /** For all users but administrators. */
  setObject(object: string, permissions: Partial<ObjectPermissions>): void;
  setField(object: string, field: string, permissions: Partial<FieldPermissions>): void;
}

export interface PermissionParts {
  readonly schema: OrgSchema;
  readonly store: RecordStore;
  /** What the shipped permission sets grant, by name. */
  readonly shipped: ReadonlyMap<string, PermissionGrants>;
}

const ALL: ObjectPermissions = { read: true, create: true, edit: true, delete: true };
const NONE: ObjectPermissions = { read: false, create: false, edit: false, delete: false };
const READ_ONLY: ObjectPermissions = { ...NONE, read: true };
const WHOLE_FIELD: FieldPermissions = { read: true, edit: true };
const NO_FIELD: FieldPermissions = { read: false, edit: false };

const ACTIVITIES = new Set(['Task', 'Event']);
/** A change of one of these may change what a user may do. */
const RIGHTS = [
  'User',
  'Profile',
  'PermissionSet',
  'PermissionSetAssignment',
  'PermissionSetGroupComponent',
  'ObjectPermissions',
  'FieldPermissions',
  'SetupEntityAccess',
];

interface Known {
  readonly revision: number;
  readonly rights: UserRights;
  readonly objects: Map<string, ObjectPermissions>;
  readonly fields: Map<string, Map<string, FieldPermissions>>;
}

/** Without a grant: standard objects as the profile has them, nothing of what the package brings. */
function objectDefault(definition: ObjectDefinition | undefined, rights: UserRights): ObjectPermissions {
  if (definition === undefined) return NONE;
  const { name, kind } = definition;
  if (kind === 'metadata') return rights.metadataTypes.has(name) || rights.isAdmin ? READ_ONLY : NONE;
  if (rights.isAdmin) return ALL;
  if (kind === 'setup' || ['RecordType', 'Organization', 'ApexClass'].includes(name)) return READ_ONLY;
  if (kind === 'custom' || kind === 'event') return NONE;
  if (ACTIVITIES.has(name)) return rights.userPermissions.has('EditTask') ? ALL : READ_ONLY;
  return rights.isMinimum ? NONE : ALL;
}

/** Whom and when: no permission is set for these. */
const UNGUARDED = new Set([
  'Id',
  'IsDeleted',
  'OwnerId',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp',
  'MasterRecordId',
  'RecordTypeId',
]);

/** Is field-level security set for the field? Not for required ones, for names and for those of the system. */
export function isPermissionable(definition: ObjectDefinition, name: string): boolean {
  const field = definition.fields.get(name);
  if (field === undefined || field.required || UNGUARDED.has(name) || name === definition.nameField)
    return false;
  return definition.kind === 'custom' || definition.kind === 'standard';
}

/** What users may do: by their profile, by the permission sets that they are assigned, and by what an administrator changed. */
export function createPermissions({ schema, store, shipped }: PermissionParts): Permissions {
  const changedObjects = new Map<string, Partial<ObjectPermissions>>();
  const changedFields = new Map<string, Partial<FieldPermissions>>();
  const users = new Map<string, Known>();

  const knownOf = (userId: string): Known => {
    const revision = RIGHTS.reduce((sum, object) => sum + store.revision(object), 0);
    const known = users.get(userId);
    if (known?.revision === revision) return known;
    const read = {
      revision,
      rights: readUserRights(store, shipped, userId),
      objects: new Map(),
      fields: new Map(),
    };
    users.set(userId, read);
    return read;
  };

  const objectOf = ({ rights }: Known, object: string): ObjectPermissions => {
    const base = objectDefault(schema.objects.get(object), rights);
    const granted = rights.objects.get(object) ?? NONE;
    const sum = {
      read: base.read || granted.read,
      create: base.create || granted.create,
      edit: base.edit || granted.edit,
      delete: base.delete || granted.delete,
    };
    return rights.isAdmin ? sum : { ...sum, ...changedObjects.get(object) };
  };

  const fieldOf = ({ rights }: Known, object: string, field: string): FieldPermissions => {
    if (rights.isAdmin) return WHOLE_FIELD;
    const definition = schema.objects.get(object);
    const isGuarded =
      definition !== undefined &&
      isPermissionable(definition, field) &&
      (rights.isMinimum || field.endsWith('__c'));
    const base = isGuarded ? NO_FIELD : WHOLE_FIELD;
    const granted = rights.fields.get(`${object}.${field}`) ?? NO_FIELD;
    return {
      read: base.read || granted.read,
      edit: base.edit || granted.edit,
      ...changedFields.get(`${object}.${field}`),
    };
  };

  return {
    ofObject(access, object) {
      if (access.mode === 'system') return ALL;
      const known = knownOf(access.userId);
      const found = known.objects.get(object) ?? objectOf(known, object);
      known.objects.set(object, found);
      return found;
    },
    ofField(access, object, field) {
      if (access.mode === 'system') return WHOLE_FIELD;
      const known = knownOf(access.userId);
      const ofObject = known.fields.get(object) ?? new Map<string, FieldPermissions>();
      known.fields.set(object, ofObject);
      const found = ofObject.get(field) ?? fieldOf(known, object, field);
      ofObject.set(field, found);
      return found;
    },
    seesAll(userId, object) {
      const { rights } = knownOf(userId);
      return rights.isAdmin || rights.userPermissions.has('ViewAllData') || rights.viewAll.has(object);
    },
    mayCall(userId, className) {
      const { rights } = knownOf(userId);
      return rights.isAdmin || rights.classes.has(className);
    },
    mayUse: (userId, customPermission) =>
      knownOf(userId).rights.customPermissions.has(customPermission.toLowerCase()),
    setObject(object, permissions) {
      changedObjects.set(object, { ...changedObjects.get(object), ...permissions });
      users.clear();
    },
    setField(object, field, permissions) {
      const name = `${object}.${field}`;
      changedFields.set(name, { ...changedFields.get(name), ...permissions });
      users.clear();
    },
  };
}
