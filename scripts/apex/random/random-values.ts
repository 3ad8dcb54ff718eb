import type { FieldValue, FieldValues } from '../../../src/model/apex-contract.ts';

/** Draws from a seeded source, so that a round can be repeated. */
export interface Draw {
  number(below: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly [T, ...T[]]): T;
}

export function createDraw(random: () => number): Draw {
  const number = (below: number): number => Math.floor(random() * below);
  return {
    number,
    chance: (probability) => random() < probability,
    pick: (from) => from[number(from.length)] ?? from[0],
  };
}

/** Records that stand in the org before a round. */
export type KnownIds = Readonly<Record<'Account' | 'Contact' | 'Lead' | 'Case', string>>;

const TEXTS = [
  ...[
    'x',
    'Example',
    '',
    '  ',
    ' padded ',
    'a\nb',
    'n'.repeat(300),
    `${'y'.repeat(254)}\u{1F600}z`,
    'true',
    '25',
    '-3',
  ],
  ...[
    '2147483648',
    '250.25',
    '1e3',
    '2026-01-31',
    '2026-02-30',
    '2026-01-31T09:00:00Z',
    '2026-01-31T24:00:00Z',
    '9 am',
  ],
  ...[
    '+1 202 555 0134',
    'ada@example.com',
    'no mail',
    'Completed',
    'Inbound',
    'sideways',
    'closed',
    'open',
    '\u0130',
  ],
] as const;
const VALUES = [null, true, false, 0, 1, -7, 2147483647, 99999999999, 250.25, 0.1] as const;

const FIELDS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  Paceline_Interaction__c: [
    ...([
      'Contact_Id__c',
      'Pacing_Mode__c',
      'Talk_Seconds__c',
      'Notes__c',
      'Disposition__c',
      'Account__c',
    ] as const),
    ...(['Contact__c', 'Lead__c', 'Case__c', 'Started_At__c', 'Ended_At__c', 'Customer_Number__c'] as const),
    ...([
      'Log_State__c',
      'Ledger__c',
      'Task_Id__c',
      'Interaction_Key__c',
      'OwnerId',
      'Name',
      'Nope__c',
    ] as const),
  ],
  Task: [
    ...(['Subject', 'Status', 'Priority', 'ActivityDate', 'WhoId', 'WhatId', 'Description', 'Type'] as const),
    ...(['CallType', 'CallDurationInSeconds', 'CallDisposition', 'CallObject', 'OwnerId', 'Nope'] as const),
  ],
  Account: ['Name', 'Phone', 'BillingCity', 'AnnualRevenue', 'NumberOfEmployees', 'Description', 'ParentId'],
  Contact: ['LastName', 'FirstName', 'AccountId', 'Phone', 'MobilePhone', 'Email', 'Birthdate', 'DoNotCall'],
  Lead: ['LastName', 'Company', 'Phone', 'Status', 'Email'],
  Case: ['Subject', 'Status', 'Priority', 'Origin', 'AccountId', 'ContactId', 'Description', 'SuppliedPhone'],
  Nope__c: ['Name'],
};

/** Values that a rule or a dialler might send, good and bad. */
export function randomValue(draw: Draw, ids: KnownIds): FieldValue {
  if (draw.chance(0.6)) return draw.pick(TEXTS);
  return draw.chance(0.5)
    ? draw.pick([ids.Account, ids.Contact, ids.Lead, ids.Case, 'a00000000000999'])
    : draw.pick(VALUES);
}

export function randomFields(draw: Draw, object: string, ids: KnownIds, most: number): FieldValues {
  const names = FIELDS[object] ?? (['Name'] as const);
  return Object.fromEntries(
    Array.from({ length: draw.number(most + 1) }, () => [draw.pick(names), randomValue(draw, ids)]),
  );
}
