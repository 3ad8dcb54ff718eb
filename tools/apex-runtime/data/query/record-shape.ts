import type { OrgField, OrgObject, StoredRecord } from '../../model/org-schema.ts';
import { UnsupportedApex } from '../../model/errors.ts';
import { ApexId, ApexRecord } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import type { Type } from '../../model/types.ts';
import { recordType } from '../record-types.ts';
import { fromStored, storedField } from '../stored-value.ts';
import type { FieldPath } from './field-path.ts';
import type { ChildShape, RecordShape } from './plan.ts';
import type { QueryRun } from './query-run.ts';

/** The shape of records with these fields; `Id` is always there. */
export function shapeOf(
  object: OrgObject | null,
  paths: readonly FieldPath[],
  children: readonly ChildShape[],
): RecordShape {
  const columns = new Map<string, OrgField>();
  const byParent = new Map<string, FieldPath[]>();
  for (const path of paths) {
    const [hop, ...hops] = path.hops;
    if (hop === undefined) columns.set(path.field.name.toLowerCase(), path.field);
    else byParent.set(hop.relationship, [...(byParent.get(hop.relationship) ?? []), { ...path, hops }]);
    if (path.object === null && path.field.name === 'Type') {
      throw new UnsupportedApex(`${path.text} among the columns of a query`);
    }
  }
  columns.delete('id');
  return {
    columns: [...columns].map(([key, field]) => ({ key, field })),
    keys: new Set(['id', ...columns.keys()]),
    parents: [...byParent].map(([relationship, below]) => {
      const field = object?.parents.get(relationship);
      if (field === undefined) throw new UnsupportedApex(`the relationship ${relationship} here`);
      return {
        relationship,
        field,
        shape: shapeOf(below[0]?.hops[0]?.owner ?? below[0]?.object ?? null, below, []),
      };
    }),
    children,
  };
}

/** Reads the children of one row. */
export type ReadChildren = (child: ChildShape, parentId: string, run: QueryRun) => Value;

/** The row as a record in memory. */
export function buildRecord(
  run: QueryRun,
  shape: RecordShape,
  type: Type,
  row: StoredRecord,
  readChildren: ReadChildren,
): ApexRecord {
  const { tx } = run;
  const record = new ApexRecord(type);
  record.queried = shape.keys;
  record.fields.set('id', new ApexId(row.Id));
  for (const { key, field } of shape.columns) {
    const value = fromStored(field, storedField(row, field.name));
    if (value !== null) record.fields.set(key, value);
  }
  for (const parent of shape.parents) {
    const id = storedField(row, parent.field.name);
    const found = id === null ? undefined : tx.org.find(String(id));
    record.related.set(
      parent.relationship,
      found === undefined
        ? null
        : buildRecord(run, parent.shape, recordType(tx.types, found.attributes.type), found, readChildren),
    );
  }
  for (const child of shape.children) {
    record.related.set(child.relationship, readChildren(child, row.Id, run));
  }
  return record;
}
