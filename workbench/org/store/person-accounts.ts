import type { FieldValue } from '../../../src/model/apex-contract.ts';
import type { RecordStore } from './record-store.ts';

type Draft = Record<string, FieldValue>;

/** Fields that a person account shares with its contact. */
const SHARED: Readonly<Record<string, string>> = {
  FirstName: 'FirstName',
  LastName: 'LastName',
  Phone: 'Phone',
  PersonMobilePhone: 'MobilePhone',
  PersonEmail: 'Email',
};

/** An account with the record type of persons is named by its person; other drafts stay as they are. */
export function asPersonAccount(object: string, draft: Draft, store: RecordStore): Draft {
  const type = object === 'Account' ? draft['RecordTypeId'] : null;
  if (typeof type !== 'string' || store.find(type)?.['IsPersonType'] !== true) return draft;
  const name = [draft['FirstName'], draft['LastName']].filter(Boolean).join(' ');
  return { ...draft, Name: name, IsPersonAccount: true };
}

/** The contact that is the other half of the person account. */
export function contactOfPerson(accountId: string, account: Draft): Draft {
  const shared = Object.entries(SHARED).map(([field, ofContact]) => [ofContact, account[field] ?? null]);
  return { ...Object.fromEntries(shared), AccountId: accountId, IsPersonAccount: true } as Draft;
}
