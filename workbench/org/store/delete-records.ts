import type { OrgRecord } from '../org-record.ts';
import type { ObjectDefinition } from '../schema/field-definition.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import type { RecordStore } from './record-store.ts';

/** `Object.Field`: children that go with the record that the field names. Other references to it are emptied. */
const CASCADES = new Set([
  'Contact.AccountId',
  'Opportunity.AccountId',
  'CampaignMember.CampaignId',
  'CampaignMember.ContactId',
  'CampaignMember.LeadId',
  'Task.WhoId',
  'Task.WhatId',
  'PermissionSetAssignment.PermissionSetId',
  'ObjectPermissions.ParentId',
  'FieldPermissions.ParentId',
]);
/** Who did something stays known. */
const KEPT = new Set(['CreatedById', 'LastModifiedById', 'OwnerId', 'MasterRecordId']);

export interface ChildRecord {
  readonly record: OrgRecord;
  readonly field: string;
}

/** The records that name `id` in one of their fields. */
export function childrenOfRecord(
  schema: OrgSchema,
  store: RecordStore,
  parent: ObjectDefinition,
  id: string,
): readonly ChildRecord[] {
  return [...schema.objects.values()].flatMap((object) =>
    [...object.fields.values()]
      .filter((field) => field.type === 'reference' && field.referenceTo.includes(parent.name))
      .filter((field) => !KEPT.has(field.name))
      .flatMap((field) =>
        store.findBy(object.name, field.name, id).map((record) => ({ record, field: field.name })),
      ),
  );
}

/** Into the recycle bin, with the children that the platform deletes too. */
export function deleteWithChildren(
  schema: OrgSchema,
  store: RecordStore,
  object: ObjectDefinition,
  id: string,
  at: string,
): void {
  for (const { record, field } of childrenOfRecord(schema, store, object, id)) {
    const child = schema.objects.get(record.attributes.type);
    if (child === undefined || store.find(record.Id) === undefined) continue;
    if (CASCADES.has(`${child.name}.${field}`)) deleteWithChildren(schema, store, child, record.Id, at);
    else store.put({ ...record, [field]: null });
  }
  const last = store.find(id);
  if (last === undefined) return;
  store.put({ ...last, IsDeleted: true, LastModifiedDate: at, SystemModstamp: at });
  store.remove(id);
}
