import { parseArgs } from 'node:util';
import { parsePacingMode } from '../catalog/parse-word.ts';
import { PACING_MODES } from '../catalog/vocabulary.ts';
import type { PacingMode } from '../catalog/vocabulary.ts';
import { PacelineError, describeError } from '../errors.ts';

export interface ReplayCommand {
  readonly name: 'replay';
  readonly recording: string;
  readonly settings: string | null;
  readonly rules: string | null;
  readonly format: 'ndjson' | 'table';
  readonly trace: boolean;
  readonly pacing: PacingMode | null;
}

export type Command =
  | ReplayCommand
  | { readonly name: 'lint'; readonly paths: readonly string[] }
  | { readonly name: 'help' }
  | { readonly name: 'version' };

const HINT = 'See paceline --help';

function usageError(what: string): PacelineError {
  return new PacelineError('usage', what, { hint: HINT });
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      strict: true,
      options: {
        settings: { type: 'string' },
        rules: { type: 'string' },
        format: { type: 'string' },
        trace: { type: 'boolean' },
        pacing: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw usageError(describeError(error).split('. ')[0] ?? 'the options cannot be read');
  }
}

function readFormat(value: string | undefined): 'ndjson' | 'table' {
  const format = value ?? 'ndjson';
  if (format === 'ndjson' || format === 'table') return format;
  throw usageError(`--format is ndjson or table, not "${format}"`);
}

function readPacing(value: string | undefined): PacingMode | null {
  if (value === undefined) return null;
  const pacing = parsePacingMode(value);
  if (pacing !== undefined) return pacing;
  throw usageError(`--pacing is one of ${Object.keys(PACING_MODES).join(', ')}, not "${value}"`);
}

function readOnlyFile(files: readonly string[], what: string): string {
  const [file, second] = files;
  if (file === undefined) throw usageError(`${what} is missing`);
  if (second !== undefined) throw usageError(`one file at a time, "${second}" is one too many`);
  return file;
}

/** The command that the arguments (without `node` and the script) ask for; throws `usage` when they do not fit. */
export function parseCommandLine(argv: readonly string[]): Command {
  const { values, positionals } = parse(argv);
  if (values.help === true) return { name: 'help' };
  if (values.version === true) return { name: 'version' };
  const [name, ...files] = positionals;
  switch (name) {
    case undefined:
      throw usageError('a command is missing');
    case 'replay':
      return {
        name,
        recording: readOnlyFile(files, 'the recording'),
        settings: values.settings ?? null,
        rules: values.rules ?? null,
        format: readFormat(values.format),
        trace: values.trace === true,
        pacing: readPacing(values.pacing),
      };
    case 'lint':
      if (files.length === 0) throw usageError('the file with the rules is missing');
      return { name, paths: files };
    default:
      throw usageError(`there is no command "${name}"`);
  }
}
