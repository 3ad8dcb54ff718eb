import { spawnSync } from 'node:child_process';
import type * as z from 'zod/mini';
import { ROOT } from '../../lib/steps.ts';
import { commandLine } from './commands.ts';
import type { SfArguments } from './commands.ts';
import { readAnswer } from './read-answer.ts';

const LARGEST_ANSWER = 256 * 1024 * 1024;

/** Runs a command of the Salesforce CLI and reads its answer. */
export function runSf<Schema extends z.ZodMiniType>(args: SfArguments, schema: Schema): z.output<Schema> {
  const { stdout, error } = spawnSync('sf', args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: LARGEST_ANSWER,
  });
  if (error === undefined) return readAnswer(stdout, args, schema);
  throw new Error(
    (error as NodeJS.ErrnoException).code === 'ENOENT'
      ? 'The Salesforce CLI (sf) was not found. Install it: npm install --global @salesforce/cli'
      : `${commandLine(args)}: ${error.message}`,
  );
}
