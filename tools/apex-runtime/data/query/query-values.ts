import { UnsupportedApex } from '../../model/errors.ts';
import { ApexDate, ApexDatetime, ApexList, ApexSet } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import { DAY_MS } from '../../values/dates.ts';
import { parseDecimal } from '../../values/decimal.ts';
import type { QueryValue } from '../../language/query-ast.ts';
import type { PlanContext, QueryRun } from './query-run.ts';

/** The values on the right of a comparison: one, or those of a list. */
export type ReadValues = (run: QueryRun) => readonly Value[];

const one = (value: Value): ReadValues => {
  const values = [value];
  return () => values;
};

function ofBind(run: QueryRun, index: number): readonly Value[] {
  const value = run.binds[index] ?? null;
  if (value instanceof ApexList) return value.items;
  if (value instanceof ApexSet) return [...value.items.values()];
  return [value];
}

function readNumber(text: string): Value {
  if (/^[+-]?\d{1,9}$/.test(text)) return Number(text);
  const value = parseDecimal(text);
  if (value === null) throw new UnsupportedApex(`the number ${text} in a query`);
  return value;
}

/** Values of literals and binds; sub-queries and date literals are not values. */
export function planValues(value: QueryValue, context: PlanContext): ReadValues {
  switch (value.kind) {
    case 'null':
      return one(null);
    case 'boolean':
      return one(value.value);
    case 'number':
      return one(readNumber(value.text));
    case 'string':
      return one(value.text);
    case 'date':
      return one(new ApexDate(Math.round(Date.parse(value.text) / DAY_MS)));
    case 'datetime':
      return one(new ApexDatetime(Date.parse(value.text)));
    case 'list': {
      const readers = value.values.map((entry) => planValues(entry, context));
      return (run) => readers.flatMap((read) => read(run));
    }
    case 'bind': {
      const index = context.bind(value.expression);
      return (run) => ofBind(run, index);
    }
    default:
      throw new UnsupportedApex(`a ${value.kind} at this place of a query`);
  }
}
