import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { bundleCoreModules } from '../build/core-modules.ts';
import { walkFiles } from '../build/files.ts';
import { emitLwcScript, lwcTypeScriptFiles } from '../build/lwc-scripts.ts';
import { readStreams } from '../build/streams-resource.ts';

const CORE = 'force-app/main/softphone/lwc/pacelineCore';
const STREAMS = 'force-app/main/softphone/staticresources/pacelineStreams.js';

interface BuiltFile {
  /** Path below the root. */
  readonly path: string;
  readonly content: string | Uint8Array;
  readonly source: string;
}

function builtScripts(root: string): BuiltFile[] {
  return lwcTypeScriptFiles(join(root, 'force-app')).map((file) => {
    const source = relative(root, file).split(sep).join('/');
    return {
      path: source.replace(/\.ts$/, '.js'),
      content: emitLwcScript(readFileSync(file, 'utf8'), source),
      source,
    };
  });
}

async function builtCore(root: string): Promise<BuiltFile[]> {
  const modules = await bundleCoreModules(root, join(root, 'src/lwc-core.ts'));
  return modules.map(({ name, code }) => ({ path: `${CORE}/${name}`, content: code, source: 'src' }));
}

function builtStreams(root: string): BuiltFile {
  const { bytes, record } = readStreams(root);
  return { path: STREAMS, content: bytes, source: `${record.package} ${record.version}` };
}

function componentScripts(root: string): string[] {
  return walkFiles(join(root, 'force-app'))
    .map((path) => relative(root, path).split(sep).join('/'))
    .filter((path) => /\/lwc\/[^/]+\/[^/]+\.js$/.test(path))
    .filter((path) => basename(dirname(path)) !== '__tests__');
}

/**
 * Builds in memory and compares with the tree: one sentence for each built file that is missing, differs from what its
 * source gives, or has no source any more. None when `npm run build` has nothing to do.
 */
export async function staleFiles(root: string): Promise<string[]> {
  const built = [...builtScripts(root), ...(await builtCore(root)), builtStreams(root)];
  const known = new Set(built.map(({ path }) => path));
  const wrong = built.flatMap(({ path, content, source }) => {
    if (!existsSync(join(root, path))) return [`${path} is missing (from ${source})`];
    return readFileSync(join(root, path)).equals(Buffer.from(content))
      ? []
      : [`${path} is not what ${source} gives`];
  });
  const orphans = componentScripts(root)
    .filter((path) => !known.has(path))
    .map((path) => `${path} has no source; delete it`);
  return [...wrong, ...orphans].sort();
}
