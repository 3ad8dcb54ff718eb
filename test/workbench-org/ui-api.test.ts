import { handClock, orgAt, outcomeOf } from './org-at.ts';

const AT = '2026-01-05T12:00:00.000Z';

function badRequest(errorCode: string, message: string): unknown {
  return { ok: false, status: 400, statusText: 'Bad Request', body: { statusCode: 400, errorCode, message } };
}

describe('the User Interface API of the simulated org', () => {
  it('answers the fields asked for, across a relationship too', async () => {
    const org = orgAt(handClock());
    const account = org.admin.insert('Account', { Name: 'Example Freight', NumberOfEmployees: 7 });
    const contact = org.admin.insert('Contact', {
      FirstName: 'Ada',
      LastName: 'Example',
      AccountId: account,
    });
    expect(
      await org.uiGetRecord(contact, [
        'Contact.Name',
        'Contact.LeadSource',
        'Contact.Account.NumberOfEmployees',
      ]),
    ).toEqual({
      id: contact,
      apiName: 'Contact',
      lastModifiedDate: AT,
      fields: {
        Name: { value: 'Ada Example', displayValue: null },
        LeadSource: { value: null, displayValue: null },
        Account: {
          displayValue: 'Example Freight',
          value: {
            id: account,
            apiName: 'Account',
            lastModifiedDate: AT,
            fields: { NumberOfEmployees: { value: 7, displayValue: '7' } },
          },
        },
      },
    });
  });

  it('refuses Task, unknown objects, fields and ids, and records that are gone', async () => {
    const org = orgAt(handClock());
    const task = org.admin.insert('Task', { Subject: 'Call' });
    const contact = org.admin.insert('Contact', { LastName: 'Example' });
    expect([
      await outcomeOf(org.uiCreateRecord({ apiName: 'Task', fields: {} })),
      await outcomeOf(org.uiGetRecord(task, ['Task.Subject'])),
      await outcomeOf(org.uiCreateRecord({ apiName: 'Nope', fields: {} })),
      await outcomeOf(org.uiGetRecord(contact, ['Contact.Nope'])),
      await outcomeOf(org.uiGetRecord(contact, ['Lead.Name'])),
      await outcomeOf(org.uiGetRecord('nonsense', [])),
      await outcomeOf(org.uiGetRecord('003000000000001AAA', [])),
    ]).toEqual([
      badRequest('NOT_SUPPORTED', 'Object Task is not supported in UI API'),
      badRequest('NOT_SUPPORTED', 'Object Task is not supported in UI API'),
      badRequest('INVALID_TYPE', "sObject type 'Nope' is not supported."),
      badRequest('INVALID_FIELD', "No such column 'Nope' on entity 'Contact'"),
      badRequest('INVALID_FIELD', 'Lead.Name is not a field of Contact'),
      badRequest('MALFORMED_ID', 'Malformed ID nonsense'),
      {
        ok: false,
        status: 404,
        statusText: 'Not Found',
        body: { statusCode: 404, errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' },
      },
    ]);
  });

  it('updates what an agent edits on the own interaction and hides it from another agent', async () => {
    const org = orgAt(handClock());
    const Id = org.admin.insert('Paceline_Interaction__c', { Interaction_Key__c: 'one' });
    const answer = await org.uiUpdateRecord({ fields: { Id, Disposition__c: ' Sold ' } });
    const other = org.asUser(org.listRecords('User')[1]?.Id ?? '');
    expect([
      answer.fields['Disposition__c'],
      'Ledger__c' in answer.fields,
      await outcomeOf(other.uiGetRecord(Id, ['Paceline_Interaction__c.Name'])),
    ]).toEqual([
      { value: 'Sold', displayValue: 'Sold' },
      false,
      {
        ok: false,
        status: 404,
        statusText: 'Not Found',
        body: { statusCode: 404, errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' },
      },
    ]);
  });
});
