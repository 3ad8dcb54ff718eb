import type { FieldValues } from '../../src/model/apex-contract.ts';
import { handClock, orgAt, outcomeOf } from './org-at.ts';

const lead = { LastName: 'Example', Company: 'Example Freight' };

function refusal(
  errorCode: string,
  message: string,
  field: string | null,
  fieldLabel: string | null,
): unknown {
  const entry = { errorCode, message, duplicateRecordError: null, constituentField: null, field, fieldLabel };
  return {
    ok: false,
    status: 400,
    statusText: 'Bad Request',
    body: {
      statusCode: 400,
      enhancedErrorType: 'RecordError',
      message: 'An error occurred while trying to update the record. Please try again.',
      output: {
        errors: field === null ? [entry] : [],
        fieldErrors: field === null ? {} : { [field]: [entry] },
      },
    },
  };
}

const CASES: readonly [string, string, FieldValues, unknown][] = [
  [
    'a required field is missing',
    'Lead',
    { Company: 'Example' },
    refusal('REQUIRED_FIELD_MISSING', 'Required fields are missing: [LastName]', 'LastName', 'Last Name'),
  ],
  [
    'text is longer than its field',
    'Lead',
    { ...lead, City: 'x'.repeat(41) },
    refusal(
      'STRING_TOO_LONG',
      `City: data value too large: ${'x'.repeat(41)} (max length=40)`,
      'City',
      'City',
    ),
  ],
  [
    'an e-mail address is none',
    'Lead',
    { ...lead, Email: 'nobody' },
    refusal('INVALID_EMAIL_ADDRESS', 'Email: invalid email address: nobody', 'Email', 'Email'),
  ],
  [
    'a number has too many digits',
    'Account',
    { Name: 'Example', NumberOfEmployees: 100_000_000 },
    refusal(
      'NUMBER_OUTSIDE_VALID_RANGE',
      'Number Of Employees: value outside of valid range',
      'NumberOfEmployees',
      'Number Of Employees',
    ),
  ],
  [
    'a whole number has a fraction',
    'Account',
    { Name: 'Example', NumberOfEmployees: 1.5 },
    refusal(
      'INVALID_TYPE_ON_FIELD_IN_RECORD',
      'Number Of Employees: value not of required type: NumberOfEmployees',
      'NumberOfEmployees',
      'Number Of Employees',
    ),
  ],
  [
    'a date is none',
    'Campaign',
    { Name: 'Example', StartDate: '5 January' },
    refusal(
      'INVALID_TYPE_ON_FIELD_IN_RECORD',
      'Start Date: value not of required type: StartDate',
      'StartDate',
      'Start Date',
    ),
  ],
  [
    'a checkbox is given text',
    'Lead',
    { ...lead, DoNotCall: 'yes' },
    refusal(
      'INVALID_TYPE_ON_FIELD_IN_RECORD',
      'Do Not Call: value not of required type: DoNotCall',
      'DoNotCall',
      'Do Not Call',
    ),
  ],
  [
    'a computed field is written',
    'Lead',
    { ...lead, Name: 'Other' },
    refusal(
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      'Unable to create/update fields: Name. Please check the security settings of this field and verify that it is read/write for your profile or permission set.',
      'Name',
      'Name',
    ),
  ],
  [
    'a field does not exist',
    'Lead',
    { ...lead, Nope: 'x' },
    refusal('INVALID_FIELD', "No such column 'Nope' on sobject of type Lead", null, null),
  ],
  [
    'a reference names a record that does not exist',
    'Case',
    { AccountId: '001000000000001AAA' },
    refusal('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', 'AccountId', 'Account ID'),
  ],
  [
    'the ledger is written by an agent',
    'Paceline_Interaction__c',
    { Ledger__c: '{}' },
    refusal(
      'INSUFFICIENT_ACCESS_OR_READONLY',
      'Operation failed due to fields being inaccessible on Sobject Paceline_Interaction__c: Ledger__c',
      'Ledger__c',
      'Ledger',
    ),
  ],
  [
    'a user is created by an agent',
    'User',
    { LastName: 'Example', Username: 'new@paceline.example.com' },
    refusal('INSUFFICIENT_ACCESS_OR_READONLY', "Access to entity 'User' denied", null, null),
  ],
];

describe('the simulated org refuses a create when', () => {
  it.each(CASES)('%s', async (_when, apiName, fields, expected) => {
    const org = orgAt(handClock());
    const before = org.listRecords(apiName);
    expect(await outcomeOf(org.uiCreateRecord({ apiName, fields }))).toEqual(expected);
    expect(org.listRecords(apiName)).toEqual(before);
  });

  it('a validation rule objects', async () => {
    const org = orgAt(handClock());
    org.admin.addValidationRule({
      object: 'Lead',
      field: 'Phone',
      check: (fields) => (fields['Phone'] === null ? 'A lead needs a number.' : null),
    });
    expect(await outcomeOf(org.uiCreateRecord({ apiName: 'Lead', fields: lead }))).toEqual(
      refusal('FIELD_CUSTOM_VALIDATION_EXCEPTION', 'A lead needs a number.', 'Phone', 'Phone'),
    );
  });

  it('a duplicate rule matches', async () => {
    const org = orgAt(handClock());
    org.admin.addDuplicateRule({ object: 'Lead', field: 'Company' });
    await org.uiCreateRecord({ apiName: 'Lead', fields: lead });
    expect(await outcomeOf(org.uiCreateRecord({ apiName: 'Lead', fields: lead }))).toEqual(
      refusal('DUPLICATES_DETECTED', 'Use one of these records?', null, null),
    );
  });

  it('a unique value is taken', async () => {
    const org = orgAt(handClock());
    const key = { Interaction_Key__c: 'one' };
    const first = org.admin.insert('Paceline_Interaction__c', key);
    const expected = {
      ok: false,
      status: 400,
      statusText: 'Bad Request',
      body: {
        statusCode: 'DUPLICATE_VALUE',
        message: `duplicate value found: Interaction_Key__c duplicates value on record with id: ${first}`,
        fields: ['Interaction_Key__c'],
      },
    };
    const again = Promise.resolve().then(() => org.admin.insert('Paceline_Interaction__c', key));
    expect(await outcomeOf(again)).toEqual(expected);
  });

  it('a person is a campaign member already, or nobody is named', async () => {
    const org = orgAt(handClock());
    const CampaignId = org.admin.insert('Campaign', { Name: 'Calls' });
    const LeadId = org.admin.insert('Lead', lead);
    await org.uiCreateRecord({ apiName: 'CampaignMember', fields: { CampaignId, LeadId } });
    expect([
      await outcomeOf(org.uiCreateRecord({ apiName: 'CampaignMember', fields: { CampaignId, LeadId } })),
      await outcomeOf(org.uiCreateRecord({ apiName: 'CampaignMember', fields: { LeadId } })),
    ]).toEqual([
      refusal('DUPLICATE_VALUE', 'Already a campaign member.', null, null),
      refusal(
        'REQUIRED_FIELD_MISSING',
        'Required fields are missing: [CampaignId]',
        'CampaignId',
        'Campaign ID',
      ),
    ]);
  });
});
