import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { sha256 } from '../../scripts/build/files.ts';
import { isSimulated } from '../shared/simulated-modules.ts';
import { baseComponentResolver } from './base-components.ts';
import { lwcPlugin } from './lwc-plugin.ts';
import { packageVersions } from './package-versions.ts';

const RECIPE = 4;

const PACKAGES = [
  '@lwc/compiler',
  '@lwc/engine-dom',
  '@lwc/synthetic-shadow',
  '@locker/sandbox',
  'lightning-base-components',
];

/** Base components that are always there, so that using one of them needs no new bundle. */
const COMMON = [
  'accordion',
  'accordionSection',
  'badge',
  'button',
  'buttonGroup',
  'buttonIcon',
  'buttonMenu',
  'card',
  'combobox',
  'formattedDateTime',
  'formattedPhone',
  'helptext',
  'icon',
  'input',
  'layout',
  'layoutItem',
  'menuItem',
  'pill',
  'radioGroup',
  'spinner',
  'textarea',
  'utils',
].map((name) => `lightning/${name}`);

function entrySource(modules: readonly string[]): string {
  return [
    "import '@lwc/synthetic-shadow';",
    "import * as lwc from 'lwc';",
    "import * as sandbox from '@locker/sandbox';",
    ...modules.map((id, index) => `import * as m${index} from ${JSON.stringify(id)};`),
    'export { lwc, sandbox };',
    `export const modules = { ${modules.map((id, index) => `${JSON.stringify(id)}: m${index}`).join(', ')} };`,
  ].join('\n');
}

/**
 * What stays the same from start to start, as one ES module: synthetic shadow, the LWC engine, Lightning Web Security,
 * and the base components. Built once for each set of versions and components; answers the file's path.
 */
export async function bundlePlatform(options: {
  readonly root: string;
  readonly cacheDir: string;
  /** What the components import from outside. */
  readonly wanted: readonly string[];
}): Promise<string> {
  const { root, cacheDir } = options;
  const resolveBase = baseComponentResolver(root);
  const wanted = options.wanted.filter((id) => id.startsWith('lightning/') && !isSimulated(id));
  const unknown = wanted.filter((id) => resolveBase(id) === undefined);
  if (unknown.length > 0) {
    throw new Error(
      `A component imports ${unknown.join(', ')}: neither a base component nor simulated in the workbench.`,
    );
  }
  const modules = [...new Set([...COMMON, ...wanted])].sort();
  const versions = packageVersions(root, PACKAGES);
  const target = join(
    cacheDir,
    `platform-${sha256(JSON.stringify([RECIPE, versions, modules])).slice(0, 16)}.js`,
  );
  if (existsSync(target)) return target;

  const iconLibrary = join(import.meta.dirname, 'icon-library.js');
  const result = await build({
    stdin: { contents: entrySource(modules), resolveDir: root },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
    define: { 'import.meta.env.SSR': 'false', 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'platform',
        setup(context) {
          context.onResolve({ filter: /^lwc$/ }, () => ({
            path: join(root, 'node_modules/@lwc/engine-dom/dist/index.js'),
          }));
          context.onResolve({ filter: /^\.\/fetch$/ }, ({ importer }) =>
            importer.endsWith('primitiveIcon.js') ? { path: iconLibrary } : undefined,
          );
        },
      },
      lwcPlugin({
        resolveModule: resolveBase,
        cacheDir: join(cacheDir, 'lwc'),
        namespaceOf: () => 'lightning',
        lightningWebSecurity: false,
        compilerVersion: versions[0] ?? '',
      }),
    ],
  });
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(`${target}.part`, result.outputFiles[0]?.text ?? '');
  renameSync(`${target}.part`, target);
  return target;
}
