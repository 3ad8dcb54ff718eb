import type { FieldPermissions, ObjectPermissions } from '../simulated-org.ts';
import type { MetadataFile } from '../../../src/metadata/custom-metadata.ts';
import { childText, childrenOf, parseXml } from '../../../src/metadata/xml.ts';

/** What a permission set grants: objects by API name, fields by `Object.Field`, Apex classes by name. */
export interface PermissionGrants {
  readonly objects: ReadonlyMap<string, ObjectPermissions>;
  readonly fields: ReadonlyMap<string, FieldPermissions>;
  readonly classes: ReadonlySet<string>;
}

export function readPermissionSet(files: readonly MetadataFile[], name: string): PermissionGrants {
  const file = files.find((candidate) => candidate.path.endsWith(`/${name}.permissionset-meta.xml`));
  if (file === undefined) return { objects: new Map(), fields: new Map(), classes: new Set() };
  const root = parseXml(file.content, 'PermissionSet', file.path);
  return {
    objects: new Map(
      childrenOf(root, 'objectPermissions').map((entry) => [
        childText(entry, 'object') ?? '',
        {
          read: childText(entry, 'allowRead') === 'true',
          create: childText(entry, 'allowCreate') === 'true',
          edit: childText(entry, 'allowEdit') === 'true',
          delete: childText(entry, 'allowDelete') === 'true',
        },
      ]),
    ),
    fields: new Map(
      childrenOf(root, 'fieldPermissions').map((entry) => [
        childText(entry, 'field') ?? '',
        { read: childText(entry, 'readable') === 'true', edit: childText(entry, 'editable') === 'true' },
      ]),
    ),
    classes: new Set(
      childrenOf(root, 'classAccesses')
        .filter((entry) => childText(entry, 'enabled') === 'true')
        .map((entry) => childText(entry, 'apexClass') ?? ''),
    ),
  };
}
