import type { Transaction } from '../../model/transaction.ts';
import { T } from '../../model/types.ts';
import type { Type } from '../../model/types.ts';
import { ApexBlob, ApexDatetime, ApexTime } from '../../model/values.ts';
import type { ApexDate, Value } from '../../model/values.ts';
import { toInteger } from '../../values/arithmetic.ts';
import { dateParts, DAY_MS, makeDate } from '../../values/dates.ts';
import { parseDecimal, toDouble } from '../../values/decimal.ts';
import { toId } from '../../values/ids.ts';
import { refuse } from '../support.ts';
import type { JsonNode } from './parse-json.ts';

const illegal = (tx: Transaction, type: Type, text: string): never =>
  tx.raise('JSONException', `Cannot deserialize instance of ${type.name.toLowerCase()} from value ${text}`);

function dateOf(text: string): ApexDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const date = makeDate(Number(match[1]), Number(match[2]), Number(match[3]));
  const { month, day } = dateParts(date);
  return month === Number(match[2]) && day === Number(match[3]) ? date : null;
}

const DATETIME = /^([\d-]{10})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):?(\d{2}))$/;

/** `2026-01-31T10:05:00.000Z`, `...+0100` or `...+01:00`; null for other text. */
export function datetimeOf(text: string): ApexDatetime | null {
  const match = DATETIME.exec(text);
  const date = match === null ? null : dateOf(match[1] ?? '');
  if (match === null || date === null) return null;
  const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4])];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const ms = Number((match[5] ?? '').padEnd(3, '0').slice(0, 3));
  const ahead = (Number(match[7] ?? 0) * 60 + Number(match[8] ?? 0)) * 60_000 * (match[6] === '-' ? -1 : 1);
  return new ApexDatetime(date.days * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000 + ms - ahead);
}

function timeOf(text: string): ApexTime | null {
  const match = /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d{3}))?Z$/.exec(text);
  if (match === null) return null;
  return new ApexTime(
    ((Number(match[1]) * 60 + Number(match[2])) * 60 + Number(match[3])) * 1000 + Number(match[4] ?? 0),
  );
}

function fromNumber(tx: Transaction, text: string, type: Type): Value {
  switch (type) {
    case T.Decimal:
      return parseDecimal(text) ?? illegal(tx, type, text);
    case T.Double:
      return toDouble(parseDecimal(text) ?? illegal(tx, type, text));
    case T.String:
      return text;
  }
  if (type !== T.Integer && type !== T.Long) return illegal(tx, type, text);
  if (!/^-?\d+$/.test(text)) return illegal(tx, type, text);
  const value = BigInt(text);
  if (BigInt.asIntN(type === T.Integer ? 32 : 64, value) !== value) return illegal(tx, type, text);
  return type === T.Integer ? toInteger(value) : value;
}

function fromText(tx: Transaction, text: string, type: Type): Value {
  switch (type) {
    case T.String:
      return text;
    case T.Id:
      return toId(tx, text);
    case T.Date:
      return dateOf(text) ?? illegal(tx, type, text);
    case T.Datetime:
      return datetimeOf(text) ?? illegal(tx, type, text);
    case T.Time:
      return timeOf(text) ?? illegal(tx, type, text);
    case T.Blob:
      return new ApexBlob(Buffer.from(text, 'base64'));
    default:
      return refuse(tx, `a text of JSON as a ${type.name}`);
  }
}

/** A value of a primitive type, null excepted. */
export function readPrimitive(tx: Transaction, node: JsonNode, type: Type): Value {
  switch (node.kind) {
    case 'string':
      return fromText(tx, node.value, type);
    case 'number':
      return fromNumber(tx, node.text, type);
    case 'boolean':
      if (type === T.Boolean) return node.value;
      return type === T.String ? String(node.value) : illegal(tx, type, String(node.value));
    default:
      return illegal(tx, type, node.kind === 'array' ? 'START_ARRAY' : 'START_OBJECT');
  }
}
