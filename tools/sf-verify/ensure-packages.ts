import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const HERE = import.meta.dirname;

/** True when what is installed is what the lock file asks for; npm keeps its own copy of the lock beside the packages. */
function isInstalled(): boolean {
  const installed = join(HERE, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const read = (path: string): Record<string, { version?: string; optional?: boolean }> =>
    (JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, { version?: string }> }).packages;
  const have = read(installed);
  return Object.entries(read(join(HERE, 'package-lock.json'))).every(
    ([path, { version, optional }]) => path === '' || optional === true || have[path]?.version === version,
  );
}

/** Installs the packages of this folder when they are missing or old, and says so. */
export function ensurePackages(): void {
  if (isInstalled()) return;
  console.log('sf-verify: installing its own packages (about 300 MB, once): npm ci --prefix tools/sf-verify');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel', 'error'], {
    cwd: HERE,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}
