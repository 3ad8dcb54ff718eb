import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Hex SHA-256 of text or bytes. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Every file below `dir`, in a stable order; none when the folder does not exist. */
export function walkFiles(dir: string): string[] {
  if (statSync(dir, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(dir, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(dir, entry.name);
      return entry.isDirectory() ? walkFiles(path) : [path];
    });
}

/** Writes only what differs, so that watchers and caches stay quiet; answers whether it wrote. */
export function writeIfChanged(path: string, content: string | Uint8Array): boolean {
  const wanted = Buffer.from(content);
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === true && readFileSync(path).equals(wanted)) {
    return false;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, wanted);
  return true;
}
