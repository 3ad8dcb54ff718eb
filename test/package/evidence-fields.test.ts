import { readFileSync, readdirSync } from 'node:fs';

const CLASS = 'force-app/main/actions/classes/PacelineEvidence.cls';
const FIELDS = 'force-app/main/actions/objects/Paceline_Interaction__c/fields';
/** What an agent may edit; written as the running user. */
const ENTERED = ['Account__c', 'Case__c', 'Contact__c', 'Disposition__c', 'Lead__c', 'Notes__c'];

function namesIn(constant: string): string[] {
  const list = new RegExp(`${constant} = new Set<String>\\{([^}]*)\\}`).exec(readFileSync(CLASS, 'utf8'));
  return [...(list?.[1] ?? '').matchAll(/'(\w+__c)'/g)].map(([, name]) => String(name)).sort();
}

test('each field of an interaction is evidence, written by the server alone, or entered by the agent', () => {
  const fields = readdirSync(FIELDS).map((file) => file.replace('.field-meta.xml', '').toLowerCase());
  const entered = ENTERED.map((name) => name.toLowerCase());
  expect([...namesIn('EVIDENCE'), ...namesIn('SERVER_FIELDS'), ...entered].sort()).toEqual(fields.sort());
});
