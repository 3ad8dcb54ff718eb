import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The Lightning web components below `packageDirs` by name: the folder `…/lwc/<name>` whose script was built. */
export function indexComponents(lwcDirs: readonly string[]): Map<string, string> {
  const components = new Map<string, string>();
  for (const dir of lwcDirs) {
    for (const entry of readdirSync(dir, { withFileTypes: true })) {
      const script = join(dir, entry.name, `${entry.name}.js`);
      if (entry.isDirectory() && existsSync(script)) components.set(entry.name, join(dir, entry.name));
    }
  }
  return components;
}

/** Every `lwc` folder of the package's features. */
export function packageLwcDirs(root: string): string[] {
  const main = join(root, 'force-app/main');
  if (!existsSync(main)) return [];
  return readdirSync(main)
    .map((feature) => join(main, feature, 'lwc'))
    .filter((dir) => existsSync(dir));
}
