import type { FieldValues, OperationResult } from '../../src/model/apex-contract.ts';
import { handClock, orgAt } from './org-at.ts';

/** What comes of one created record: the fields as stored, or the status code of the refusal. */
async function create(object: string, fields: FieldValues): Promise<unknown> {
  const org = orgAt(handClock());
  const operation = {
    kind: 'create-record',
    key: 'k',
    object,
    recordType: null,
    duplicates: 'allow',
    fields,
  };
  const answer = (await org.handleApex('PacelineInteractionController', 'apply', {
    requestJson: JSON.stringify({ callKey: 'call', operations: [operation] }),
  })) as { results: readonly OperationResult[] };
  const [result] = answer.results;
  if (result?.status === 'failed') return result.error.statusCode;
  const [record] = org.listRecords(object);
  return Object.fromEntries(Object.keys(fields).map((name) => [name, record?.[name]]));
}

const LEAD = { LastName: 'Sample', Company: 'Example' };

describe('values that the server makes fit', () => {
  it('never cuts an e-mail address or a value of a picklist: it would be another one', async () => {
    expect(await create('Lead', { ...LEAD, Email: `${'x'.repeat(80)}@example.com` })).toBe('STRING_TOO_LONG');
    expect(await create('Lead', { ...LEAD, LeadSource: 'x'.repeat(256) })).toBe('STRING_TOO_LONG');
  });

  it('stores times as the moment that they mean, in whatever zone they are written', async () => {
    const fields = { Started_At__c: '2026-01-31T10:00:00+01:00', Ended_At__c: '2026-01-31T09:00:05.5Z' };
    const org = orgAt(handClock());
    const operations = [{ kind: 'save-interaction', key: 's', fields }];
    const requestJson = JSON.stringify({ callKey: 'call', operations });
    await org.handleApex('PacelineInteractionController', 'apply', { requestJson });
    const [row] = org.listRecords('Paceline_Interaction__c');
    expect([row?.['Started_At__c'], row?.['Ended_At__c']]).toEqual([
      '2026-01-31T09:00:00.000Z',
      '2026-01-31T09:00:05.500Z',
    ]);
  });

  it('takes no name of the language itself for true or false', async () => {
    expect(await create('Lead', { ...LEAD, DoNotCall: 'constructor' })).toBe(
      'INVALID_TYPE_ON_FIELD_IN_RECORD',
    );
  });
});
