import path from 'node:path';
import { readCustomMetadata } from '../../src/metadata/custom-metadata.ts';
import type { CustomMetadataRecord, MetadataFile } from '../../src/metadata/custom-metadata.ts';
import type { ApexSchema } from '../../tools/apex-runtime/model/apex-org.ts';
import { childText, childrenOf, parseXml } from '../../src/metadata/xml.ts';
import { createApexCode } from './apex-code.ts';
import type { ApexCode } from './apex-code.ts';
import { createApexSchema } from './apex-schema.ts';
import { readMetadataFiles } from './metadata/package-files.ts';
import { readPermissionSet } from './metadata/read-permission-set.ts';
import type { PermissionGrants } from './metadata/read-permission-set.ts';
import { createOrgSchema } from './schema/org-schema.ts';
import type { OrgSchema } from './schema/org-schema.ts';

export interface PermissionSetGroup {
  readonly name: string;
  readonly label: string;
  readonly permissionSets: readonly string[];
}

/** The package as an org holds it once it was deployed. Orgs that live side by side can share it. */
export interface InstalledPackage {
  readonly schema: OrgSchema;
  readonly apexSchema: ApexSchema;
  readonly code: ApexCode;
  readonly customMetadata: readonly CustomMetadataRecord[];
  /** By name. */
  readonly permissionSets: ReadonlyMap<string, PermissionGrants>;
  readonly permissionSetGroups: readonly PermissionSetGroup[];
  readonly customPermissions: readonly string[];
  /** Texts of the custom labels by name. */
  readonly labels: ReadonlyMap<string, string>;
}

/** `force-app/main/x/permissionsets/Name.permissionset-meta.xml` is `Name`. */
function namesOf(files: readonly MetadataFile[], suffix: string): readonly string[] {
  return files
    .filter((file) => file.path.endsWith(`.${suffix}-meta.xml`))
    .map((file) => path.posix.basename(file.path, `.${suffix}-meta.xml`));
}

function readGroups(files: readonly MetadataFile[]): readonly PermissionSetGroup[] {
  return files
    .filter((file) => file.path.endsWith('.permissionsetgroup-meta.xml'))
    .map((file) => {
      const root = parseXml(file.content, 'PermissionSetGroup', file.path);
      const name = path.posix.basename(file.path, '.permissionsetgroup-meta.xml');
      return {
        name,
        label: childText(root, 'label') ?? name,
        permissionSets: childrenOf(root, 'permissionSets').map((entry) => entry.text.trim()),
      };
    });
}

function readLabels(files: readonly MetadataFile[]): ReadonlyMap<string, string> {
  return new Map(
    files
      .filter((file) => file.path.endsWith('.labels-meta.xml'))
      .flatMap((file) => childrenOf(parseXml(file.content, 'CustomLabels', file.path), 'labels'))
      .map((label) => [childText(label, 'fullName') ?? '', childText(label, 'value') ?? ''] as const),
  );
}

/** Where the syntax trees of classes are kept, below the folder that the process runs in. */
const CACHE_DIR = '.cache/apex';

/** Reads the metadata of these folders; their classes are compiled when they are first needed. */
export function readInstalledPackage(folders: readonly string[]): InstalledPackage {
  const files = folders.flatMap(readMetadataFiles);
  const parts = {
    schema: createOrgSchema(files),
    customPermissions: namesOf(files, 'customPermission'),
    labels: readLabels(files),
  };
  const apexSchema = createApexSchema(parts);
  return {
    ...parts,
    apexSchema,
    code: createApexCode(folders, apexSchema, path.resolve(CACHE_DIR)),
    customMetadata: readCustomMetadata(files),
    permissionSets: new Map(
      namesOf(files, 'permissionset').map((name) => [name, readPermissionSet(files, name)]),
    ),
    permissionSetGroups: readGroups(files),
  };
}
