import type { FieldPermissions, ObjectPermissions } from '../store/rights.ts';
import type { MetadataFile } from '../../../src/metadata/custom-metadata.ts';
import { childText, childrenOf, parseXml } from '../../../src/metadata/xml.ts';
import type { XmlElement } from '../../../src/metadata/xml.ts';

/** What a permission set grants: objects by API name, fields by `Object.Field`, the rest by name. */
export interface PermissionGrants {
  readonly objects: ReadonlyMap<string, ObjectPermissions>;
  /** Objects all of whose records may be seen. */
  readonly viewAll: ReadonlySet<string>;
  readonly fields: ReadonlyMap<string, FieldPermissions>;
  readonly classes: ReadonlySet<string>;
  readonly metadataTypes: ReadonlySet<string>;
  readonly customPermissions: ReadonlySet<string>;
  /** `EditTask`, `ViewAllData`, ... */
  readonly userPermissions: ReadonlySet<string>;
}

export const NO_GRANTS: PermissionGrants = {
  objects: new Map(),
  viewAll: new Set(),
  fields: new Map(),
  classes: new Set(),
  metadataTypes: new Set(),
  customPermissions: new Set(),
  userPermissions: new Set(),
};

const NAME_OF = {
  classAccesses: 'apexClass',
  customMetadataTypeAccesses: 'name',
  customPermissions: 'name',
  userPermissions: 'name',
} as const;

function enabledNames(root: XmlElement, element: keyof typeof NAME_OF): ReadonlySet<string> {
  return new Set(
    childrenOf(root, element)
      .filter((entry) => childText(entry, 'enabled') === 'true')
      .map((entry) => childText(entry, NAME_OF[element]) ?? ''),
  );
}

export function readPermissionSet(files: readonly MetadataFile[], name: string): PermissionGrants {
  const file = files.find((candidate) => candidate.path.endsWith(`/${name}.permissionset-meta.xml`));
  if (file === undefined) return NO_GRANTS;
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
    viewAll: new Set(
      childrenOf(root, 'objectPermissions')
        .filter((entry) => childText(entry, 'viewAllRecords') === 'true')
        .map((entry) => childText(entry, 'object') ?? ''),
    ),
    classes: enabledNames(root, 'classAccesses'),
    metadataTypes: enabledNames(root, 'customMetadataTypeAccesses'),
    customPermissions: enabledNames(root, 'customPermissions'),
    userPermissions: enabledNames(root, 'userPermissions'),
  };
}
