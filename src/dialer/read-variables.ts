import type { Issue } from '../model/parse.ts';

/** Longest value of a call variable that is kept, the size of the platform's largest text field. */
export const MAX_VARIABLE_LENGTH = 32_768;
const MAX_VARIABLES = 500;
const POLLUTING_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function reasonToLeaveOut(name: string, value: unknown): string | undefined {
  if (POLLUTING_NAMES.has(name)) return 'a name that could change built-in objects was left out';
  const text = asText(value);
  if (text === undefined) return 'must be text, a number or a boolean and was left out';
  if (text.length > MAX_VARIABLE_LENGTH) return `longer than ${MAX_VARIABLE_LENGTH} characters, left out`;
  return undefined;
}

/**
 * Call variables as text. A call's state counts even when its variables are useless, so nothing is refused here:
 * what cannot be used is left out and named in `notes`, with paths below `path`.
 */
export function readVariables(
  raw: unknown,
  path: string,
): { readonly variables: Readonly<Record<string, string>>; readonly notes: readonly Issue[] } {
  if (raw === undefined || raw === null) return { variables: {}, notes: [] };
  if (typeof raw !== 'object' || Array.isArray(raw)) {
    return { variables: {}, notes: [{ path, message: 'must be an object and was left out' }] };
  }
  const variables: Record<string, string> = {};
  const notes: Issue[] = [];
  const entries = Object.entries(raw);
  for (const [name, value] of entries.slice(0, MAX_VARIABLES)) {
    if (value === null) continue;
    const reason = reasonToLeaveOut(name, value);
    if (reason === undefined) variables[name] = asText(value) ?? '';
    else notes.push({ path: `${path}.${name.slice(0, 80)}`, message: reason });
  }
  if (entries.length > MAX_VARIABLES) {
    notes.push({ path, message: `more than ${MAX_VARIABLES} variables, the rest was left out` });
  }
  return { variables, notes };
}
