import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

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

/** The part of jszip, the zip library of source-deploy-retrieve, that is used here. */
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
const LIBRARY = '@salesforce/source-deploy-retrieve';

function installTools(root: string): void {
  const npm = process.env['npm_execpath'];
  if (npm === undefined) {
    throw new Error(`${LIBRARY} is not installed. Run: npm ci --prefix ${TOOLS}`);
  }
  console.log(`${LIBRARY} is not installed yet. Running: npm ci --prefix ${TOOLS}`);
  const { status } = spawnSync(process.execPath, [npm, 'ci', '--prefix', TOOLS, '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0)
    throw new Error(`npm ci --prefix ${TOOLS} ended with ${status ?? 'a signal'}; see above.`);
}

/** Salesforce's converter and its zip library, from the npm root of the offline checks; installs that root at first use. */
export function loadDeployLibrary(root: string): PackagingTools {
  if (!existsSync(join(root, TOOLS, 'node_modules', LIBRARY))) installTools(root);
  process.env['SF_DISABLE_LOG_FILE'] = 'true';
  process.env['SF_DISABLE_TELEMETRY'] = 'true';
  const load = createRequire(join(root, TOOLS, 'package.json'));
  return {
    library: load(LIBRARY) as DeployLibrary,
    Zip: createRequire(load.resolve(LIBRARY))('jszip') as PackagingTools['Zip'],
  };
}
