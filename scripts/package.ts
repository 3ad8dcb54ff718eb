/**
 * `npm run package`: dist/paceline-<version>.zip, the package's metadata with its package.xml, for
 * `sf project deploy start --metadata-dir`. The same tree gives the same bytes on every machine.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { sha256 } from './build/files.ts';
import { deployManifest } from './build/manifest.ts';
import { ROOT } from './lib/steps.ts';
import { checkEntries } from './package/check-entries.ts';
import { convertSource } from './package/convert-source.ts';
import { loadDeployLibrary } from './package/load-deploy-library.ts';
import { staleFiles } from './package/stale-files.ts';
import { projectVersions } from './package/versions.ts';
import { writeZip } from './package/write-zip.ts';

const SOURCE = 'force-app';

function refuse(what: string, problems: readonly string[]): void {
  if (problems.length > 0) throw new Error([what, ...problems.map((line) => `  ${line}`)].join('\n'));
}

async function buildPackage(): Promise<string> {
  const { version, apiVersion, problems } = projectVersions(ROOT);
  refuse('The versions differ.', problems);
  refuse('The tree is not built, or changed since. Run: npm run build', await staleFiles(ROOT));

  const tools = loadDeployLibrary(ROOT);
  const source = { root: ROOT, directory: SOURCE, apiVersion };
  const entries = await convertSource(tools, source);
  refuse('The package has not the right files.', checkEntries(entries, deployManifest(ROOT)));

  const zip = await writeZip(tools, entries);
  const again = await writeZip(tools, await convertSource(tools, { ...source, backwards: true }));
  if (!zip.equals(again)) {
    throw new Error('Two runs gave different bytes: the order in which files are read shows in the package.');
  }
  const name = `dist/paceline-${version}.zip`;
  mkdirSync(`${ROOT}/dist`, { recursive: true });
  writeFileSync(`${ROOT}/${name}`, zip);
  return `${name}: ${entries.size} files, ${zip.length} bytes, API ${apiVersion}\nsha256 ${sha256(zip)}`;
}

try {
  console.log(await buildPackage());
} catch (error) {
  console.error(`No package was made. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
