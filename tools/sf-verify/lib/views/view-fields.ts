import { picklistWords } from '../schema/object-definitions.ts';
import { findField } from '../schema/schema.ts';
import type { Schema, SchemaField } from '../schema/schema.ts';
import { KIND_WORDS, kindOf } from '../soql/field-kind.ts';
import type { FieldKind } from '../soql/field-kind.ts';

const TEXT_ONLY = new Set(['contains', 'notContain', 'startsWith']);
const ORDERED = new Set(['lessThan', 'greaterThan', 'lessOrEqual', 'greaterOrEqual']);
const TEXTS = new Set<FieldKind>(['autoNumber', 'id', 'picklist', 'text', 'unknown']);
const UNORDERED = new Set<FieldKind>(['boolean', 'multiPicklist', 'picklist', 'id']);
const RELATIVE =
  /^(TODAY|YESTERDAY|TOMORROW|(LAST|THIS|NEXT)_\w+(:\d+)?|(LAST|NEXT)_N_\w+:\d+|N_\w+_AGO:\d+)$/i;
const DATE = /^\d{1,2}\/\d{1,2}\/\d{2,4}(\s.*)?$|^\d{4}-\d{2}-\d{2}(T.*)?$/;

function valueProblem(field: SchemaField, kind: FieldKind, value: string): string | null {
  const words = value
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const wrong = (test: (word: string) => boolean): string | undefined => words.find((word) => !test(word));
  const name = `${field.name} is ${KIND_WORDS[kind]}`;
  if (kind === 'number') {
    const odd = wrong((word) => /^-?\d+(\.\d+)?$/.test(word));
    return odd === undefined ? null : `${name}: ${odd} is no number`;
  }
  if (kind === 'boolean') {
    const odd = wrong((word) => /^(0|1|true|false)$/i.test(word));
    return odd === undefined ? null : `${name}: write 1 or 0, not ${odd}`;
  }
  if (kind === 'date' || kind === 'datetime') {
    const odd = wrong((word) => RELATIVE.test(word) || DATE.test(word));
    return odd === undefined ? null : `${name}: ${odd} is no date, write TODAY, LAST_N_DAYS:7 or 12/31/2026`;
  }
  const known = field.definition === undefined ? null : picklistWords(field.definition);
  const odd =
    known === null
      ? undefined
      : wrong((word) => known.some((item) => item.toLowerCase() === word.toLowerCase()));
  return odd === undefined ? null : `${field.name} has no value ${odd}: its values are ${known?.join(', ')}`;
}

/** What is wrong with a filter of a view or report on a field of an object, or null. */
export function filterProblem(
  schema: Schema,
  object: string,
  fieldName: string,
  operation: string,
  value: string,
): string | null {
  const field = findField(schema, object, fieldName);
  if (field === undefined) return null;
  const kind = kindOf(object, field);
  const name = `${field.name} is ${KIND_WORDS[kind]}`;
  if (kind === 'longText' || kind === 'encrypted') return `${name}: it cannot be filtered`;
  if (TEXT_ONLY.has(operation) && !TEXTS.has(kind)) return `${name}: ${operation} is for text`;
  if (ORDERED.has(operation) && UNORDERED.has(kind)) return `${name}: ${operation} is for numbers and dates`;
  if (/^(includes|excludes)$/.test(operation) && kind !== 'multiPicklist') {
    return `${name}: ${operation} is for multi-select picklists`;
  }
  return TEXT_ONLY.has(operation) ? null : valueProblem(field, kind, value);
}

/** What is wrong with a filter logic such as `1 AND (2 OR 3)` over so many filters, or null. */
export function logicProblem(logic: string, count: number): string | null {
  const numbers = logic.match(/\d+/g)?.map(Number) ?? [];
  const odd = numbers.find((number) => number < 1 || number > count);
  if (odd !== undefined) return `the logic names filter ${odd}, there are ${count}`;
  const missing = Array.from({ length: count }, (_, index) => index + 1).find(
    (number) => !numbers.includes(number),
  );
  if (missing !== undefined) return `the logic leaves out filter ${missing}`;
  const left = logic.replace(/\d+|\band\b|\bor\b|\bnot\b|[()\s]/gi, '');
  if (left !== '') return `the logic holds ${left}: write numbers, AND, OR, NOT and parentheses`;
  let depth = 0;
  for (const sign of logic) depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
  return depth === 0 ? null : 'the parentheses of the logic do not match';
}
