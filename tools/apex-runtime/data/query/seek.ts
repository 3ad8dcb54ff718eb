import type { StoredRecord, StoredValue } from '../../model/org-schema.ts';
import type { ComparisonOperator } from '../../language/query-ast.ts';
import type { FieldPath } from './field-path.ts';
import type { Seek } from './filter.ts';
import type { QueryRun } from './query-run.ts';

/** Ids and indexed fields of the object itself are found without looking at every row. */
export function seekOf(
  path: FieldPath | null,
  operator: ComparisonOperator,
  values: (run: QueryRun) => readonly StoredValue[],
): readonly Seek[] {
  if (path === null || path.hops.length > 0 || (operator !== '=' && operator !== 'in')) return [];
  const { field } = path;
  return [
    (run, object) => {
      const { org } = run.tx;
      const found: StoredRecord[] = [];
      for (const value of new Set(values(run))) {
        if (field.kind === 'id') {
          const record = value === null ? undefined : org.find(String(value));
          if (record?.attributes.type === object) found.push(record);
          continue;
        }
        const records = org.findBy(object, field.name, value);
        if (records === undefined) return undefined;
        found.push(...records);
      }
      return found;
    },
  ];
}

/** The rows to test: by the first index that fits, else all. */
export function candidates(seeks: readonly Seek[], run: QueryRun, object: string): readonly StoredRecord[] {
  for (const seek of seeks) {
    const found = seek(run, object);
    if (found !== undefined) return found;
  }
  return run.tx.org.list(object);
}
