import path from 'node:path';
import type { ActionRunner } from '../../src/model/action-runner.ts';
import type { ConfigurationResponse } from '../../src/model/apex-contract.ts';
import type { ContactObservation } from '../../src/model/observation.ts';
import { createOrg } from '../../workbench/org/create-org.ts';
import { textOf } from '../../workbench/org/org-record.ts';
import type { SimulatedOrg } from '../../workbench/org/simulated-org.ts';
import { repeated, seededRandom } from './chaos-tools.ts';
import { createFakeOrg } from './fake-runner.ts';
import { createFakeIds } from './fake-ports.ts';
import { INBOUND_STAGES } from './inbound-call.ts';
import { createOrgRunner } from './org-runner.ts';
import { createLab, ruleRecord } from './softphone-lab.ts';
import type { LabTab } from './softphone-lab.ts';

/** What keeps calls from being lost or doubled; each can be taken away, to see that it is needed. */
export interface Safeguards {
  /** The server remembers the keys of what it did. */
  readonly ledger: boolean;
  /** The browser remembers what is not done yet. */
  readonly outbox: boolean;
  /** One tab leads. */
  readonly lock: boolean;
}

/** Contact ids, each with what is wrong about it. */
export interface ChaosReport {
  readonly calls: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
}

const { ringing, talking, held, ended } = INBOUND_STAGES;
const STAGES = [ringing, talking, held, talking, ended];
const FAULT_RATES = {
  latency: 0.3,
  'lost-request': 0.05,
  'lost-response': 0.08,
  '5xx': 0.05,
  'row-lock': 0.05,
  duplicate: 0.05,
  'expired-login': 0.03,
  'batch-failure': 0.05,
};
const GUEST_ID = '005000000000009AAA';
const CASE_RULE = ruleRecord('case', { events: ['connected'], legs: ['primary'] }, [
  { type: 'create-record', id: 'case', object: 'Case', fields: { Subject: '{!call.contactId}' } },
]);

function withoutLedger(runner: ActionRunner, ids: { next(): string }): ActionRunner {
  return {
    ...runner,
    async apply(request) {
      const suffix = `#${ids.next()}`;
      const operations = request.operations.map((operation) => ({
        ...operation,
        key: operation.key + suffix,
      }));
      const result = await runner.apply({ ...request, operations });
      if (!result.ok) return result;
      const results = result.value.results.map((one) => ({ ...one, key: one.key.replace(suffix, '') }));
      return { ok: true, value: { ...result.value, results } };
    },
  };
}

/** Plays calls with every kind of trouble at random moments, then lets everything come to an end. */
export async function runChaos(calls: number, seed: number, safeguards: Safeguards): Promise<ChaosReport> {
  const random = seededRandom(seed);
  const chance = (rate: number): boolean => random() < rate;
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const lab = createLab(safeguards.lock ? {} : { lock: false });
  const ids = createFakeIds('org');
  const org: SimulatedOrg = createOrg({
    packageDir: path.resolve('force-app'),
    settingsDirs: [path.resolve('workbench/org/settings')],
    clock: lab.clock,
    ids,
    seed: 'empty',
  });
  const loaded = (await org.handleApex('PacelineConfigurationController', 'load', {
    settingName: 'Workbench',
  })) as ConfigurationResponse;
  const config = { ...loaded, rules: [...loaded.rules, CASE_RULE] };
  const opened: string[] = [];
  const guestConfig = { ...config, org: { ...config.org, userId: GUEST_ID } };
  const guestOrg = createFakeOrg();
  let isGuest = false;
  lab.org.runnerOf = (tab) => {
    if (isGuest) return guestOrg.runnerOf(tab);
    const runner = createOrgRunner(org, ({ target }) => {
      if (target.kind === 'record') opened.push(target.recordId);
    });
    return safeguards.ledger ? runner : withoutLedger(runner, ids);
  };
  org.faults.random({ seed, rates: FAULT_RATES, maxLatencyMs: 5_000 });

  const taken = new Set<string>();
  let tabs: readonly LabTab[] = [];
  let contacts: readonly ContactObservation[] = [];

  async function openTab(): Promise<void> {
    if (!safeguards.outbox) lab.browser.items.clear();
    const tab = await lab.open(config);
    tab.softphone.subscribeEvents((event, call) => {
      if (event.event === 'connected') taken.add(call.callId);
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

  /** Another user works at this desk for one call, whatever the first one left unfinished. */
  async function lendDesk(number: number): Promise<void> {
    while (tabs.length > 0) closeTab();
    isGuest = true;
    const tab = await lab.open(guestConfig);
    isGuest = false;
    for (const stage of [ringing, talking, ended]) {
      tab.see(stage(`guest-${number}`));
      await lab.clock.advance(Math.floor(random() * 4_000));
    }
    if (chance(0.5)) tab.see();
    tab.crash();
    await openTab();
  }

  function answerQuestion(): void {
    const tab = pick(tabs);
    const actions = tab?.softphone.view().cards.flatMap((card) => card.actions) ?? [];
    const waiting = actions.find(({ status }) => status === 'waiting');
    if (tab === undefined || waiting === undefined) return;
    const recordId = pick(waiting.matches)?.recordId ?? null;
    tab.softphone.command({ kind: 'choose-match', key: waiting.key, recordId });
  }

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

  async function playCall(number: number): Promise<void> {
    const caller = `+1${201 + (Math.floor(number / 100) % 700)}55501${String(number % 100).padStart(2, '0')}`;
    const people = chance(0.3) ? 2 : 1;
    for (let person = 1; person <= people; person += 1) {
      org.admin.insert('Contact', { LastName: `Caller ${number} ${person}`, Phone: caller });
    }
    const others = contacts;
    for (const stage of [...STAGES, null]) {
      contacts = stage === null ? others : [...others, stage(`c-${number}`, caller)];
      for (const tab of tabs) tab.see(...contacts);
      if (chance(0.05)) closeTab();
      await lab.clock.advance(Math.floor(random() * 8_000));
      await disturb();
    }
  }

  await openTab();
  for (let number = 1; number <= calls; number += 1) {
    await playCall(number);
    if (chance(0.04)) await lendDesk(number);
  }
  org.faults.clear();
  if (tabs.length === 0) await openTab();
  for (const tab of tabs) tab.see();
  await lab.clock.advance(2 * 3_600_000);

  const interactions = org.listRecords('Paceline_Interaction__c');
  const written = interactions.map((row) => textOf(row, 'Contact_Id__c'));
  const logged = org.listRecords('Task').map((row) => textOf(row, 'CallObject'));
  const cases = org.listRecords('Case').map((row) => textOf(row, 'Subject'));
  const unclosed = interactions
    .filter((row) => textOf(row, 'Log_State__c') !== 'closed')
    .map((row) => textOf(row, 'Contact_Id__c'));
  const missing = [...taken].filter((id) => [written, logged, cases].some((found) => !found.includes(id)));
  const guests = [...guestOrg.interactions.keys()];
  const mixedUp = [
    ...guests.filter((callKey) => !callKey.includes('|guest-')),
    ...written.filter((id) => id.startsWith('guest-')),
  ];
  return {
    calls: taken.size,
    lost: [...new Set([...missing, ...unclosed])],
    doubled: [...new Set([written, logged, cases, opened].flatMap(repeated)), ...mixedUp],
  };
}
