import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { childText, childrenOf, parseXml } from '../../src/metadata/xml.ts';

const AGENT_SET = 'force-app/main/configuration/permissionsets/Paceline_Agent.permissionset-meta.xml';

/** Names of the custom permissions that the package's permission set for agents grants. */
export function readCustomPermissions(root: string): readonly string[] {
  const file = readFileSync(join(root, AGENT_SET), 'utf8');
  return childrenOf(parseXml(file, 'PermissionSet', AGENT_SET), 'customPermissions')
    .filter((entry) => childText(entry, 'enabled') === 'true')
    .map((entry) => childText(entry, 'name') ?? '');
}
