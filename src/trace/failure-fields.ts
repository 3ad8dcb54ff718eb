import type { Action } from '../model/action.ts';

/** Fields that records often lack or refuse. */
const STANDARD_FIELDS: ReadonlySet<string> = new Set([
  ...[
    'AccountId',
    'AccountNumber',
    'ActivityDate',
    'Amount',
    'CallDisposition',
    'City',
    'CloseDate',
    'Company',
  ],
  ...[
    'ContactId',
    'Country',
    'Description',
    'Email',
    'Fax',
    'FirstName',
    'HomePhone',
    'LastName',
    'LeadSource',
  ],
  ...[
    'MobilePhone',
    'Name',
    'Origin',
    'OtherPhone',
    'OwnerId',
    'ParentId',
    'Phone',
    'PostalCode',
    'Priority',
  ],
  ...['Rating', 'Reason', 'RecordTypeId', 'Salutation', 'StageName', 'State', 'Status', 'Street', 'Subject'],
  ...['SuppliedEmail', 'SuppliedName', 'SuppliedPhone', 'Title', 'Type', 'Website', 'WhatId', 'WhoId'],
]);

/**
 * The fields that a failure's message names at its end, in parentheses. Only what is surely a field: a message may as
 * well end with a value.
 */
export function failureFields(message: string, action: Action): readonly string[] {
  const own = 'fields' in action ? Object.keys(action.fields) : [];
  const [, list = ''] = / \((\w+(?:, \w+)*)\)$/.exec(message) ?? [];
  return list
    .split(', ')
    .filter((name) => name.endsWith('__c') || STANDARD_FIELDS.has(name) || own.includes(name));
}
