import { join } from 'node:path';
import type { DeployLibrary, PackagingTools } from './load-deploy-library.ts';

/** File name inside the zip to content. */
export type PackageEntries = ReadonlyMap<string, Buffer>;

/** Sorts what the file system lists, so that the output does not depend on it; `backwards` is for proving that. */
function sortedTree(
  library: DeployLibrary,
  backwards: boolean,
): InstanceType<DeployLibrary['NodeFSTreeContainer']> {
  class SortedTree extends library.NodeFSTreeContainer {
    override readDirectory(path: string): string[] {
      const names = super.readDirectory(path).sort();
      return backwards ? names.reverse() : names;
    }
  }
  return new SortedTree();
}

/** Turns the source below `directory` (relative to `root`) into the files of a metadata deployment, `package.xml` included. */
export async function convertSource(
  { library, Zip }: PackagingTools,
  options: {
    readonly root: string;
    readonly directory: string;
    readonly apiVersion: string;
    readonly backwards?: boolean;
  },
): Promise<PackageEntries> {
  const components = library.ComponentSet.fromSource({
    fsPaths: [join(options.root, options.directory)],
    tree: sortedTree(library, options.backwards ?? false),
  });
  components.sourceApiVersion = options.apiVersion;
  const { zipBuffer } = await new library.MetadataConverter().convert(components, 'metadata', {
    type: 'zip',
  });
  if (zipBuffer === undefined) {
    throw new Error(
      `source-deploy-retrieve made no zip of ${options.directory}; is there any metadata in it?`,
    );
  }
  const { files } = await new Zip().loadAsync(zipBuffer);
  const entries = Object.entries(files).filter(([, entry]) => !entry.dir);
  return new Map(
    await Promise.all(
      entries.map(async ([name, entry]): Promise<[string, Buffer]> => [
        name,
        await entry.async('nodebuffer'),
      ]),
    ),
  );
}
