import type { FieldValue, FieldValues } from '../../../src/model/apex-contract.ts';
import { objectOf } from '../org-record.ts';
import type { OrgRecord } from '../org-record.ts';

/** Records with a recycle bin and transactions; knows nothing of rules and permissions. */
export interface RecordStore {
  /** Deleted records are not found. */
  find(recordId: string): OrgRecord | undefined;
  /** Records whose field has this value, text in any case, oldest first; quick for indexed fields. */
  findBy(object: string, field: string, value: FieldValue): readonly OrgRecord[];
  isIndexed(object: string, field: string): boolean;
  /** Oldest first. */
  list(object: string): readonly OrgRecord[];
  put(record: OrgRecord): void;
  /** Moves the record to the recycle bin. */
  remove(recordId: string): void;
  /** In the recycle bin. */
  findDeleted(recordId: string): OrgRecord | undefined;
  listDeleted(object: string): readonly OrgRecord[];
  /** Changes a record in the recycle bin; null takes it out for good. */
  putDeleted(recordId: string, record: OrgRecord | null): void;
  /** Grows with each change of the object's records. */
  revision(object: string): number;
  /** 1, 2, 3, ... for each counter; never rolled back, as auto numbers are not. */
  count(counter: string): number;
  /** Runs `work`; what it wrote is undone when it throws. Transactions nest like savepoints. */
  transaction<T>(work: () => T): T;
  /** Runs `work` and undoes what it wrote, whatever comes of it. */
  isolate<T>(work: () => T): T;
  /** A point inside a transaction to go back to. */
  savepoint(): number;
  rollback(savepoint: number): void;
  /** Runs `undo` when the transaction, or its part since a savepoint, is undone. */
  onUndo(undo: () => void): void;
}

const keyOf = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);

/** `indexed`: `Object.Field` names that `findBy` shall find without looking at every record. */
export function createRecordStore(indexed: readonly string[]): RecordStore {
  const objects = new Map<string, Map<string, OrgRecord>>();
  const objectOfRecord = new Map<string, string>();
  const bin = new Map<string, OrgRecord>();
  const revisions = new Map<string, number>();
  const indexes = new Map<string, Map<string, Map<unknown, Set<string>>>>();
  for (const name of indexed) {
    const [object, field] = name.split('.') as [string, string];
    const ofObject = indexes.get(object) ?? new Map<string, Map<unknown, Set<string>>>();
    indexes.set(object, ofObject.set(field, new Map()));
  }
  const counters = new Map<string, number>();
  const journal: (() => void)[] = [];
  let depth = 0;

  const find = (id: string): OrgRecord | undefined => objects.get(objectOfRecord.get(id) ?? '')?.get(id);

  const index = (record: OrgRecord, change: 'add' | 'delete'): void => {
    for (const [field, entries] of indexes.get(objectOf(record)) ?? []) {
      const key = keyOf(record[field]);
      const ids = entries.get(key);
      if (ids !== undefined) ids[change](record.Id);
      else if (change === 'add') entries.set(key, new Set([record.Id]));
    }
  };

  const touch = (object: string): void => void revisions.set(object, (revisions.get(object) ?? 0) + 1);

  const replace = (id: string, record: OrgRecord | undefined): void => {
    const before = find(id);
    if (before !== undefined) index(before, 'delete');
    if (record === undefined) {
      if (before === undefined) return;
      touch(objectOf(before));
      objects.get(objectOf(before))?.delete(id);
      objectOfRecord.delete(id);
      return;
    }
    const object = objectOf(record);
    touch(object);
    const sameObject = objects.get(object);
    if (sameObject === undefined) objects.set(object, new Map([[id, record]]));
    else sameObject.set(id, record);
    objectOfRecord.set(id, object);
    index(record, 'add');
  };

  const onUndo = (undo: () => void): void => {
    if (depth > 0) journal.push(undo);
  };

  const write = (id: string, record: OrgRecord | undefined): void => {
    const before = find(id);
    onUndo(() => replace(id, before));
    replace(id, record);
  };

  const putDeleted = (id: string, record: OrgRecord | null): void => {
    const before = bin.get(id);
    onUndo(() => (before === undefined ? bin.delete(id) : bin.set(id, before)));
    if (record === null) bin.delete(id);
    else bin.set(id, record);
  };

  const rollback = (savepoint: number): void => {
    while (journal.length > savepoint) journal.pop()?.();
  };

  const nest = <T>(work: (savepoint: number) => T): T => {
    depth += 1;
    try {
      return work(journal.length);
    } finally {
      depth -= 1;
      if (depth === 0) journal.length = 0;
    }
  };

  const list = (object: string): readonly OrgRecord[] => [...(objects.get(object)?.values() ?? [])];

  return {
    find,
    list,
    findBy(object, field, value) {
      const key = keyOf(value);
      const entries = indexes.get(object)?.get(field);
      if (entries === undefined) return list(object).filter((record) => keyOf(record[field]) === key);
      return [...(entries.get(key) ?? [])].flatMap((id) => find(id) ?? []);
    },
    isIndexed: (object, field) => indexes.get(object)?.has(field) === true,
    put: (record) => write(record.Id, record),
    remove(id) {
      const record = find(id);
      write(id, undefined);
      if (record !== undefined) putDeleted(id, record);
    },
    findDeleted: (id) => bin.get(id),
    listDeleted: (object) => [...bin.values()].filter((record) => objectOf(record) === object),
    putDeleted,
    revision: (object) => revisions.get(object) ?? 0,
    count(counter) {
      const next = (counters.get(counter) ?? 0) + 1;
      counters.set(counter, next);
      return next;
    },
    transaction: (work) =>
      nest((savepoint) => {
        try {
          return work();
        } catch (error) {
          rollback(savepoint);
          throw error;
        }
      }),
    isolate: (work) =>
      nest((savepoint) => {
        try {
          return work();
        } finally {
          rollback(savepoint);
        }
      }),
    savepoint: () => journal.length,
    rollback,
    onUndo,
  };
}

/** The fields of a record without its id and attributes. */
export function fieldsOf(record: OrgRecord): FieldValues {
  const { attributes: _attributes, Id: _id, ...fields } = record;
  return fields as FieldValues;
}
