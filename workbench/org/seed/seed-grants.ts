import type { FieldValues } from '../../../src/model/apex-contract.ts';
import type { PermissionGrants } from '../metadata/read-permission-set.ts';

/** The grants of a deployed permission set, as the records in which an org shows them. */
export function seedGrants(
  put: (object: string, fields: FieldValues) => string,
  ParentId: string,
  grants: PermissionGrants,
): void {
  for (const [SobjectType, granted] of grants.objects) {
    put('ObjectPermissions', {
      ParentId,
      SobjectType,
      PermissionsRead: granted.read,
      PermissionsCreate: granted.create,
      PermissionsEdit: granted.edit,
      PermissionsDelete: granted.delete,
      PermissionsViewAllRecords: grants.viewAll.has(SobjectType),
    });
  }
  for (const [Field, granted] of grants.fields) {
    const [SobjectType = ''] = Field.split('.');
    put('FieldPermissions', {
      ParentId,
      SobjectType,
      Field,
      PermissionsRead: granted.read,
      PermissionsEdit: granted.edit,
    });
  }
}
