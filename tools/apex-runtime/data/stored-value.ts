import { UnsupportedApex } from '../model/errors.ts';
import type { OrgField, StoredRecord, StoredValue } from '../model/org-schema.ts';
import { ApexDate, ApexDatetime, ApexDecimal, ApexDouble, ApexId, ApexTime } from '../model/values.ts';
import type { Value } from '../model/values.ts';
import { DAY_MS, isoDate } from '../values/dates.ts';
import { toNumber } from '../values/decimal.ts';

/** A field of a stored record; null where the record has no such field. */
export function storedField(record: StoredRecord, field: string): StoredValue {
  const value = record[field];
  return value === undefined || (typeof value === 'object' && value !== null) ? null : value;
}

/** A stored value as Apex holds it; a Decimal has the scale of its field. */
export function fromStored(field: OrgField, value: StoredValue): Value {
  if (value === null) return null;
  switch (field.kind) {
    case 'id':
    case 'reference':
      return new ApexId(String(value));
    case 'double':
    case 'currency':
    case 'percent':
      return new ApexDecimal(BigInt(Number(value).toFixed(field.scale).replace('.', '')), field.scale);
    case 'date':
      return new ApexDate(Math.round(Date.parse(String(value)) / DAY_MS));
    case 'datetime':
      return new ApexDatetime(Date.parse(String(value)));
    case 'time':
      return new ApexTime(Number(value));
    default:
      return value;
  }
}

/** A value of Apex as the store keeps it. */
export function toStored(value: Value): StoredValue {
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    typeof value === 'number'
  ) {
    return value;
  }
  if (value instanceof ApexId) return value.value;
  if (typeof value === 'bigint' || value instanceof ApexDecimal || value instanceof ApexDouble) {
    return toNumber(value);
  }
  if (value instanceof ApexDate) return isoDate(value);
  if (value instanceof ApexDatetime) return new Date(value.ms).toISOString();
  if (value instanceof ApexTime) return value.ms;
  throw new UnsupportedApex('a value of this type in a field of a record');
}
