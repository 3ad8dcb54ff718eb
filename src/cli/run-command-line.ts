import { describeError, isPacelineError } from '../errors.ts';
import type { CommandIo } from './command-io.ts';
import { parseCommandLine } from './command-line.ts';
import { runLint } from './run-lint.ts';
import { runReplay } from './run-replay.ts';
import { USAGE } from './usage.ts';
import { readVersion } from './version.ts';

const MAX_MESSAGE = 600;

function oneLine(text: string): string {
  const line = text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();
  return line.length > MAX_MESSAGE ? `${line.slice(0, MAX_MESSAGE)}…` : line;
}

async function run(argv: readonly string[], io: CommandIo): Promise<number> {
  const command = parseCommandLine(argv);
  switch (command.name) {
    case 'help':
      await io.out.write(USAGE);
      return 0;
    case 'version':
      await io.out.write(`${readVersion()}\n`);
      return 0;
    case 'replay':
      return runReplay(command, io);
    case 'lint':
      return runLint(command.paths, io);
  }
}

/**
 * Runs the command line and answers the exit code: 0, or 2 with one line on `io.err` when the arguments or a file
 * cannot be used. Never rejects.
 */
export async function runCommandLine(argv: readonly string[], io: CommandIo): Promise<number> {
  try {
    return await run(argv, io);
  } catch (error) {
    const known = isPacelineError(error);
    const text = known ? error.message : `Paceline: unexpected failure: ${describeError(error)}`;
    await io.err.write(`${oneLine(text)}\n`);
    return known ? 2 : 1;
  }
}
