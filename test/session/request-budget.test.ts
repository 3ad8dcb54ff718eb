import path from 'node:path';
import type { ConfigurationResponse } from '../../src/model/apex-contract.ts';
import { createOrg } from '../../workbench/org/create-org.ts';
import { createFakeIds } from '../support/fake-ports.ts';
import { INBOUND_STAGES } from '../support/inbound-call.ts';
import { createOrgRunner } from '../support/org-runner.ts';
import { createLab } from '../support/softphone-lab.ts';

const { ringing, talking, held, ended } = INBOUND_STAGES;
const STAGES = [ringing, talking, held, talking, ended];

const SEARCH = 'PacelineLookupController.search';
const APPLY = 'PacelineInteractionController.apply';

test.each([
  ['Workbench', [SEARCH, APPLY, APPLY]],
  ['Workbench_Literal', [APPLY, APPLY]],
])(
  'an inbound call needs at most three requests under the ruleset of the setting %s',
  async (settingName, methods) => {
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

    for (const contacts of [...STAGES.map((stage) => [stage('c-1')]), []]) {
      tab.see(...contacts);
      await lab.clock.advance(5_000);
    }

    const requests = org.requests().map(({ method }) => method);
    expect(requests).toEqual(['PacelineConfigurationController.load', ...methods]);
    expect(org.listRecords('Task').length).toBe(1);
  },
);
