import type { FieldValue } from '../../../src/model/apex-contract.ts';
import { DmlRefusal } from '../refusal.ts';
import type { FieldDefinition } from '../schema/field-definition.ts';
import { normalizeRecordId } from './record-id.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})$/;

function wrongType(field: FieldDefinition): DmlRefusal {
  return new DmlRefusal(
    'INVALID_TYPE_ON_FIELD_IN_RECORD',
    `${field.label}: value not of required type: ${field.name}`,
    [field.name],
  );
}

function checkText(field: FieldDefinition, value: string): string | null {
  const text = value.trim();
  if (text === '') return null;
  if (field.length !== null && text.length > field.length) {
    throw new DmlRefusal(
      'STRING_TOO_LONG',
      `${field.label}: data value too large: ${text.slice(0, 80)} (max length=${field.length})`,
      [field.name],
    );
  }
  if (field.type === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) {
    throw new DmlRefusal('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${text}`, [
      field.name,
    ]);
  }
  if (field.type === 'multipicklist') return checkMultiPicklist(field, text);
  if (field.type === 'picklist' && field.restricted && !field.values.includes(text)) {
    throw new DmlRefusal(
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      `${field.label}: bad value for restricted picklist field: ${text}`,
      [field.name],
    );
  }
  return text;
}

function checkMultiPicklist(field: FieldDefinition, text: string): string {
  const wrong = text.split(';').find((value) => field.restricted && !field.values.includes(value));
  if (wrong === undefined) return text;
  throw new DmlRefusal(
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    `${field.label}: bad value for restricted picklist field: ${wrong}`,
    [field.name],
  );
}

function checkNumber(field: FieldDefinition, value: number): number {
  if (!Number.isFinite(value) || (field.type === 'int' && !Number.isInteger(value))) throw wrongType(field);
  if (field.integerDigits !== null && Math.abs(value) >= 10 ** field.integerDigits) {
    throw new DmlRefusal('NUMBER_OUTSIDE_VALID_RANGE', `${field.label}: value outside of valid range`, [
      field.name,
    ]);
  }
  return roundTo(value, field.scale);
}

/** Half up, as it is saved: `1.005` has the scale 2 and becomes `1.01`. */
function roundTo(value: number, scale: number): number {
  const text = Math.abs(value).toString();
  const decimals = text.split('.')[1] ?? '';
  if (text.includes('e') || decimals.length <= scale) return value;
  return Math.sign(value) * Number(`${Math.round(Number(`${text}e${scale}`))}e-${scale}`);
}

function checkReference(field: FieldDefinition, value: string): string {
  const id = normalizeRecordId(value);
  if (id === null) throw new DmlRefusal('MALFORMED_ID', `${field.label}: bad id ${value}`, [field.name]);
  return id;
}

function checkDate(field: FieldDefinition, value: string): string {
  const pattern = field.type === 'date' ? DATE : DATE_TIME;
  const time = Date.parse(value);
  if (!pattern.test(value) || Number.isNaN(time)) throw wrongType(field);
  return field.type === 'date' ? value : new Date(time).toISOString();
}

/** The value as the field stores it, or the refusal for a wrong type, length, format, range or picklist value. */
export function checkValue(field: FieldDefinition, value: FieldValue): FieldValue {
  if (value === null || value === '') return field.type === 'boolean' ? false : null;
  switch (field.type) {
    case 'boolean':
      if (typeof value !== 'boolean') throw wrongType(field);
      return value;
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      if (typeof value !== 'number') throw wrongType(field);
      return checkNumber(field, value);
    case 'id':
    case 'reference':
      if (typeof value !== 'string') throw wrongType(field);
      return checkReference(field, value);
    case 'date':
    case 'datetime':
      if (typeof value !== 'string') throw wrongType(field);
      return checkDate(field, value);
    default:
      if (typeof value !== 'string') throw wrongType(field);
      return checkText(field, value);
  }
}
