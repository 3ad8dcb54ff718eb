import { textOf } from '../org-record.ts';
import type { OrgRecord } from '../org-record.ts';
import { DmlRefusal } from '../refusal.ts';
import type { ObjectDefinition } from '../schema/field-definition.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import { childrenOfRecord } from './delete-records.ts';
import type { RecordStore } from './record-store.ts';

const MERGEABLE = new Set(['Account', 'Contact', 'Lead', 'Case']);

export interface MergeParts {
  readonly schema: OrgSchema;
  readonly store: RecordStore;
  readonly at: string;
}

function requireMergeable(parts: MergeParts, id: string): { record: OrgRecord; object: ObjectDefinition } {
  const record = parts.store.find(id);
  const object = parts.schema.objectOfId(id);
  if (record === undefined || object === undefined) {
    throw new DmlRefusal('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['Id']);
  }
  if (!MERGEABLE.has(object.name)) {
    throw new DmlRefusal('INVALID_OPERATION', `${object.name} records cannot be merged`);
  }
  return { record, object };
}

/** What belongs to the merged record goes to the master; the merged one is deleted and names its master. */
export function mergeRecords(parts: MergeParts, masterId: string, mergedId: string): void {
  const { store, schema, at } = parts;
  const master = requireMergeable(parts, masterId);
  const merged = requireMergeable(parts, mergedId);
  if (master.object !== merged.object || masterId === mergedId) {
    throw new DmlRefusal('INVALID_OPERATION', 'Merge needs two records of one object');
  }
  for (const { record, field } of childrenOfRecord(schema, store, merged.object, mergedId)) {
    const current = store.find(record.Id) ?? record;
    store.put({ ...current, [field]: masterId });
  }
  const last = store.find(mergedId) ?? merged.record;
  store.put({
    ...last,
    MasterRecordId: masterId,
    IsDeleted: true,
    LastModifiedDate: at,
    SystemModstamp: at,
  });
  store.remove(mergedId);
  for (const deleted of store.listDeleted(master.object.name)) {
    if (textOf(deleted, 'MasterRecordId') === mergedId) {
      store.putDeleted(deleted.Id, { ...deleted, MasterRecordId: masterId });
    }
  }
}
