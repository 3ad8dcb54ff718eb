import { UnsupportedApex } from '../../model/errors.ts';
import type { OrgField, StoredRecord, StoredValue } from '../../model/org-schema.ts';
import { T } from '../../model/types.ts';
import { ApexDouble, ApexRecord } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import { AGGREGATE_RESULT, recordType } from '../record-types.ts';
import { fromStored } from '../stored-value.ts';
import { comparable, compareStored } from './comparable.ts';
import { readPath } from './field-path.ts';
import type { FieldPath } from './field-path.ts';
import type { Filter } from './filter.ts';
import type { QueryRun } from './query-run.ts';

export type AggregateFunction = 'count' | 'count_distinct' | 'sum' | 'avg' | 'min' | 'max';

/** A column of a grouped row: a field it is grouped by, or an aggregate. */
export interface GroupColumn {
  /** The alias in lower case: `expr0`, `total`, `status`. */
  readonly key: string;
  /** Null for a field of GROUP BY. */
  readonly aggregate: AggregateFunction | null;
  /** Null for `COUNT()`. */
  readonly path: FieldPath | null;
  readonly isSelected: boolean;
}

export interface GroupSort {
  readonly key: string;
  readonly isDescending: boolean;
  readonly isNullsLast: boolean;
}

export interface Aggregation {
  readonly groupBy: readonly FieldPath[];
  readonly columns: readonly GroupColumn[];
  readonly having: Filter | null;
  readonly order: readonly GroupSort[];
}

/** A grouped row: `attributes` make it look like a record for the tests of HAVING. */
export type GroupRow = Record<string, StoredValue>;

function aggregate(
  fn: AggregateFunction,
  field: OrgField | null,
  values: readonly StoredValue[],
): StoredValue {
  const present = values.filter((value) => value !== null);
  const numbers = present.map(Number);
  const total = numbers.reduce((sum, value) => sum + value, 0);
  switch (fn) {
    case 'count':
      return present.length;
    case 'count_distinct':
      return new Set(present.map((value) => (field === null ? value : comparable(field, value)))).size;
    case 'sum':
      return present.length === 0 ? null : total;
    case 'avg':
      return present.length === 0 ? null : total / numbers.length;
    case 'min':
    case 'max':
      return present.reduce<StoredValue>((best, value) => {
        const order = compareStored(value, best);
        return best === null || (fn === 'min' ? order < 0 : order > 0) ? value : best;
      }, null);
  }
}

function valueOf(column: GroupColumn, value: StoredValue): Value {
  if (value === null) return null;
  const field = column.path?.field;
  switch (column.aggregate) {
    case 'count':
    case 'count_distinct':
      return Number(value);
    case 'avg':
      return new ApexDouble(Number(value));
    case 'sum':
      return field?.kind === 'int' ? Number(value) : field === undefined ? null : fromStored(field, value);
    default:
      return field === undefined ? null : fromStored(field, value);
  }
}

function groupRows(
  run: QueryRun,
  { groupBy }: Aggregation,
  rows: readonly StoredRecord[],
): readonly (readonly StoredRecord[])[] {
  if (groupBy.length === 0) return [rows];
  const groups = new Map<string, StoredRecord[]>();
  for (const row of rows) {
    const key = JSON.stringify(
      groupBy.map((path) => comparable(path.field, readPath(run.tx.org, path, row))),
    );
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [row]);
    else known.push(row);
  }
  return [...groups.values()];
}

function sortGroups(groups: GroupRow[], order: readonly GroupSort[]): void {
  groups.sort((left, right) => {
    for (const { key, isDescending, isNullsLast } of order) {
      const [a = null, b = null] = [left[key], right[key]];
      if (a === b) continue;
      if (a === null) return isNullsLast ? 1 : -1;
      if (b === null) return isNullsLast ? -1 : 1;
      return isDescending ? -compareStored(a, b) : compareStored(a, b);
    }
    return 0;
  });
}

/** The grouped rows, as AggregateResult records. */
export function aggregateRows(
  run: QueryRun,
  aggregation: Aggregation,
  rows: readonly StoredRecord[],
): readonly ApexRecord[] {
  const { tx } = run;
  const groups = groupRows(run, aggregation, rows).map((group): GroupRow =>
    Object.fromEntries(
      aggregation.columns.map((column) => {
        const { path } = column;
        if (column.aggregate === null) {
          const first = group[0];
          return [column.key, path === null || first === undefined ? null : readPath(tx.org, path, first)];
        }
        const values = path === null ? group.map(() => 1) : group.map((row) => readPath(tx.org, path, row));
        return [column.key, aggregate(column.aggregate, path?.field ?? null, values)];
      }),
    ),
  );
  const test = aggregation.having?.prepare(run);
  const kept = test === undefined ? groups : groups.filter((group) => test(group as unknown as StoredRecord));
  sortGroups(kept, aggregation.order);
  return kept.map((group) => {
    const record = new ApexRecord(recordType(tx.types, AGGREGATE_RESULT));
    for (const column of aggregation.columns) {
      if (column.isSelected) record.fields.set(column.key, valueOf(column, group[column.key] ?? null));
    }
    return record;
  });
}

const FUNCTIONS = new Set<string>(['count', 'count_distinct', 'sum', 'avg', 'min', 'max']);

export function aggregateFunction(name: string): AggregateFunction {
  if (!FUNCTIONS.has(name)) throw new UnsupportedApex(`${name}() in a query`);
  return name as AggregateFunction;
}

/** The field that stands for a column in a condition of HAVING. */
export function fieldOfColumn(column: GroupColumn, countField: OrgField): OrgField {
  if (column.aggregate === 'count' || column.aggregate === 'count_distinct' || column.path === null) {
    return { ...countField, name: column.key, kind: 'int', type: T.Integer, isFilterable: true };
  }
  return { ...column.path.field, isFilterable: true };
}
