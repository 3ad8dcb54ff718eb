#!/usr/bin/env node
import { runCommandLine } from './run-command-line.ts';
import { createTextWriter } from './text-writer.ts';

const code = await runCommandLine(process.argv.slice(2), {
  out: createTextWriter(process.stdout),
  err: createTextWriter(process.stderr),
});
// Streams leaves timers behind that would keep the process alive; everything was written by now.
process.exit(code);
