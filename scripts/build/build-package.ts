import { buildCoreModules } from './core-modules.ts';
import { buildLwcScripts } from './lwc-scripts.ts';
import { writeDeployManifest } from './manifest.ts';
import { buildStreamsResource } from './streams-resource.ts';

/** Everything that a deployment needs beyond what is committed; answers the paths that changed. */
export async function buildPackage(root: string): Promise<string[]> {
  const changed = [
    ...(await buildCoreModules(root)),
    ...buildLwcScripts(root),
    ...buildStreamsResource(root),
  ];
  writeDeployManifest(root);
  return changed;
}
