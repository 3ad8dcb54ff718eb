import type { FieldValue } from '../../src/model/apex-contract.ts';

/** A stored record: `Id` and `attributes.type` always, every other field of its object with null where empty. */
export interface OrgRecord {
  readonly Id: string;
  readonly attributes: { readonly type: string };
  readonly [field: string]: FieldValue | { readonly type: string };
}

/** The object's API name. */
export function objectOf(record: OrgRecord): string {
  return record.attributes.type;
}

/** A field as text; empty when the field is null or absent, and without a record. */
export function textOf(record: OrgRecord | undefined, field: string): string {
  const value = record?.[field];
  return value === null || value === undefined || typeof value === 'object' ? '' : String(value);
}
