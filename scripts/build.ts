import { relative, resolve } from 'node:path';
import { buildNpmPackage } from './build/npm-package.ts';
import { createPackageBuilder } from './build/build-package.ts';

const root = resolve(import.meta.dirname, '..');
const started = performance.now();

try {
  const { changed } = await createPackageBuilder(root).build();
  for (const path of changed) console.log(`wrote ${relative(root, path)}`);
  if (!process.argv.includes('--no-dist')) buildNpmPackage(root);
  console.log(`Build done in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
} catch (error) {
  console.error(`Build failed. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
