import { join, relative, sep } from 'node:path';
import { build } from 'esbuild';
import { sha256 } from '../../scripts/build/files.ts';
import { indexComponents } from './component-index.ts';
import { lwcPlugin } from './lwc-plugin.ts';
import { packageVersions } from './package-versions.ts';

export interface ComponentBundle {
  /** A script that reads `$lockerEvalContext$` once: `modules[id]` for what it imports, `publish(exports)` for what it brings. */
  readonly code: string;
  /** Everything imported from outside: `lwc`, `lightning/…`, `@salesforce/…`. */
  readonly imports: readonly string[];
  /** Names of the components and modules in it, without `c/`. */
  readonly components: readonly string[];
  /** SHA-256 of each file that was bundled, by its path below the repository's root. */
  readonly sources: Readonly<Record<string, string>>;
}

const OUTSIDE = /^(lwc$|lightning\/|@salesforce\/)/;

/** Bundles the emitted `c/*` components, as they would be deployed, into one script for evaluation in a sandbox. */
export async function bundleComponents(options: {
  readonly root: string;
  readonly lwcDirs: readonly string[];
  readonly cacheDir: string;
}): Promise<ComponentBundle> {
  const index = indexComponents(options.lwcDirs);
  const imports = new Set<string>();
  const sources: Record<string, string> = {};
  const names = [...index.keys()].sort();
  const entry = [
    ...names.map((name, position) => `import * as m${position} from 'c/${name}';`),
    `componentContext.publish({ ${names.map((name, position) => `'c/${name}': m${position}`).join(', ')} });`,
  ].join('\n');
  const result = await build({
    stdin: { contents: entry, resolveDir: options.root },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
    banner: { js: 'const componentContext = $lockerEvalContext$;' },
    plugins: [
      {
        name: 'outside',
        setup(context) {
          context.onResolve({ filter: OUTSIDE }, ({ path }) => {
            imports.add(path);
            return { path, namespace: 'outside' };
          });
          context.onLoad({ filter: /./, namespace: 'outside' }, ({ path }) => ({
            contents: `module.exports = componentContext.modules[${JSON.stringify(path)}];`,
          }));
        },
      },
      lwcPlugin({
        resolveModule: (id) => {
          const name = /^c\/(\w+)$/.exec(id)?.[1];
          const dir = name === undefined ? undefined : index.get(name);
          return dir === undefined ? undefined : join(dir, `${name}.js`);
        },
        cacheDir: join(options.cacheDir, 'lwc'),
        namespaceOf: () => 'c',
        lightningWebSecurity: true,
        onSource: (path, content) => {
          sources[relative(options.root, path).split(sep).join('/')] = sha256(content);
        },
        compilerVersion: packageVersions(options.root, ['@lwc/compiler'])[0] ?? '',
      }),
    ],
  });
  return {
    code: result.outputFiles[0]?.text ?? '',
    imports: [...imports].sort(),
    components: names,
    sources,
  };
}
