import type { Transaction } from '../../model/transaction.ts';
import { T } from '../../model/types.ts';
import { ApexList, ApexMap } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import { hashKey } from '../../values/equality.ts';
import { parseDecimal } from '../../values/decimal.ts';
import { refuse } from '../support.ts';
import { JsonSyntaxError, parseJson } from './parse-json.ts';
import type { JsonNode } from './parse-json.ts';

/** A JSON text that is none is a JSONException. */
export function parseText(tx: Transaction, text: string): JsonNode {
  try {
    return parseJson(text);
  } catch (problem) {
    if (problem instanceof JsonSyntaxError) return tx.raise('JSONException', problem.message);
    throw problem;
  }
}

/** Integer, else Long, or Decimal where there is a decimal point. */
export function numberOf(tx: Transaction, text: string): Value {
  if (/[eE]/.test(text)) return refuse(tx, `a number with an exponent in JSON: ${text}`);
  if (text.includes('.')) return parseDecimal(text);
  const value = BigInt(text);
  if (BigInt.asIntN(32, value) === value) return Number(value);
  return BigInt.asIntN(64, value) === value
    ? value
    : refuse(tx, `a number of more than 64 bits in JSON: ${text}`);
}

/** Values of JSON.deserializeUntyped: Map<String, Object>, List<Object> and what stands in them. */
export function readUntyped(tx: Transaction, node: JsonNode): Value {
  switch (node.kind) {
    case 'null':
      return null;
    case 'boolean':
    case 'string':
      return node.value;
    case 'number':
      return numberOf(tx, node.text);
    case 'array':
      return new ApexList(
        tx.types.list(T.Object),
        node.items.map((item) => readUntyped(tx, item)),
      );
    case 'object': {
      const map = new ApexMap(tx.types.map(T.String, T.Object));
      for (const [key, member] of node.members)
        map.items.set(hashKey(key), { key, value: readUntyped(tx, member) });
      return map;
    }
  }
}
