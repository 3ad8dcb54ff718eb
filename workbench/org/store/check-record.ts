import type { FieldValue } from '../../../src/model/apex-contract.ts';
import { textOf } from '../org-record.ts';
import { DmlRefusal } from '../refusal.ts';
import type { ObjectDefinition } from '../schema/field-definition.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import type { RecordStore } from './record-store.ts';

export type Draft = Readonly<Record<string, FieldValue>>;

function isEmpty(value: FieldValue | undefined): boolean {
  return value === null || value === undefined || value === '';
}

export function checkRequired(object: ObjectDefinition, draft: Draft): void {
  const missing = [...object.fields.values()]
    .filter((field) => field.required && isEmpty(draft[field.name]))
    .map((field) => field.name);
  if (missing.length > 0) {
    throw new DmlRefusal(
      'REQUIRED_FIELD_MISSING',
      `Required fields are missing: [${missing.join(', ')}]`,
      missing,
    );
  }
}

/** Every id that was set must be of an object that the field refers to, and of a record that exists. */
export function checkReferences(
  object: ObjectDefinition,
  changed: Draft,
  schema: OrgSchema,
  store: RecordStore,
): void {
  for (const [name, value] of Object.entries(changed)) {
    const field = object.fields.get(name);
    if (field?.type !== 'reference' || typeof value !== 'string') continue;
    const target = schema.objectOfId(value);
    if (target === undefined || !field.referenceTo.includes(target.name)) {
      throw new DmlRefusal(
        'FIELD_INTEGRITY_EXCEPTION',
        `${field.label}: id value of incorrect type: ${value}`,
        [name],
      );
    }
    const record = store.find(value);
    if (record === undefined && store.findDeleted(value) !== undefined) {
      throw new DmlRefusal('ENTITY_IS_DELETED', 'entity is deleted', [name]);
    }
    if (record === undefined) {
      throw new DmlRefusal('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [name]);
    }
    if (record['IsConverted'] === true) {
      throw new DmlRefusal('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead', [name]);
    }
  }
}

export function checkUnique(
  object: ObjectDefinition,
  draft: Draft,
  ownId: string | null,
  store: RecordStore,
): void {
  for (const field of object.fields.values()) {
    const value = draft[field.name];
    if (!field.unique || value === undefined || isEmpty(value)) continue;
    const other = store
      .findBy(object.name, field.name, value)
      .find((record) => record.Id !== ownId && (!field.caseSensitive || record[field.name] === value));
    if (other !== undefined) {
      throw new DmlRefusal(
        'DUPLICATE_VALUE',
        `duplicate value found: ${field.name} duplicates value on record with id: ${other.Id}`,
        [field.name],
      );
    }
  }
}

function checkTask(draft: Draft, schema: OrgSchema): void {
  const who = draft['WhoId'];
  if (typeof who !== 'string' || isEmpty(draft['WhatId'])) return;
  if (schema.objectOfId(who)?.name === 'Lead') {
    throw new DmlRefusal(
      'FIELD_INTEGRITY_EXCEPTION',
      'Related To ID: a task whose name is a lead cannot be related to another record',
      ['WhatId'],
    );
  }
}

function checkCampaignMember(draft: Draft, ownId: string | null, store: RecordStore): void {
  if (isEmpty(draft['ContactId']) && isEmpty(draft['LeadId'])) {
    throw new DmlRefusal('REQUIRED_FIELD_MISSING', 'Required fields are missing: [ContactId, LeadId]', [
      'ContactId',
      'LeadId',
    ]);
  }
  const same = store
    .list('CampaignMember')
    .find(
      (member) =>
        member.Id !== ownId &&
        ['CampaignId', 'ContactId', 'LeadId'].every(
          (name) => textOf(member, name) === String(draft[name] ?? ''),
        ),
    );
  if (same !== undefined) throw new DmlRefusal('DUPLICATE_VALUE', 'Already a campaign member.');
}

/** Rules of single standard objects. */
export function checkObjectRules(
  object: ObjectDefinition,
  draft: Draft,
  ownId: string | null,
  schema: OrgSchema,
  store: RecordStore,
): void {
  if (object.name === 'Task') checkTask(draft, schema);
  if (object.name === 'CampaignMember') checkCampaignMember(draft, ownId, store);
}
