import { runCommandLine } from '../../src/cli/run-command-line.ts';
import type { TextWriter } from '../../src/cli/text-writer.ts';
import type { Run } from './run-paceline.ts';

/** The command line without a process of its own, for tests of what it prints. */
export async function runInProcess(...argv: readonly string[]): Promise<Run> {
  const texts = { out: '', err: '' };
  const writerOf = (stream: keyof typeof texts): TextWriter => ({
    write: (text) => {
      texts[stream] += text;
      return Promise.resolve(true);
    },
  });
  const code = await runCommandLine(argv, { out: writerOf('out'), err: writerOf('err') });
  return { code, ...texts };
}
