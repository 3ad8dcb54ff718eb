import * as z from 'zod/mini';
import { PacelineError } from '../errors.ts';
import type { PacelineErrorReason } from '../errors.ts';
import { nearest } from './nearest.ts';
import { describeIssue, formatPath, issuesOf } from './parse.ts';
import type { Issue, ParseResult, RawIssue } from './parse.ts';

const LONGEST_SHOWN = 40;
const TRUE_WORDS = ['true', 'yes', 'on', '1'];
const FALSE_WORDS = ['false', 'no', 'off', '0'];
/** Kinds of issues whose message says what must stand there instead. */
const OF_KIND = ['invalid_type', 'invalid_value', 'invalid_union'];

/** A value as it is named in messages: texts and numbers as written, the rest by its kind. */
export function showValue(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<PropertyKey, unknown>)[step]
        : undefined,
    root,
  );
}

/** The same value in the type that was expected, where there is no doubt about it. */
function converted(value: unknown, expected: string | undefined): string | null {
  if (expected === 'array' && (typeof value === 'string' || typeof value === 'object'))
    return value === null
      ? null
      : `Write it as a list: [${typeof value === 'string' ? showValue(value) : '{...}'}]`;
  if (typeof value !== 'string') return null;
  const word = value.trim().toLowerCase();
  if (expected === 'number' && word !== '' && Number.isFinite(Number(word)))
    return `Write ${Number(word)} without quotes`;
  if (expected !== 'boolean') return null;
  if (TRUE_WORDS.includes(word)) return 'Write true without quotes';
  return FALSE_WORDS.includes(word) ? 'Write false without quotes' : null;
}

function guess(written: unknown, known: readonly unknown[]): string | null {
  const words = known.filter((word): word is string => typeof word === 'string');
  const meant = typeof written === 'string' ? nearest(written, words) : null;
  return meant === null ? null : `Did you mean ${JSON.stringify(meant)}?`;
}

const withFix = (issue: Issue, fix: string | null): Issue => (fix === null ? issue : { ...issue, fix });

/** Knows what was meant by a wrong value at a place, where the schema does not. */
export type SuggestFix = (path: string, value: unknown) => string | null;

interface Written {
  readonly root: unknown;
  /** Keys of the objects in which unknown ones were found, by path. */
  readonly known: ReadonlyMap<string, readonly string[]>;
  readonly suggest: SuggestFix;
}

function explain(issue: RawIssue, { root, known, suggest }: Written): Issue[] {
  const described = describeIssue(issue);
  if (issue.code === 'unrecognized_keys') {
    const keys = known.get(formatPath(issue.path)) ?? [];
    return described.map((one, index) =>
      withFix(
        one,
        guess(issue.keys?.[index], keys) ?? (keys.length === 0 ? null : `Known keys: ${keys.join(', ')}`),
      ),
    );
  }
  const value = valueAt(root, issue.path);
  const [only] = described;
  if (only === undefined || only.path !== formatPath(issue.path)) return described;
  const fix = suggest(only.path, value);
  if (!OF_KIND.includes(issue.code)) return [withFix(only, fix)];
  if (value === undefined) return [{ ...only, message: `is missing; it ${only.message}` }];
  return [
    withFix(
      { ...only, message: `${only.message}, not ${showValue(value)}` },
      fix ?? guess(value, issue.values ?? issue.options ?? []) ?? converted(value, issue.expected),
    ),
  ];
}

/**
 * As `parseWith`, for what people write by hand and may see again in a message: issues also say what stands there and,
 * where it can be told, what was meant. Not for calls' own data.
 */
export function parseWritten<S extends z.core.$ZodType>(
  schema: S,
  value: unknown,
  suggest: SuggestFix = () => null,
): ParseResult<z.output<S>> {
  const known = new Map<string, readonly string[]>();
  const result = z.safeParse(schema, value, {
    error: (issue) => {
      const shape = (issue.inst as { _zod?: { def: { shape?: object } } } | undefined)?._zod?.def.shape;
      if (issue.code === 'unrecognized_keys' && shape !== undefined)
        known.set(formatPath(issue.path ?? []), Object.keys(shape));
      return undefined;
    },
  });
  if (result.success) return { ok: true, value: result.data };
  return {
    ok: false,
    issues: issuesOf(result.error).flatMap((issue) => explain(issue, { root: value, known, suggest })),
  };
}

/** Like `parseWritten`, but throws a PacelineError that names the first problem. */
export function parseWrittenOrThrow<S extends z.core.$ZodType>(
  schema: S,
  value: unknown,
  reason: PacelineErrorReason,
  what: string,
): z.output<S> {
  const result = parseWritten(schema, value);
  if (result.ok) return result.value;
  const { path, message, fix }: Issue = result.issues[0] ?? { path: '', message: 'is not valid' };
  throw new PacelineError(reason, `${what}: ${message}`, {
    ...(path === '' ? {} : { path }),
    ...(fix === undefined ? {} : { hint: fix }),
  });
}
