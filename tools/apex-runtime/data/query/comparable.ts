import type { FieldKind, OrgField, StoredValue } from '../../model/org-schema.ts';
import type { Transaction } from '../../model/transaction.ts';
import { ApexDate, ApexDatetime, ApexId } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import { dateAtMidnight } from '../../values/dates.ts';
import { isNumber } from '../../values/decimal.ts';
import { idOf } from '../../values/ids.ts';
import { toStored } from '../stored-value.ts';

const EXACT = new Set<FieldKind>(['id', 'reference', 'date', 'datetime', 'time']);

/** Text whatever its case, but for fields that are set otherwise; empty text is null. */
export function comparable(field: OrgField, value: StoredValue): StoredValue {
  if (typeof value !== 'string') return value;
  if (value === '') return null;
  return field.isCaseSensitive || EXACT.has(field.kind) ? value : value.toLowerCase();
}

function refuse(tx: Transaction, field: OrgField): never {
  return tx.raise(
    'QueryException',
    `value of filter criterion for field '${field.name}' must be of type ${field.kind}`,
  );
}

function idText(tx: Transaction, field: OrgField, value: Value): string {
  if (value instanceof ApexId) return value.value;
  if (typeof value !== 'string') return refuse(tx, field);
  return idOf(value) ?? tx.raise('QueryException', `invalid ID field: ${value}`);
}

/** A value of a filter as it is compared with what is stored; throws a QueryException for one of the wrong type. */
export function wanted(tx: Transaction, field: OrgField, value: Value): StoredValue {
  if (value === null) return null;
  switch (field.kind) {
    case 'id':
    case 'reference':
      return value === '' ? null : comparable(field, idText(tx, field, value));
    case 'boolean':
      return typeof value === 'boolean' ? value : refuse(tx, field);
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return isNumber(value) ? toStored(value) : refuse(tx, field);
    case 'date':
      return value instanceof ApexDate ? comparable(field, toStored(value)) : refuse(tx, field);
    case 'datetime':
      if (value instanceof ApexDate) return comparable(field, toStored(dateAtMidnight(value)));
      return value instanceof ApexDatetime ? comparable(field, toStored(value)) : refuse(tx, field);
    default:
      if (typeof value === 'string') return comparable(field, value);
      return value instanceof ApexId ? comparable(field, value.value) : refuse(tx, field);
  }
}

/** -1, 0 or 1 of two values of one field that are not null. */
export function compareStored(left: StoredValue, right: StoredValue): number {
  if (left === right || left === null || right === null) return 0;
  return left < right ? -1 : 1;
}
