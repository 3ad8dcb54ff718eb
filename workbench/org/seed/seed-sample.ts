import type { FieldValues } from '../../../src/model/apex-contract.ts';
import type { Dml } from '../store/dml.ts';
import { samplePhone } from './phone-spellings.ts';

const FIRST_NAMES = ['Ada', 'Ben', 'Cleo', 'Dana', 'Eli', 'Finn', 'Gwen', 'Hugo', 'Iris', 'Jon'];
const LAST_NAMES = ['Example', 'Sample', 'Specimen', 'Template'];
const COMPANIES = [
  'Example Freight',
  'Sample Bakery',
  'Specimen Optics',
  'Template Homes',
  'Placeholder Energy',
  'Prototype Motors',
  'Pattern Textiles',
  'Model Railways',
  'Draft Coffee',
  'Blueprint Builders',
  'Outline Travel',
  'Sketch Studios',
];
const CITIES = ['Springfield', 'Rivertown', 'Lakeside', 'Hillview'];
const CASE_SUBJECTS = [
  'Delivery arrived late',
  'Invoice shows the wrong amount',
  'Device does not start',
  'Change of address',
  'Question about the contract',
  'Replacement part needed',
];

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

type Insert = (object: string, fields: FieldValues) => string;

function seedAccounts(insert: Insert): readonly string[] {
  return COMPANIES.map((name, index) =>
    insert('Account', {
      Name: name,
      AccountNumber: `AC-${1000 + index}`,
      Type: at(['Customer', 'Prospect', 'Partner'], index),
      Industry: at(['Retail', 'Technology', 'Energy'], index),
      Phone: samplePhone(index),
      BillingCity: at(CITIES, index),
      BillingCountry: 'United States',
    }),
  );
}

function seedContacts(insert: Insert, accounts: readonly string[]): readonly string[] {
  return Array.from({ length: 36 }, (_, index) =>
    insert('Contact', {
      FirstName: at(FIRST_NAMES, index),
      LastName: at(LAST_NAMES, Math.floor(index / 10)),
      AccountId: at(accounts, index),
      Title: at(['Buyer', 'Manager', 'Accountant', 'Technician'], index),
      Phone: samplePhone(20 + index),
      MobilePhone: index % 3 === 0 ? samplePhone(56 + index / 3) : null,
      Email: `contact${index}@example.com`,
      MailingCity: at(CITIES, index),
    }),
  );
}

function seedLeads(insert: Insert): readonly string[] {
  return Array.from({ length: 14 }, (_, index) =>
    insert('Lead', {
      FirstName: at(FIRST_NAMES, index + 3),
      LastName: at(LAST_NAMES, index),
      Company: `${at(LAST_NAMES, index + 1)} ${at(['Studio', 'Garage', 'Farm'], index)}`,
      Phone: samplePhone(70 + index),
      Email: `lead${index}@example.com`,
      LeadSource: at(['Web', 'Phone Inquiry'], index),
    }),
  );
}

/** Shared numbers: a household, a switchboard with an employee and a prospect, and one number abroad. */
function seedDuplicates(insert: Insert, accounts: readonly string[]): void {
  for (const FirstName of ['Mia', 'Noah']) {
    insert('Contact', {
      FirstName,
      LastName: 'Household',
      Phone: samplePhone(90),
      AccountId: at(accounts, 0),
    });
  }
  insert('Account', { Name: 'Switchboard Services', Phone: samplePhone(91), BillingCity: 'Lakeside' });
  insert('Contact', { FirstName: 'Otto', LastName: 'Switchboard', Phone: '+1 202-555-0191' });
  insert('Lead', {
    FirstName: 'Pia',
    LastName: 'Prospect',
    Company: 'Switchboard Tenant',
    Phone: '(202) 555-0191',
  });
  insert('Contact', { FirstName: 'Una', LastName: 'Abroad', Phone: '020 7946 0123', MailingCity: 'London' });
}

/** A person account and its contact share every value. */
function seedPersonAccount(insert: Insert, dml: Dml, ownerId: string): void {
  const account = insert('Account', {
    Name: 'Vera Person',
    IsPersonAccount: true,
    Phone: samplePhone(95),
    BillingCity: 'Hillview',
  });
  const contact = insert('Contact', {
    FirstName: 'Vera',
    LastName: 'Person',
    AccountId: account,
    IsPersonAccount: true,
    Phone: samplePhone(95),
  });
  const access = { userId: ownerId, mode: 'system', isSharingEnforced: false } as const;
  dml.update(access, account, { PersonContactId: contact }, { allowReadOnly: true });
}

function seedWork(
  insert: Insert,
  contacts: readonly string[],
  leads: readonly string[],
  accounts: readonly string[],
): void {
  for (let index = 0; index < 14; index += 1) {
    insert('Case', {
      Subject: at(CASE_SUBJECTS, index),
      ContactId: at(contacts, index),
      AccountId: at(accounts, index),
      Status: at(['New', 'Working', 'Closed'], index),
      Priority: at(['Medium', 'High', 'Low'], index),
      Origin: 'Phone',
    });
  }
  const campaigns = ['Spring renewal calls', 'Customer survey'].map((Name) =>
    insert('Campaign', { Name, IsActive: true, Type: 'Telemarketing', Status: 'In Progress' }),
  );
  for (let index = 0; index < 6; index += 1) {
    insert('CampaignMember', { CampaignId: at(campaigns, index), ContactId: at(contacts, index) });
    insert('CampaignMember', { CampaignId: at(campaigns, index), LeadId: at(leads, index) });
  }
  for (let index = 0; index < 8; index += 1) {
    insert('Task', {
      Subject: at(['Send the offer', 'Ask for feedback', 'Check the delivery'], index),
      WhoId: at(contacts, index),
      ActivityDate: '2026-01-15',
    });
  }
}

/** About 100 invented records with fictional telephone numbers; the same in every org. */
export function seedSample(dml: Dml, ownerId: string): void {
  const insert: Insert = (object, fields) =>
    dml.insert({ userId: ownerId, mode: 'system', isSharingEnforced: false }, object, fields, {
      allowReadOnly: true,
    });
  const accounts = seedAccounts(insert);
  const contacts = seedContacts(insert, accounts);
  const leads = seedLeads(insert);
  seedDuplicates(insert, accounts);
  seedPersonAccount(insert, dml, ownerId);
  seedWork(insert, contacts, leads, accounts);
}
