import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { sha256, walkFiles, writeIfChanged } from './files.ts';
import { readForceIgnore } from './force-ignore.ts';

/** Path below the repository's root (with slashes) to SHA-256, for every file that a deployment would send. */
export type DeployManifest = Readonly<Record<string, string>>;

/** Hashes the package directory as it stands. */
export function deployManifest(root: string): DeployManifest {
  const isIgnored = readForceIgnore(root);
  const files = walkFiles(join(root, 'force-app/main'))
    .map((path) => ({ path, name: relative(root, path).split(sep).join('/') }))
    .filter(({ name }) => !isIgnored(name));
  return Object.fromEntries(files.map(({ path, name }) => [name, sha256(readFileSync(path))]));
}

/** Writes `.cache/build-manifest.json` and answers its content. */
export function writeDeployManifest(root: string): DeployManifest {
  const manifest = deployManifest(root);
  writeIfChanged(join(root, '.cache/build-manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}
