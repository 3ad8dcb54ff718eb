import path from 'node:path';
import type { ConfigurationResponse, RuleRecord } from '../../src/model/apex-contract.ts';
import { createOrg } from '../../workbench/org/create-org.ts';
import { createFakeIds } from '../support/fake-ports.ts';
import type { ContactObservation } from '../../src/model/observation.ts';
import { CALLER, INBOUND_STAGES, inboundContact } from '../support/inbound-call.ts';
import { createOrgRunner } from '../support/org-runner.ts';
import { createLab, ruleRecord } from '../support/softphone-lab.ts';

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
const PROGRESSIVE = CONSULTING.filter((contacts) => contacts[0]?.connections?.length !== 3);
const PLAIN = [...STAGES.map((stage) => [stage('c-1')]), []];

const MISSED = [[ringing('c-1')], []];

interface Played {
  readonly requests: readonly string[];
  readonly statuses: readonly string[];
  readonly counts: Readonly<Record<'Task' | 'Paceline_Interaction__c' | 'Case', number>>;
}

/** Plays a call under the rules of a setting; `callers` records carry the customer's number. */
async function playCall(
  settingName: string,
  stages: readonly (readonly ContactObservation[])[],
  callers: number,
  more: readonly RuleRecord[] = [],
): Promise<Played> {
  const lab = createLab();
  const org = createOrg({
    packageDir: path.resolve('force-app'),
    settingsDirs: [path.resolve('workbench/org/settings')],
    clock: lab.clock,
    ids: createFakeIds('org'),
    seed: 'empty',
  });
  for (let number = 1; number <= callers; number += 1) {
    org.admin.insert('Contact', { LastName: `Caller ${number}`, Phone: CALLER });
  }
  lab.org.runnerOf = () => createOrgRunner(org);
  const loaded = await org.handleApex('PacelineConfigurationController', 'load', { settingName });
  const config = loaded as ConfigurationResponse;
  const tab = await lab.open({ ...config, rules: [...config.rules, ...more] });
  expect(tab.softphone.view().problems).toEqual([]);

  for (const contacts of stages) {
    tab.see(...contacts);
    await lab.clock.advance(5_000);
  }
  await lab.clock.advance(3_600_000);

  const [first, ...requests] = org.requests();
  expect(first?.method).toBe('PacelineConfigurationController.load');
  expect(org.requests().filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
  const count = (object: string): number => org.listRecords(object).length;
  return {
    requests: requests.map(({ method }) => method),
    statuses: tab.softphone.view().cards[0]?.actions.map(({ label, status }) => `${label}: ${status}`) ?? [],
    counts: {
      Task: count('Task'),
      Paceline_Interaction__c: count('Paceline_Interaction__c'),
      Case: count('Case'),
    },
  };
}

const ONE_OF_EACH = { Task: 1, Paceline_Interaction__c: 1, Case: 0 };
const POP = 'Find the caller: done';
const START = 'Start the call record: done';
const LOG = 'Write the call log: done';

test.each([
  ['an inbound call', 'Workbench', PLAIN, [SEARCH, APPLY, APPLY], [POP, START, LOG]],
  ['an inbound call', 'Workbench_Literal', PLAIN, [APPLY, APPLY], [START, LOG]],
  ['a missed call', 'Workbench', MISSED, [SEARCH, APPLY], [POP, LOG]],
  [
    'a progressive call with a consult',
    'Workbench',
    CONSULTING,
    [SEARCH, APPLY, SEARCH, APPLY, APPLY],
    [POP, START, POP, START, LOG],
  ],
  [
    'a progressive call with a consult',
    'Workbench_Literal',
    CONSULTING,
    [SEARCH, APPLY, SEARCH, APPLY, APPLY],
    [POP, START, POP, START, LOG],
  ],
  ['a progressive call', 'Workbench_Per_Call', PROGRESSIVE, [SEARCH, APPLY, APPLY], [POP, START, LOG]],
] as const)(
  '%s needs at most three requests, and two for each consult, under the ruleset of the setting %s, with no caller known or one',
  async (_what, settingName, stages, methods, statuses) => {
    for (const callers of [0, 1]) {
      expect(await playCall(settingName, stages, callers)).toEqual({
        requests: methods,
        statuses,
        counts: ONE_OF_EACH,
      });
    }
  },
);

test('a rule that asks for more costs more', async () => {
  const more = ruleRecord('case', { events: ['connected'], legs: ['primary'] }, [
    { type: 'create-record', id: 'case', object: 'Case' },
  ]);
  const late = ruleRecord('late', { events: ['acw'] }, [
    { type: 'create-record', id: 'late', object: 'Case' },
  ]);
  const { requests, counts } = await playCall('Workbench', PLAIN, 1, [more, late]);
  expect(requests).toEqual([SEARCH, APPLY, APPLY, APPLY]);
  expect(counts).toEqual({ ...ONE_OF_EACH, Case: 2 });
});
