import { readFileSync } from 'node:fs';
import { PacelineError, describeError } from '../errors.ts';
import type { PacelineErrorReason } from '../errors.ts';

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

/** The JSON in a file; `what` names the file's role. Throws `reason` with the file's path. */
export function readJsonFile(path: string, what: string, reason: PacelineErrorReason): unknown {
  const text = readTextFile(path, what, reason);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refuseFile(path, what, reason)(`it is not JSON (${describeError(error)})`, error);
  }
}
