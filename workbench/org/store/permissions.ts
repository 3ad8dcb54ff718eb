import type { PermissionGrants } from '../metadata/read-permission-set.ts';
import type { FieldPermissions, ObjectPermissions } from '../simulated-org.ts';

/** Who asks. `system`: object and field permissions do not count. */
export interface Access {
  readonly userId: string;
  readonly mode: 'user' | 'system';
}

export interface Permissions {
  ofObject(access: Access, object: string): ObjectPermissions;
  ofField(access: Access, object: string, field: string): FieldPermissions;
  mayCall(className: string): boolean;
  setObject(object: string, permissions: Partial<ObjectPermissions>): void;
  setField(object: string, field: string, permissions: Partial<FieldPermissions>): void;
}

const ALL: ObjectPermissions = { read: true, create: true, edit: true, delete: true };
const NONE: ObjectPermissions = { read: false, create: false, edit: false, delete: false };
const READ_ONLY: ObjectPermissions = { ...NONE, read: true };

/**
 * An agent's permissions: everything on standard objects (users read only), and on what the package brings exactly
 * what its permission set grants.
 */
export function createPermissions(grants: PermissionGrants): Permissions {
  const objects = new Map(grants.objects);
  const fields = new Map(grants.fields);

  const objectDefault = (object: string): ObjectPermissions => {
    if (object.endsWith('__c')) return NONE;
    return object === 'User' ? READ_ONLY : ALL;
  };
  const fieldDefault = (field: string): FieldPermissions => ({
    read: !field.endsWith('__c'),
    edit: !field.endsWith('__c'),
  });

  const forAgent = (object: string): ObjectPermissions => objects.get(object) ?? objectDefault(object);
  const fieldForAgent = (object: string, field: string): FieldPermissions =>
    fields.get(`${object}.${field}`) ?? fieldDefault(field);

  return {
    ofObject: (access, object) => (access.mode === 'system' ? ALL : forAgent(object)),
    ofField: (access, object, field) =>
      access.mode === 'system' ? { read: true, edit: true } : fieldForAgent(object, field),
    mayCall: (className) => grants.classes.has(className),
    setObject(object, permissions) {
      objects.set(object, { ...forAgent(object), ...permissions });
    },
    setField(object, field, permissions) {
      fields.set(`${object}.${field}`, { ...fieldForAgent(object, field), ...permissions });
    },
  };
}
