#!/usr/bin/env node
import { existsSync } from 'node:fs';

const source = new URL('../src/cli/main.ts', import.meta.url);

// In a checkout the sources speak, so that the command is never older than they are; the npm package has only dist.
if (existsSync(source)) {
  const { register } = await import('tsx/esm/api');
  register();
  await import(source.href);
} else {
  await import('../dist/cli/main.js');
}
