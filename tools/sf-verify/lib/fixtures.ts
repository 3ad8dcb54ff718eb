import { cpSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HERE } from './packages.ts';

/** Bytes that no component may have; too long to keep as a file. */
const TOO_LONG = 130_000;

/** The clean project of this folder. */
export const GOOD_ROOT = join(HERE, 'good');

/**
 * The clean project with the planted errors laid over it, in a new temporary folder: the files of bad/ replace those of
 * good/ or stand beside them.
 */
export function buildBadProject(): string {
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'paceline-bad-'));
  cpSync(GOOD_ROOT, root, { recursive: true });
  cpSync(join(HERE, 'bad'), root, { recursive: true });
  writeFileSync(
    join(root, 'force-app/main/lwc/badSecurity/tooLong.js'),
    `export const tooLong = '${'x'.repeat(TOO_LONG)}';\n`,
  );
  return root;
}
