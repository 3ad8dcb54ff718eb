import * as z from 'zod/mini';
import { PacelineError } from '../errors.ts';
import type { PacelineErrorReason } from '../errors.ts';

z.config({ jitless: true });

/** One thing that is wrong in a value: `path` as in `trigger.events[2]` (empty for the value itself), and why. */
export interface Issue {
  readonly path: string;
  readonly message: string;
}

export type ParseResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: readonly Issue[] };

function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`,
    )
    .join('');
}

interface RawIssue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message?: string;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly expected?: string;
}

function describeIssue(issue: RawIssue): Issue[] {
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => ({
      path: formatPath([...issue.path, key]),
      message: 'unknown key',
    }));
  }
  const path = formatPath(issue.path);
  if (issue.code === 'invalid_value' && issue.values !== undefined) {
    return [{ path, message: `must be one of ${issue.values.map((v) => JSON.stringify(v)).join(', ')}` }];
  }
  if (issue.code === 'invalid_type' && issue.expected !== undefined) {
    return [{ path, message: `must be of type ${issue.expected}` }];
  }
  return [{ path, message: issue.message ?? issue.code }];
}

/** Checks `value` against a schema; every problem comes back with its path, none is thrown. */
export function parseWith<S extends z.core.$ZodType>(schema: S, value: unknown): ParseResult<z.output<S>> {
  const result = z.safeParse(schema, value);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, issues: (result.error.issues as RawIssue[]).flatMap(describeIssue) };
}

/** Like `parseWith`, but throws a PacelineError that names the first problem. */
export function parseOrThrow<S extends z.core.$ZodType>(
  schema: S,
  value: unknown,
  reason: PacelineErrorReason,
  what: string,
): z.output<S> {
  const result = parseWith(schema, value);
  if (result.ok) return result.value;
  const first = result.issues[0] ?? { path: '', message: 'is not valid' };
  throw new PacelineError(reason, `${what}: ${first.message}`, first.path === '' ? {} : { path: first.path });
}
