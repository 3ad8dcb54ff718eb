import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensurePackages } from '../../tools/sf-verify/ensure-packages.ts';

/** The part of @salesforce/source-deploy-retrieve that is used here. */
export interface DeployLibrary {
  readonly ComponentSet: {
    fromSource(input: { readonly fsPaths: readonly string[]; readonly tree: FileTree }): ComponentSet;
  };
  readonly MetadataConverter: new () => {
    convert(
      components: ComponentSet,
      format: 'metadata',
      output: { readonly type: 'zip' },
    ): Promise<{ readonly zipBuffer?: Buffer }>;
  };
  readonly NodeFSTreeContainer: new () => FileTree;
}

/** What the library reads the source from. */
export interface FileTree {
  readDirectory(path: string): string[];
}

interface ComponentSet {
  sourceApiVersion?: string;
}

interface ZipEntry {
  readonly dir: boolean;
  async(type: 'nodebuffer'): Promise<Buffer>;
}

/** The part of jszip that is used here. */
interface ZipArchive {
  readonly files: Readonly<Record<string, ZipEntry>>;
  loadAsync(content: Buffer): Promise<ZipArchive>;
  file(name: string, content: Buffer, options: { readonly date: Date; readonly createFolders: false }): void;
  generateAsync(options: {
    readonly type: 'nodebuffer';
    readonly compression: 'DEFLATE';
    readonly compressionOptions: { readonly level: 9 };
    readonly platform: 'DOS';
  }): Promise<Buffer>;
}

export interface PackagingTools {
  readonly library: DeployLibrary;
  readonly Zip: new () => ZipArchive;
}

const TOOLS = 'tools/sf-verify';

/** Salesforce's converter and a zip library, from the npm root of the offline checks; installs that root at first use. */
export function loadDeployLibrary(root: string): PackagingTools {
  ensurePackages();
  process.env['SF_DISABLE_LOG_FILE'] = 'true';
  process.env['SF_DISABLE_TELEMETRY'] = 'true';
  const load = createRequire(join(root, TOOLS, 'package.json'));
  return {
    library: load('@salesforce/source-deploy-retrieve') as DeployLibrary,
    Zip: load('jszip') as PackagingTools['Zip'],
  };
}
