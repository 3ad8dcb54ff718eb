import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCoreModules } from './core-modules.ts';
import { sha256, walkFiles } from './files.ts';
import { buildLwcScripts } from './lwc-scripts.ts';
import { writeDeployManifest } from './manifest.ts';
import type { DeployManifest } from './manifest.ts';
import { buildStreamsResource } from './streams-resource.ts';

export interface PackageBuild {
  /** Paths that were written or removed. */
  readonly changed: readonly string[];
  readonly manifest: DeployManifest;
}

export interface PackageBuilder {
  build(): Promise<PackageBuild>;
}

/** Changes when a file below one of `dirs` does. */
function fingerprint(dirs: readonly string[], suffix: string): string {
  const files = dirs.flatMap(walkFiles).filter((path) => path.endsWith(suffix));
  return sha256(files.map((path) => `${path} ${sha256(readFileSync(path))}`).join('\n'));
}

/** Builds everything that a deployment needs beyond what is committed; later builds redo only what changed. */
export function createPackageBuilder(root: string): PackageBuilder {
  const done = new Map<string, string>();
  const unlessDone = async (
    step: string,
    state: string,
    run: () => Promise<string[]> | string[],
  ): Promise<string[]> => {
    if (done.get(step) === state) return [];
    const changed = await run();
    done.set(step, state);
    return changed;
  };
  return {
    async build() {
      const core = fingerprint([join(root, 'src')], '.ts');
      const components = fingerprint([join(root, 'force-app')], '.ts');
      const changed = [
        ...(await unlessDone('core', core, () => buildCoreModules(root))),
        ...(await unlessDone('components', components, () => buildLwcScripts(root))),
        ...(await unlessDone('streams', '', () => buildStreamsResource(root))),
      ];
      return { changed, manifest: writeDeployManifest(root) };
    },
  };
}
