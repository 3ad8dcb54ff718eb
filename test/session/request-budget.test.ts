import path from 'node:path';
import type { ConfigurationResponse } from '../../src/model/apex-contract.ts';
import { createOrg } from '../../workbench/org/create-org.ts';
import { createFakeIds } from '../support/fake-ports.ts';
import type { ContactObservation } from '../../src/model/observation.ts';
import { INBOUND_STAGES, inboundContact } from '../support/inbound-call.ts';
import { createOrgRunner } from '../support/org-runner.ts';
import { createLab } from '../support/softphone-lab.ts';

const { ringing, talking, held, ended } = INBOUND_STAGES;
const STAGES = [ringing, talking, held, talking, ended];

const SEARCH = 'PacelineLookupController.search';
const APPLY = 'PacelineInteractionController.apply';

/** A progressive call: the agent consults, the consultant answers, all three talk, the agent hangs up. */
function progressiveCall(
  state: string,
  customer: string,
  agent: string,
  consultant?: string,
): ContactObservation {
  const contact = inboundContact('c-1', state, customer, agent);
  const third = {
    legId: 'c-1-third',
    type: 'outbound',
    state: consultant ?? '',
    stateAt: null,
    initial: false,
    phoneNumber: '+12025550160',
    quickConnectName: null,
  };
  return {
    ...contact,
    attributes: { cti_pacing: 'progressive' },
    connections: [...(contact.connections ?? []), ...(consultant === undefined ? [] : [third])],
  };
}

const CONSULTING: readonly (readonly ContactObservation[])[] = [
  [progressiveCall('connecting', 'connected', 'connecting')],
  [progressiveCall('connected', 'connected', 'connected')],
  [progressiveCall('connected', 'hold', 'connected', 'connecting')],
  [progressiveCall('connected', 'hold', 'connected', 'connected')],
  [progressiveCall('connected', 'connected', 'connected', 'connected')],
  [progressiveCall('ended', 'disconnected', 'disconnected', 'disconnected')],
  [],
];
const PLAIN = [...STAGES.map((stage) => [stage('c-1')]), []];

test.each([
  ['an inbound call', 'Workbench', PLAIN, [SEARCH, APPLY, APPLY]],
  ['an inbound call', 'Workbench_Literal', PLAIN, [APPLY, APPLY]],
  ['a progressive call with a consult', 'Workbench', CONSULTING, [SEARCH, APPLY, SEARCH, APPLY, APPLY]],
  [
    'a progressive call with a consult',
    'Workbench_Literal',
    CONSULTING,
    [SEARCH, APPLY, SEARCH, APPLY, APPLY],
  ],
] as const)(
  '%s needs at most three requests, and two for each consult, under the ruleset of the setting %s',
  async (_call, settingName, stages, methods) => {
    const lab = createLab();
    const org = createOrg({
      packageDir: path.resolve('force-app'),
      settingsDirs: [path.resolve('workbench/org/settings')],
      clock: lab.clock,
      ids: createFakeIds('org'),
      seed: 'empty',
    });
    lab.org.runnerOf = () => createOrgRunner(org);
    const load = org.handleApex('PacelineConfigurationController', 'load', { settingName });
    const tab = await lab.open((await load) as ConfigurationResponse);
    expect(tab.softphone.view().problems).toEqual([]);

    for (const contacts of stages) {
      tab.see(...contacts);
      await lab.clock.advance(5_000);
    }

    const requests = org.requests().map(({ method }) => method);
    expect(requests).toEqual(['PacelineConfigurationController.load', ...methods]);
    expect(org.listRecords('Task').length).toBe(1);
    expect(org.listRecords('Paceline_Interaction__c').length).toBe(1);
  },
);
