import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Emits `dist/` (JavaScript and declarations) with the TypeScript compiler; its complaints are the error's text. */
export function buildNpmPackage(root: string): void {
  const result = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/typescript/bin/tsc'),
      '-p',
      join(root, 'tsconfig.build.json'),
      '--incremental',
      '--tsBuildInfoFile',
      join(root, '.cache/tsconfig.build.tsbuildinfo'),
    ],
    { encoding: 'utf8', cwd: root },
  );
  if (result.status !== 0) throw new Error(`dist/ could not be built:\n${result.stdout}${result.stderr}`);
}
