import { emptyOrg } from './run-scenario.ts';

const CALL_KEY = 'agent-1|contact-1|1';

test('the ledger stores the keys of operations without the call key, which the row has anyway', async () => {
  const org = emptyOrg();
  const operations = [
    { kind: 'save-interaction', key: `${CALL_KEY}|leg-1|record|record|connected`, fields: {} },
    { kind: 'save-interaction', key: 'edit-1', fields: {} },
    { kind: 'save-interaction', key: `${CALL_KEY}|leg-1|log|log|dropped`, fields: { Task_Id__c: null } },
  ];
  const requestJson = JSON.stringify({ callKey: CALL_KEY, operations });
  await org.handleApex('PacelineInteractionController', 'apply', { requestJson });

  const [row] = org.listRecords('Paceline_Interaction__c');

  const { done, failed } = JSON.parse(String(row?.['Ledger__c'])) as Record<string, unknown>;
  expect({ done, failed }).toEqual({
    done: { 'leg-1|record|record|connected': row?.Id, 'edit-1': row?.Id },
    failed: ['leg-1|log|log|dropped'],
  });
});
