import { walkJson } from './walk-json.ts';

export type JsonResult =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

function place(text: string, at: number): string {
  const before = text.slice(0, at).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

/** Parses JSON; a fault comes back with line and column (from 1), in the same words on every engine. Never throws. */
export function parseJson(text: string): JsonResult {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const { fault } = walkJson(text);
    if (fault === null) return { ok: false, message: `is not JSON: ${String(error)}` };
    return {
      ok: false,
      message: `is not JSON: ${fault.expected} was expected at ${place(text, fault.at)}`,
    };
  }
}

/**
 * The paths of names that stand more than once in one object, as `rules[0].trigger.events`: of their values JSON keeps
 * the last without a word. Text that is no JSON is looked through up to its fault.
 */
export function repeatedNames(text: string): readonly string[] {
  return walkJson(text).repeated;
}
