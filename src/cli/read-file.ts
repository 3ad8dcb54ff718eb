import { readFileSync } from 'node:fs';
import { PacelineError, describeError } from '../errors.ts';
import type { PacelineErrorReason } from '../errors.ts';
import { parseJson, repeatedNames } from '../rules/parse-json.ts';

const FILE_PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a directory, not a file',
  EACCES: 'the file may not be read',
  ENOTDIR: 'part of the path is not a directory',
  ENAMETOOLONG: 'the path is too long',
  ERR_FS_FILE_TOO_LARGE: 'the file is larger than 2 GB',
  ERR_STRING_TOO_LONG: 'the file is too large to be read in one piece',
};

function explainFileError(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return (typeof code === 'string' ? FILE_PROBLEMS[code] : undefined) ?? describeError(error);
}

type Refuse = (problem: string, cause?: unknown) => PacelineError;

function refuseFile(path: string, what: string, reason: PacelineErrorReason): Refuse {
  return (problem, cause) => new PacelineError(reason, `${what} cannot be read: ${problem}`, { path, cause });
}

/** The text of a UTF-8 file; `what` names the file's role ("the recording"). Throws `reason` with the file's path. */
export function readTextFile(path: string, what: string, reason: PacelineErrorReason): string {
  const refuse = refuseFile(path, what, reason);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw refuse(explainFileError(error), error);
  }
  if (bytes.length === 0) throw refuse('the file is empty');
  if (bytes.includes(0)) throw refuse('the file is binary, not text');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const tooLong = (error as { code?: unknown }).code === 'ERR_STRING_TOO_LONG';
    throw refuse(tooLong ? explainFileError(error) : 'the file is not UTF-8 text', error);
  }
}

/** What a JSON file holds, and the paths of names that stand twice in one object: of those the last value counts. */
export interface JsonFile {
  readonly value: unknown;
  readonly repeated: readonly string[];
}

function readJson(path: string, what: string, reason: PacelineErrorReason): { text: string; value: unknown } {
  const text = readTextFile(path, what, reason);
  const parsed = parseJson(text);
  if (!parsed.ok) throw refuseFile(path, what, reason)(`it ${parsed.message}`);
  return { text, value: parsed.value };
}

/** The JSON in a file; `what` names the file's role. Throws `reason` with the file's path. */
export function readJsonFile(path: string, what: string, reason: PacelineErrorReason): unknown {
  return readJson(path, what, reason).value;
}

/** As `readJsonFile`, for a file that people write: names that stand twice are found too. */
export function readWrittenJson(path: string, what: string, reason: PacelineErrorReason): JsonFile {
  const { text, value } = readJson(path, what, reason);
  return { value, repeated: repeatedNames(text) };
}
