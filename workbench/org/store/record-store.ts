import type { FieldValue, FieldValues } from '../../../src/model/apex-contract.ts';
import { objectOf } from '../org-record.ts';
import type { OrgRecord } from '../org-record.ts';

/** Records with transactions; knows nothing of rules and permissions. */
export interface RecordStore {
  find(recordId: string): OrgRecord | undefined;
  /** Records whose field has this value, oldest first; quick for indexed fields. */
  findBy(object: string, field: string, value: FieldValue): readonly OrgRecord[];
  /** Oldest first. */
  list(object: string): readonly OrgRecord[];
  put(record: OrgRecord): void;
  remove(recordId: string): void;
  /** 1, 2, 3, ... for each counter; never rolled back, as auto numbers are not. */
  count(counter: string): number;
  /** Runs `work`; what it wrote is undone when it throws. Transactions nest like savepoints. */
  transaction<T>(work: () => T): T;
}

/** `indexed`: `Object.Field` names that `findBy` shall find without looking at every record. */
export function createRecordStore(indexed: readonly string[]): RecordStore {
  const objects = new Map<string, Map<string, OrgRecord>>();
  const objectOfRecord = new Map<string, string>();
  const indexes = new Map(indexed.map((name) => [name, new Map<unknown, Set<string>>()]));
  const counters = new Map<string, number>();
  const journal: (() => void)[] = [];
  let depth = 0;

  const find = (id: string): OrgRecord | undefined => objects.get(objectOfRecord.get(id) ?? '')?.get(id);

  const index = (record: OrgRecord, change: 'add' | 'delete'): void => {
    for (const [name, entries] of indexes) {
      const [object, field] = name.split('.') as [string, string];
      if (object !== objectOf(record)) continue;
      const ids = entries.get(record[field]) ?? new Set<string>();
      ids[change](record.Id);
      entries.set(record[field], ids);
    }
  };

  const replace = (id: string, record: OrgRecord | undefined): void => {
    const before = find(id);
    if (before !== undefined) index(before, 'delete');
    if (record === undefined) {
      objects.get(objectOfRecord.get(id) ?? '')?.delete(id);
      objectOfRecord.delete(id);
      return;
    }
    const sameObject = objects.get(objectOf(record)) ?? new Map<string, OrgRecord>();
    objects.set(objectOf(record), sameObject.set(id, record));
    objectOfRecord.set(id, objectOf(record));
    index(record, 'add');
  };

  const write = (id: string, record: OrgRecord | undefined): void => {
    const before = find(id);
    if (depth > 0) journal.push(() => replace(id, before));
    replace(id, record);
  };

  const list = (object: string): readonly OrgRecord[] => [...(objects.get(object)?.values() ?? [])];

  return {
    find,
    list,
    findBy(object, field, value) {
      const entries = indexes.get(`${object}.${field}`);
      if (entries === undefined) return list(object).filter((record) => record[field] === value);
      return [...(entries.get(value) ?? [])].flatMap((id) => find(id) ?? []);
    },
    put: (record) => write(record.Id, record),
    remove: (id) => write(id, undefined),
    count(counter) {
      const next = (counters.get(counter) ?? 0) + 1;
      counters.set(counter, next);
      return next;
    },
    transaction(work) {
      const savepoint = journal.length;
      depth += 1;
      try {
        return work();
      } catch (error) {
        while (journal.length > savepoint) journal.pop()?.();
        throw error;
      } finally {
        depth -= 1;
        if (depth === 0) journal.length = 0;
      }
    },
  };
}

/** The fields of a record without its id and attributes. */
export function fieldsOf(record: OrgRecord): FieldValues {
  const { attributes: _attributes, Id: _id, ...fields } = record;
  return fields as FieldValues;
}
