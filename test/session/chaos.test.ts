import path from 'node:path';
import type { ConfigurationResponse } from '../../src/model/apex-contract.ts';
import type { ContactObservation } from '../../src/model/observation.ts';
import { createOrg } from '../../workbench/org/create-org.ts';
import { textOf } from '../../workbench/org/org-record.ts';
import type { SimulatedOrg } from '../../workbench/org/simulated-org.ts';
import { createFakeIds } from '../support/fake-ports.ts';
import { INBOUND_STAGES } from '../support/inbound-call.ts';
import { createOrgRunner } from '../support/org-runner.ts';
import { createLab } from '../support/softphone-lab.ts';
import type { Lab, LabTab } from '../support/softphone-lab.ts';

const CALLS = Number(process.env['PACELINE_CHAOS_CALLS'] ?? 60);
const SEED = Number(process.env['PACELINE_SEED'] ?? 20260302);

/** A small generator whose whole state is its seed, so that a run can be repeated. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

const STAGES = [
  INBOUND_STAGES.ringing,
  INBOUND_STAGES.talking,
  INBOUND_STAGES.held,
  INBOUND_STAGES.talking,
  INBOUND_STAGES.ended,
];
const FAULT_RATES = {
  latency: 0.3,
  'lost-request': 0.05,
  'lost-response': 0.05,
  '5xx': 0.05,
  'row-lock': 0.05,
  duplicate: 0.05,
  'expired-login': 0.03,
  'batch-failure': 0.05,
};

interface Chaos {
  readonly lab: Lab;
  readonly org: SimulatedOrg;
  /** Ids of contacts that some tab was seen to act on while connected. */
  readonly taken: Set<string>;
  /** Every page that was opened. */
  opened: number;
  run(calls: number): Promise<void>;
}

async function createChaos(seed: number): Promise<Chaos> {
  const random = createRandom(seed);
  const lab = createLab();
  const org = createOrg({
    packageDir: path.resolve('force-app'),
    settingsDirs: [path.resolve('workbench/org/settings')],
    clock: lab.clock,
    ids: createFakeIds('org'),
  });
  const params = { settingName: 'Workbench' };
  const config = (await org.handleApex(
    'PacelineConfigurationController',
    'load',
    params,
  )) as ConfigurationResponse;
  const numbers = org
    .listRecords('Contact')
    .flatMap((contact) => (textOf(contact, 'Phone') === '' ? [] : [textOf(contact, 'Phone')]));
  lab.org.runnerOf = () => createOrgRunner(org, () => (chaos.opened += 1));
  org.faults.random({ seed, rates: FAULT_RATES, maxLatencyMs: 5_000 });

  let tabs: readonly LabTab[] = [];
  let contacts: readonly ContactObservation[] = [];
  const chance = (rate: number): boolean => random() < rate;
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];

  async function openTab(): Promise<void> {
    const tab = await lab.open(config);
    tab.softphone.subscribeEvents((event, call) => {
      if (event.event === 'connected') chaos.taken.add(call.callId);
    });
    tabs = [...tabs, tab];
    tab.see(...contacts);
  }
  function closeTab(): void {
    const tab = pick(tabs);
    if (tab === undefined) return;
    tabs = tabs.filter((other) => other !== tab);
    if (chance(0.5)) tab.softphone.stop();
    else tab.crash();
  }
  function answerQuestion(): void {
    const tab = pick(tabs);
    const actions = tab?.softphone.view().cards.flatMap((card) => card.actions) ?? [];
    const waiting = actions.find(({ status }) => status === 'waiting');
    if (tab === undefined || waiting === undefined) return;
    const recordId = pick(waiting.matches)?.recordId ?? null;
    tab.softphone.command({ kind: 'choose-match', key: waiting.key, recordId });
  }

  /** Something happens to the pages, the network or the agent. */
  async function disturb(): Promise<void> {
    if (chance(0.15)) closeTab();
    if (chance(0.1)) await openTab();
    if (chance(0.05)) org.faults.offline(true);
    if (chance(0.5)) org.faults.offline(false);
    if (chance(0.3)) answerQuestion();
    if (chance(0.3)) pick(tabs)?.softphone.focused();
    if (chance(0.2)) pick(tabs)?.softphone.typed();
    if (tabs.length === 0 && chance(0.5)) await openTab();
  }

  async function playCall(id: string): Promise<void> {
    const caller = pick(numbers);
    const rest = contacts;
    for (const stage of [...STAGES, null]) {
      contacts = stage === null ? rest : [...rest, stage(id, caller)];
      for (const tab of tabs) tab.see(...contacts);
      if (chance(0.05)) closeTab();
      await lab.clock.advance(Math.floor(random() * 8_000));
      await disturb();
    }
  }

  const chaos: Chaos = {
    lab,
    org,
    taken: new Set(),
    opened: 0,
    async run(calls) {
      await openTab();
      for (let call = 1; call <= calls; call += 1) await playCall(`c-${call}`);
      org.faults.clear();
      if (tabs.length === 0) await openTab();
      for (const tab of tabs) tab.see();
      await lab.clock.advance(2 * 3_600_000);
    },
  };
  return chaos;
}

test(`after ${CALLS} calls with every kind of trouble nothing is lost and nothing doubled (seed ${SEED})`, async () => {
  const chaos = await createChaos(SEED);
  await chaos.run(CALLS);

  const interactions = chaos.org.listRecords('Paceline_Interaction__c');
  const tasks = chaos.org.listRecords('Task').filter((task) => textOf(task, 'Paceline_Key__c') !== '');
  const written = interactions.map((row) => textOf(row, 'Contact_Id__c'));
  const lost = [...chaos.taken].filter((callId) => !written.includes(callId));
  const doubled = written.filter((callId, index) => written.indexOf(callId) !== index);
  const open = interactions.filter((row) => textOf(row, 'Log_State__c') !== 'closed');
  const taskIds = tasks.map(({ Id }) => Id).sort();
  const linkedIds = interactions.map((row) => textOf(row, 'Task_Id__c')).sort();

  expect({ lost, doubled, open: open.map((row) => textOf(row, 'Contact_Id__c')) }).toEqual({
    lost: [],
    doubled: [],
    open: [],
  });
  expect(linkedIds).toEqual(taskIds);
  expect(chaos.taken.size).toBeGreaterThan(CALLS / 2);
}, 600_000);
