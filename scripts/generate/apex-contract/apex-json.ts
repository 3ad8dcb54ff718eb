import type { Json } from '../../../test/contract/scenario.ts';

const WIDTH = 96;
/** Separate characters, so that none is torn apart. */
const CHUNK = new RegExp(`.{1,${WIDTH}}`, 'gsu');

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function inline(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(inline).join(', ')}]`;
  const entries = Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${inline(entry)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** JSON over several lines where it does not fit on one. `before` stands before the value on its first line. */
function lines(value: Json, before: string, indent: string): string[] {
  const flat = `${indent}${before}${inline(value)}`;
  if (flat.length <= WIDTH || value === null || typeof value !== 'object') return [flat];
  const deeper = `${indent}  `;
  const children = isList(value)
    ? value.map((entry) => lines(entry, '', deeper))
    : Object.entries(value).map(([key, entry]) => lines(entry as Json, `${JSON.stringify(key)}: `, deeper));
  const [open, close] = isList(value) ? ['[', ']'] : ['{', '}'];
  const body = children.flatMap((child, index) =>
    index === children.length - 1 ? child : [...child.slice(0, -1), `${child.at(-1) ?? ''},`],
  );
  return [`${indent}${before}${open}`, ...body, `${indent}${close}`];
}

/** An Apex string literal. */
export function apexString(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** An Apex expression whose value is this JSON: one literal a line, joined. */
export function apexJson(value: Json, indent: string): string {
  return lines(value, '', '')
    .flatMap((line) => line.match(CHUNK) ?? [])
    .map(apexString)
    .join(` +\n${indent}`);
}
