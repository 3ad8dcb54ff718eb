import type { FieldValue, FieldValues } from '../../../src/model/apex-contract.ts';
import type { ConvertedLead, LeadConversion } from '../../../tools/apex-runtime/model/apex-org.ts';
import { textOf } from '../org-record.ts';
import type { OrgRecord } from '../org-record.ts';
import { DmlRefusal } from '../refusal.ts';
import type { Access } from './permissions.ts';
import type { Dml } from './dml.ts';
import type { RecordStore } from './record-store.ts';

export interface ConvertParts {
  readonly dml: Dml;
  readonly store: RecordStore;
  readonly at: string;
}

const NO_SHARING = { mode: 'system', isSharingEnforced: false } as const;

/** The lead's tasks and campaign members follow to the contact. */
function moveChildren({ store }: ConvertParts, leadId: string, contactId: string): void {
  for (const task of store.findBy('Task', 'WhoId', leadId)) store.put({ ...task, WhoId: contactId });
  for (const member of store.findBy('CampaignMember', 'LeadId', leadId)) {
    store.put({ ...member, ContactId: contactId });
  }
}

/** A lead becomes a contact, an account and, where wanted, an opportunity. */
export function convertLead(parts: ConvertParts, access: Access, conversion: LeadConversion): ConvertedLead {
  const { dml, store, at } = parts;
  const lead: OrgRecord | undefined = store.find(conversion.leadId);
  if (lead?.attributes.type !== 'Lead') {
    throw new DmlRefusal('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  }
  if (lead['IsConverted'] === true) {
    throw new DmlRefusal('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot update converted lead');
  }
  if (conversion.status !== 'Closed - Converted') {
    throw new DmlRefusal('INVALID_STATUS', `invalid convertedStatus: ${conversion.status}`);
  }
  const system: Access = { userId: access.userId, ...NO_SHARING };
  const owner: FieldValues = { OwnerId: conversion.ownerId ?? textOf(lead, 'OwnerId') };
  const copied = (...names: readonly string[]): FieldValues =>
    Object.fromEntries(names.map((name) => [name, (lead[name] ?? null) as FieldValue]));
  const accountId =
    conversion.accountId ??
    dml.insert(system, 'Account', {
      ...owner,
      Name: textOf(lead, 'Company'),
      Phone: textOf(lead, 'Phone') || null,
    });
  const contactId =
    conversion.contactId ??
    dml.insert(system, 'Contact', {
      ...owner,
      ...copied('FirstName', 'LastName', 'Phone', 'MobilePhone', 'Email', 'Title', 'LeadSource'),
      AccountId: accountId,
    });
  const opportunityId = conversion.createOpportunity
    ? dml.insert(system, 'Opportunity', {
        ...owner,
        Name: conversion.opportunityName ?? textOf(lead, 'Company'),
        StageName: 'Prospecting',
        CloseDate: at.slice(0, 10),
        AccountId: accountId,
      })
    : null;
  moveChildren(parts, lead.Id, contactId);
  store.put({
    ...lead,
    Status: conversion.status,
    IsConverted: true,
    ConvertedAccountId: accountId,
    ConvertedContactId: contactId,
    ConvertedOpportunityId: opportunityId,
    ConvertedDate: at.slice(0, 10),
    LastModifiedDate: at,
    SystemModstamp: at,
  });
  return { accountId, contactId, opportunityId };
}
