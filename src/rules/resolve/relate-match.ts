import type { RecordMatch } from '../../model/apex-contract.ts';
import { ownValue } from '../../model/plain-value.ts';

/** Look-up fields of the interaction, by the object of the match. */
const INTERACTION_FIELD: Readonly<Record<string, string>> = {
  Account: 'Account__c',
  Contact: 'Contact__c',
  Lead: 'Lead__c',
  Case: 'Case__c',
  Campaign: 'Campaign__c',
};

/**
 * Look-up fields that an earlier match of the call may have filled and that cannot stand beside this one: a lead is no
 * contact and no account yet. A contact and its account may stand together, and so may a case or a campaign with anybody.
 */
const CLEARS: Readonly<Record<string, readonly string[]>> = {
  Account: ['Lead__c'],
  Contact: ['Lead__c'],
  Lead: ['Account__c', 'Contact__c'],
};

/** Objects that standard look-up fields take; a field that is not listed takes any. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  AccountId: ['Account'],
  ContactId: ['Contact'],
  LeadId: ['Lead'],
  CaseId: ['Case'],
  CampaignId: ['Campaign'],
  WhoId: ['Contact', 'Lead'],
};
const WHO_OBJECTS = ['Contact', 'Lead'];

/** The interaction's relation to the match, and what it clears; empty for an object that it has no field for. */
export function interactionRelation(match: RecordMatch | null): Record<string, string | null> {
  const object = match?.objectApiName ?? '';
  const field = ownValue(INTERACTION_FIELD, object);
  if (match === null || field === null) return {};
  const cleared = (ownValue(CLEARS, object) ?? []).map((other): [string, null] => [other, null]);
  return { [field]: match.recordId, ...Object.fromEntries(cleared) };
}

/** A task's relation: people go to WhoId, everything else, person accounts among it, to WhatId. */
export function taskRelation(match: RecordMatch | null): Record<string, string> {
  if (match === null) return {};
  return { [WHO_OBJECTS.includes(match.objectApiName) ? 'WhoId' : 'WhatId']: match.recordId };
}

/** Can this look-up field hold a record of this object? */
export function takesObject(field: string, object: string): boolean {
  if (field === 'WhatId') return !WHO_OBJECTS.includes(object);
  return ownValue(TAKES, field)?.includes(object) ?? true;
}
