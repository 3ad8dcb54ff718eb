import path from 'node:path';
import type { OpenRequest } from '../../src/model/action-runner.ts';
import type { ConfigurationResponse } from '../../src/model/apex-contract.ts';
import { createCcpEngine } from '../../src/simulator/index.ts';
import { observeAgent } from '../../src/streams/observe-agent.ts';
import { createOrg } from '../../workbench/org/create-org.ts';
import { connectInNode } from '../support/ccp-streams.ts';
import { createFakeIds } from '../support/fake-ports.ts';
import { createOrgRunner } from '../support/org-runner.ts';
import { createLab } from '../support/softphone-lab.ts';

/** A call from this number is taken and ended: simulated CCP, real Streams, the whole core, simulated org. */
async function takeCallFrom(number: string) {
  const lab = createLab();
  const org = createOrg({
    packageDir: path.resolve('force-app'),
    settingsDirs: [path.resolve('workbench/org/settings')],
    clock: lab.clock,
    ids: createFakeIds('org'),
    seed: 'empty',
  });
  const contactId = org.admin.insert('Contact', { LastName: 'Sample', Phone: '(202) 555-0143' });
  const opened: OpenRequest[] = [];
  lab.org.runnerOf = () => createOrgRunner(org, (request) => opened.push(request));
  const load = org.handleApex('PacelineConfigurationController', 'load', { settingName: 'Workbench' });
  const { softphone } = await lab.open((await load) as ConfigurationResponse);
  const engine = createCcpEngine({ clock: lab.clock, ids: createFakeIds('ccp') });
  const ccp = connectInNode(engine, lab.clock);
  const steps = [
    () => engine.world.offerInbound({ contactId: 'c-1', number }),
    () => engine.agent.accept(),
    () => engine.agent.hangUp(),
    () => engine.agent.clear(),
  ];
  for (const step of steps) {
    step();
    softphone.observe(
      observeAgent(ccp.agent(), lab.clock.now(), null, ({ error }) => {
        throw error;
      }),
    );
    await lab.clock.advance(5_000);
  }
  return { contactId, org, targets: opened.map(({ target }) => target) };
}

test('a caller whose number comes as a SIP address is found, and logged with the number', async () => {
  const { contactId, org, targets } = await takeCallFrom('sip:+12025550143@lily-outbound');

  expect(targets).toEqual([{ kind: 'record', recordId: contactId, objectApiName: 'Contact' }]);
  const [interaction] = org.listRecords('Paceline_Interaction__c');
  expect(interaction?.['Customer_Number__c']).toBe('+12025550143');
  expect(interaction?.['Contact__c']).toBe(contactId);
  expect(org.listRecords('Task').map((task) => task['WhoId'])).toEqual([contactId]);
});

test('a withheld number is not searched for; the interaction keeps what was received', async () => {
  const { org, targets } = await takeCallFrom('anonymous');

  expect(targets).toEqual([]);
  expect(org.listRecords('Paceline_Interaction__c').map((row) => row['Customer_Number__c'])).toEqual([
    'anonymous',
  ]);
  expect(org.listRecords('Task').map((task) => task['Subject'])).toEqual(['Call from unknown number']);
});
