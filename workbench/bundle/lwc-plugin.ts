import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { transformSync } from '@lwc/compiler';
import type { OnLoadArgs, OnResolveArgs, OnResolveResult, Plugin } from 'esbuild';
import { sha256 } from '../../scripts/build/files.ts';

/** Turns a module id such as `lightning/button` into the file that defines it; undefined when it is not known. */
export type ResolveModule = (id: string) => string | undefined;

interface LwcPluginOptions {
  readonly resolveModule: ResolveModule;
  /** Compiled files are kept here, keyed by content, options and compiler. */
  readonly cacheDir: string;
  /** Namespace of the components that a file belongs to. */
  readonly namespaceOf: (path: string) => string;
  readonly lightningWebSecurity: boolean;
  readonly compilerVersion: string;
  /** Told of every file that goes into the bundle, with its content. */
  readonly onSource?: (path: string, content: string) => void;
}

const COMPILED = 'lwc';
const EMPTY = 'lwc-empty';
const KINDS = new Set(['.js', '.html', '.css']);

function resolveRelative(args: OnResolveArgs): OnResolveResult | undefined {
  const [bare, query] = args.path.split('?', 2) as [string, string | undefined];
  const importer = args.importer;
  const wanted = resolve(dirname(importer), bare);
  const suffix = query === undefined ? {} : { suffix: `?${query}` };
  const candidates = KINDS.has(extname(wanted)) ? [wanted] : [wanted, `${wanted}.js`];
  const path = candidates.find((candidate) => existsSync(candidate) && extname(candidate) !== '');
  if (path !== undefined) return { path, namespace: COMPILED, ...suffix };
  const implicit = extname(wanted) === '.html' || extname(wanted) === '.css';
  return implicit ? { path: wanted, namespace: EMPTY } : undefined;
}

/**
 * Compiles Lightning web components (their .js, .html and .css files) with the LWC compiler. A template or style
 * sheet that a component does not have is the empty one, as on the platform.
 */
export function lwcPlugin(options: LwcPluginOptions): Plugin {
  const compile = (args: OnLoadArgs): string => {
    const source = readFileSync(args.path, 'utf8');
    options.onSource?.(args.path, source);
    const settings = {
      name: basename(dirname(args.path)),
      namespace: options.namespaceOf(args.path),
      scopedStyles: args.suffix.includes('scoped'),
      enableDynamicComponents: true,
      enableLightningWebSecurityTransforms: options.lightningWebSecurity,
      ...(options.lightningWebSecurity ? { apiVersion: 65 } : {}),
    };
    const key = sha256(
      JSON.stringify([options.compilerVersion, settings, basename(args.path), source]),
    ).slice(0, 40);
    const cached = join(options.cacheDir, `${key}.js`);
    if (existsSync(cached)) return readFileSync(cached, 'utf8');
    const { code } = transformSync(source, args.path, settings);
    mkdirSync(options.cacheDir, { recursive: true });
    writeFileSync(cached, code);
    return code;
  };

  return {
    name: 'lwc',
    setup(build) {
      build.onResolve({ filter: /^\.{1,2}\// }, (args) =>
        args.namespace === COMPILED ? resolveRelative(args) : undefined,
      );
      build.onResolve({ filter: /^[^./]/ }, (args) => {
        const path = options.resolveModule(args.path);
        return path === undefined ? undefined : { path, namespace: COMPILED };
      });
      build.onLoad({ filter: /./, namespace: EMPTY }, () => ({ contents: 'export default undefined;' }));
      build.onLoad({ filter: /./, namespace: COMPILED }, (args) => {
        try {
          return { contents: compile(args), resolveDir: dirname(args.path), loader: 'js' };
        } catch (error) {
          return {
            errors: [
              { text: error instanceof Error ? error.message : String(error), location: { file: args.path } },
            ],
          };
        }
      });
    },
  };
}
