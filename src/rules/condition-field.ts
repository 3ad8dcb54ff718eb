import { nearest } from '../model/nearest.ts';

/** Where the value of a condition comes from; `name` is empty unless it is an attribute or a call variable. */
export interface ConditionField {
  readonly source: 'queue' | 'number' | 'agent' | 'attributes' | 'variables';
  readonly name: string;
}

type Source = ConditionField['source'];

/** As merge fields are written: `attributes.language`, or `attributes['any name']` for names with other characters. */
export const CONDITION_FIELD =
  /^(?:queue|number|agent|(?:attributes|variables)(?:\.[A-Za-z0-9_-]+|\['[^']+'\]|\["[^"]+"\]))$/;

const PARTS = /^(attributes|variables)(?:\.|\[['"])(.*?)(?:['"]\])?$/s;

/** Takes a condition's field apart: two spellings of one attribute have the same parts. */
export function conditionField(field: string): ConditionField {
  const [, source, name] = PARTS.exec(field) ?? [];
  return source === undefined || name === undefined
    ? { source: field as Source, name: '' }
    : { source: source as Source, name };
}

/** Do two fields name the same value? */
export function isSameField(one: string, other: string): boolean {
  const [a, b] = [conditionField(one), conditionField(other)];
  return a.source === b.source && a.name === b.name;
}

const KEYED = ['attributes', 'variables'];
const PLAIN = ['queue', 'number', 'agent'];
const DOTTED = /^([A-Za-z]+)\.(.+)$/s;

/** What was probably meant by text that is no condition's field; null where that cannot be told. */
export function suggestConditionField(text: string): string | null {
  const [, root, name] = DOTTED.exec(text.trim()) ?? [];
  if (root === undefined || name === undefined) return nearest(text, PLAIN);
  const source = nearest(root, KEYED);
  if (source === null) return null;
  const quote = name.includes("'") ? '"' : "'";
  const written = [`${source}.${name}`, `${source}[${quote}${name}${quote}]`];
  return written.find((candidate) => CONDITION_FIELD.test(candidate)) ?? null;
}
