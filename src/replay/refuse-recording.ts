import { PacelineError } from '../errors.ts';

/** Refuses an entry: `path` starts with its index, as in `[7].snapshot.contacts`. */
export function refuseRecording(path: string, what: string): PacelineError {
  const index = /^\[(\d+)\]/.exec(path)?.[1];
  const subject = index === undefined ? 'the recording' : `entry ${index}`;
  return new PacelineError(
    'invalid-recording',
    `${subject} cannot be read: ${what}`,
    path === '' ? {} : { path },
  );
}

/** The value as an object with its own keys; refuses anything else. */
export function readObject(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw refuseRecording(path, 'must be an object');
}

/** The value as an array; refuses anything else. */
export function readArray(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw refuseRecording(path, 'must be an array');
}
