import { readFileSync } from 'node:fs';

/** The version in the package's own package.json, two folders up both in src and in dist. */
export function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return String((manifest as { version?: unknown }).version);
}
