import type { FieldValue } from '../../../src/model/apex-contract.ts';
import type { RecordStore } from './record-store.ts';

type Draft = Record<string, FieldValue>;

function deriveTask(draft: Draft, store: RecordStore, now: string): Draft {
  const related = [draft['WhatId'], draft['WhoId']]
    .map((id) => (typeof id === 'string' ? store.find(id) : undefined))
    .find((record) => record !== undefined);
  const accountId =
    related?.attributes.type === 'Account' ? related.Id : ((related?.['AccountId'] ?? null) as string | null);
  const isClosed = draft['Status'] === 'Completed';
  return {
    ...draft,
    AccountId: accountId,
    IsClosed: isClosed,
    CompletedDateTime: isClosed ? (draft['CompletedDateTime'] ?? now) : null,
  };
}

const fullName = (draft: Draft): string => [draft['FirstName'], draft['LastName']].filter(Boolean).join(' ');

/** The fields that the platform computes from the others of the same record. */
export function deriveFields(object: string, draft: Draft, store: RecordStore, now: string): Draft {
  switch (object) {
    case 'User':
      return {
        ...draft,
        Name: fullName(draft),
        UserType: (store.find(String(draft['ProfileId']))?.['UserType'] ?? 'Standard') as FieldValue,
      };
    case 'Contact':
    case 'Lead':
      return { ...draft, Name: fullName(draft) };
    case 'CampaignMember': {
      const person = store.find(String(draft['ContactId'] ?? draft['LeadId'] ?? ''));
      return {
        ...draft,
        Name: (person?.['Name'] ?? null) as FieldValue,
        HasResponded: draft['Status'] === 'Responded',
      };
    }
    case 'Case':
      return { ...draft, IsClosed: draft['Status'] === 'Closed' };
    case 'Task':
      return deriveTask(draft, store, now);
    default:
      return draft;
  }
}
