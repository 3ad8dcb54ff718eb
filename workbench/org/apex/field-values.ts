import type { FieldValue, FieldValues } from '../../../src/model/apex-contract.ts';
import { ownValue } from '../../../src/model/plain-value.ts';
import { cutText } from '../../../src/rules/merge/cut-text.ts';
import { DmlRefusal } from '../refusal.ts';
import type { FieldDefinition, FieldType, ObjectDefinition } from '../schema/field-definition.ts';
import { requireField } from '../schema/org-schema.ts';
import { normalizeRecordId } from '../store/record-id.ts';

/** Text that is still worth something when it is cut: not an e-mail address, and no value of a picklist. */
const CUT: ReadonlySet<FieldType> = new Set<FieldType>(['string', 'textarea', 'phone', 'url']);
const MISREAD: Partial<Record<FieldType, string>> = {
  boolean: 'neither true nor false',
  int: 'no whole number such as 25',
  double: 'no number such as 250.00',
  date: 'no date such as 2026-01-31',
  datetime: 'no time such as 2026-01-31T09:00:00Z',
};
const MOST_INTEGER = 2_147_483_647;
const TIME_OF_DAY = /^T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})$/;

function readInteger(text: string): number | null {
  const number = /^-?\d+$/.test(text) ? Number(text) : Infinity;
  return number >= -MOST_INTEGER - 1 && number <= MOST_INTEGER ? number : null;
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function readId(field: FieldDefinition, text: string): string {
  const id = normalizeRecordId(text);
  if (id === null) throw new DmlRefusal('MALFORMED_ID', `${field.label}: bad id ${text}`, [field.name]);
  return id;
}

/** Null when the field cannot take the value. */
function convert(field: FieldDefinition, value: string | number | boolean): FieldValue {
  const text = String(value).trim();
  switch (field.type) {
    case 'boolean':
      return ownValue({ true: true, false: false }, text.toLowerCase());
    case 'int':
      return readInteger(text);
    case 'double':
      return typeof value === 'number' ? value : /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : null;
    case 'date':
      return isDay(text) ? text : null;
    case 'datetime':
      return isDay(text.slice(0, 10)) && TIME_OF_DAY.test(text.slice(10))
        ? new Date(text).toISOString()
        : null;
    case 'id':
    case 'reference':
      return readId(field, text);
    default:
      return String(value);
  }
}

/** The value for a field: text is read as what the field takes, strictly; null and blank text are null. */
export function toFieldValue(field: FieldDefinition, value: FieldValue): FieldValue {
  if (value === null || String(value).trim() === '') return field.type === 'boolean' ? false : null;
  const converted = convert(field, value);
  if (converted !== null) return converted;
  const reason = `${field.label}: the value is ${MISREAD[field.type] ?? ''}`;
  throw new DmlRefusal('INVALID_TYPE_ON_FIELD_IN_RECORD', reason, [field.name]);
}

/** The value that text means for a field in a filter; null when no record can hold it. */
export function fromText(field: FieldDefinition, text: string): FieldValue {
  try {
    return toFieldValue(field, text);
  } catch (error) {
    if (error instanceof DmlRefusal) return null;
    throw error;
  }
}

function fit(field: FieldDefinition, value: FieldValue, notes: string[]): FieldValue {
  if (typeof value !== 'string' || field.length === null || value.length <= field.length) return value;
  if (!CUT.has(field.type)) return value;
  notes.push(`${field.name} was cut from ${value.length} to ${field.length} characters`);
  return cutText(value, field.length);
}

/** Twin of `PacelineFieldValues.setAll`: over-long text is cut at the length of its field, and each cut is said in `notes`. */
export function fieldValues(object: ObjectDefinition, values: FieldValues, notes: string[]): FieldValues {
  const entries = Object.entries(values).map(([name, value]): [string, FieldValue] => {
    const field = requireField(object, name);
    return [field.name, fit(field, toFieldValue(field, value), notes)];
  });
  return Object.fromEntries(entries);
}
