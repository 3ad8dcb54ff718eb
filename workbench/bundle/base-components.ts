import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ResolveModule } from './lwc-plugin.ts';

interface BaseComponentsPackage {
  readonly version: string;
  readonly lwc: { readonly modules: readonly { readonly name?: string; readonly path?: string }[] };
}

/** Where lightning-base-components keeps its modules, the scoped imports (labels, i18n, gates) it brings included. */
export function baseComponentResolver(root: string): ResolveModule {
  const dir = join(root, 'node_modules/lightning-base-components');
  const { lwc } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) as BaseComponentsPackage;
  const named = new Map(
    lwc.modules.flatMap(({ name, path }) =>
      name === undefined || path === undefined ? [] : [[name, join(dir, path)] as const],
    ),
  );
  return (id) => {
    const known = named.get(id);
    if (known !== undefined) return known;
    const name = /^lightning\/(\w+)$/.exec(id)?.[1];
    if (name === undefined) return undefined;
    const folder = join(dir, 'src/lightning', name);
    return [`${name}.js`, `${name}.css`].map((file) => join(folder, file)).find((path) => existsSync(path));
  };
}
