import { sha256 } from '../build/files.ts';
import type { DeployManifest } from '../build/manifest.ts';
import type { PackageEntries } from './convert-source.ts';

const FOREIGN = /\.ts$|(^|\/)__(tests|mocks)__\/|\.test\.|(^|\/)(tsconfig|jsconfig)[^/]*\.json$|(^|\/)\./;

/** Where the metadata format has a file that it takes over unchanged; null for files that are merged or renamed. */
function entryName(path: string): string | null {
  const kept = /\/(lwc\/[^/]+\/.+|classes\/[^/]+)$/.exec(path)?.[1];
  if (kept !== undefined) return kept;
  const resource = /\/staticresources\/([^/]+)\.js$/.exec(path)?.[1];
  return resource === undefined ? null : `staticresources/${resource}.resource`;
}

/** Compares the converted files with what the build says is deployed; one sentence for each thing that is wrong. */
export function checkEntries(entries: PackageEntries, manifest: DeployManifest): string[] {
  const foreign = [...entries.keys()]
    .filter((name) => FOREIGN.test(name))
    .map((name) => `${name} must not be in the package; see .forceignore`);
  const lost = Object.entries(manifest).flatMap(([path, hash]) => {
    const name = entryName(path);
    if (name === null) return [];
    const content = entries.get(name);
    if (content === undefined) return [`${name} is not in the package, although ${path} is there`];
    return sha256(content) === hash ? [] : [`${name} differs from ${path}`];
  });
  return [...foreign, ...lost, ...(entries.has('package.xml') ? [] : ['package.xml is missing'])];
}
