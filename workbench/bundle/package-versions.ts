import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The installed versions of the named packages, as `name@version`. */
export function packageVersions(root: string, names: readonly string[]): string[] {
  return names.map((name) => {
    const { version } = JSON.parse(
      readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'),
    ) as { version: string };
    return `${name}@${version}`;
  });
}
