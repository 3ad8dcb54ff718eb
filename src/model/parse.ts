import * as z from 'zod/mini';

z.config({ jitless: true });

/** One thing that is wrong in a value: `path` as in `trigger.events[2]` (empty for the value itself), and why. */
export interface Issue {
  readonly path: string;
  readonly message: string;
  /** What to do about it, where that can be told: a sentence without its full stop. */
  readonly fix?: string;
}

export type ParseResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: readonly Issue[] };

/** A path as people write it, `trigger.events[2]`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`,
    )
    .join('');
}

/** An issue as the schema library gives it. */
export interface RawIssue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message?: string;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly expected?: string;
  readonly origin?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly inclusive?: boolean;
  /** Of a key that is wrong: why. */
  readonly issues?: readonly RawIssue[];
  /** Of a union that is told apart by one word: the words. */
  readonly options?: readonly unknown[];
  /** Of any other union: why each form was refused. */
  readonly errors?: readonly (readonly RawIssue[])[];
}

/** What the library says when it has nothing to say. */
const NO_MESSAGE = 'Invalid input';

const hasOwnWords = ({ message }: RawIssue): boolean => message !== undefined && message !== NO_MESSAGE;

const typeWord = (expected: string): string => (expected === 'record' ? 'object' : expected);

function describeValues(values: readonly unknown[]): string {
  return `must be one of ${values.map((value) => JSON.stringify(value)).join(', ')}`;
}

function describeSize({ code, origin, minimum, maximum, inclusive }: RawIssue): string | null {
  const isNumber = origin === 'number' || origin === 'int';
  if (code === 'too_small' && isNumber) return `must be ${inclusive ? 'at least' : 'more than'} ${minimum}`;
  if (code === 'too_big' && isNumber) return `must be ${inclusive ? 'at most' : 'less than'} ${maximum}`;
  if (code !== 'too_small') return null;
  return minimum === 1 ? 'must not be empty' : `must hold at least ${minimum}`;
}

/** Where one form alone was right in its type, what is wrong inside it; else the types of all forms. */
function describeForms(issue: RawIssue, forms: readonly (readonly RawIssue[])[]): Issue[] | null {
  const isOtherType = ([first]: readonly RawIssue[]): boolean =>
    first?.code === 'invalid_type' && first.path.length === 0;
  const meant = forms.filter((form) => !isOtherType(form));
  const [form, second] = meant;
  if (form !== undefined && second === undefined)
    return form.flatMap((inner) => describeIssue({ ...inner, path: [...issue.path, ...inner.path] }));
  if (form !== undefined || forms.length === 0) return null;
  const types = forms.map(([first]) => typeWord(first?.expected ?? ''));
  const list = [types.slice(0, -1).join(', '), ...types.slice(-1)].filter((text) => text !== '');
  return [{ path: formatPath(issue.path), message: `must be of type ${list.join(' or ')}` }];
}

/** One issue of the library in our words; each unknown key becomes one of its own. */
export function describeIssue(issue: RawIssue): Issue[] {
  const path = formatPath(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return (issue.keys ?? []).map((key) => ({
        path: formatPath([...issue.path, key]),
        message: 'unknown key',
      }));
    case 'invalid_key':
      return (issue.issues ?? []).flatMap((inner) => describeIssue({ ...inner, path: issue.path }));
    case 'invalid_union': {
      if (issue.options !== undefined) return [{ path, message: describeValues(issue.options) }];
      const described = hasOwnWords(issue) ? null : describeForms(issue, issue.errors ?? []);
      if (described !== null) return described;
      break;
    }
    case 'invalid_value':
      if (issue.values !== undefined) return [{ path, message: describeValues(issue.values) }];
      break;
    case 'invalid_type':
      if (issue.expected !== undefined)
        return [{ path, message: `must be of type ${typeWord(issue.expected)}` }];
      break;
  }
  const own = hasOwnWords(issue) ? issue.message : describeSize(issue);
  return [{ path, message: own ?? 'is not allowed here' }];
}

/** The issues of a result; of a value of the wrong type that alone. */
export function issuesOf(error: z.core.$ZodError): readonly RawIssue[] {
  const issues = error.issues as readonly RawIssue[];
  const wrongType = new Set(
    issues.filter(({ code }) => code === 'invalid_type').map((issue) => formatPath(issue.path)),
  );
  return issues.filter(({ code, path }) => code === 'invalid_type' || !wrongType.has(formatPath(path)));
}

/** Checks `value` against a schema; every problem comes back with its path, none is thrown. */
export function parseWith<S extends z.core.$ZodType>(schema: S, value: unknown): ParseResult<z.output<S>> {
  const result = z.safeParse(schema, value);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, issues: issuesOf(result.error).flatMap(describeIssue) };
}
