import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const REPOSITORY = join(__dirname, '..', '..');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Paceline {
  run(...argv: string[]): Run;
  /** The file to run with Node. */
  readonly main: string;
  /** A folder for a test's files. */
  readonly folder: string;
  remove(): void;
}

/** Bundles the command once, so that each run costs what it costs a user, and answers how to run it. */
export function buildPaceline(): Paceline {
  const cache = join(REPOSITORY, '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'cli-'));
  const main = join(folder, 'main.mjs');
  const built = spawnSync(
    join(REPOSITORY, 'node_modules', '.bin', 'esbuild'),
    [
      join(REPOSITORY, 'src', 'cli', 'main.ts'),
      '--bundle',
      '--platform=node',
      '--format=esm',
      '--external:amazon-connect-streams',
      '--log-level=error',
      `--outfile=${main}`,
    ],
    { encoding: 'utf8' },
  );
  if (built.status !== 0) throw new TypeError(`the command cannot be bundled: ${built.stderr}`);
  return {
    main,
    folder,
    run(...argv) {
      const run = spawnSync(process.execPath, [main, ...argv], {
        encoding: 'utf8',
        maxBuffer: 512 * 1024 * 1024,
      });
      return { code: run.status, out: run.stdout, err: run.stderr };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
