import { createPlayedCall } from './chaos-call.ts';
import type { PlayedCall, Stage } from './chaos-call.ts';
import { createChaosOrg } from './chaos-org.ts';
import { reportChaos } from './chaos-report.ts';
import type { ChaosReport, KnownCaller, ToldCall } from './chaos-report.ts';
import { seededRandom } from './chaos-tools.ts';
import { createFakeOrg } from './fake-runner.ts';
import { INBOUND_STAGES, agentObservation } from './inbound-call.ts';
import { createLab } from './softphone-lab.ts';
import type { Lab, LabTab } from './softphone-lab.ts';

/** What keeps calls from being lost or doubled; each can be taken away, to see that it is needed. */
export interface Safeguards {
  /** The server remembers the keys of what it did. */
  readonly ledger: boolean;
  /** The browser remembers what is not done yet. */
  readonly outbox: boolean;
  /** One tab leads. */
  readonly lock: boolean;
}

/** One browser of the agent: storage, lock and tabs of its own. */
interface Place {
  readonly name: string;
  readonly lab: Lab;
  tabs: readonly LabTab[];
}

const ROUTES: readonly (readonly Stage[])[] = [
  ['ringing', 'talking', 'ended'],
  ['ringing', 'talking', 'held', 'talking', 'ended'],
  ['ringing', 'talking', 'held', 'talking', 'ended'],
  ['ringing', 'talking', 'held', 'talking', 'held', 'ended'],
];
const MISSED: readonly Stage[] = ['ringing'];
const GUEST_ID = '005000000000009AAA';
const GUEST_STAGES = [INBOUND_STAGES.ringing, INBOUND_STAGES.talking, INBOUND_STAGES.ended];
const LONGEST_STEP_MS = 8_000;
/** The softphone waits 45 seconds for the answer to a write. */
const SLEEP_MS = 46_000;
const LONGEST_SLEEP_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Plays calls with every kind of trouble at random moments, then lets everything come to an end. */
export async function runChaos(count: number, seed: number, safeguards: Safeguards): Promise<ChaosReport> {
  const random = seededRandom(seed);
  const chance = (rate: number): boolean => random() < rate;
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const desk: Place = { name: 'desk', lab: createLab({ lock: safeguards.lock }), tabs: [] };
  const { clock } = desk.lab;
  const home: Place = { name: 'home', lab: createLab({ lock: safeguards.lock, clock }), tabs: [] };
  const places = [desk, home];
  const org = await createChaosOrg(clock, seed, random, safeguards.ledger);
  const guestOrg = createFakeOrg();
  let isGuest = false;

  const calls = new Map<string, PlayedCall>();
  const told = new Map<string, ToldCall>();
  const callers = new Map<string, KnownCaller>();
  const opened: string[] = [];
  let current: readonly PlayedCall[] = [];

  for (const { name, lab } of places) {
    const runner = org.runner((recordId) => opened.push(`${name} ${recordId}`));
    lab.org.runnerOf = (tab) => (isGuest ? guestOrg.runnerOf(tab) : runner);
  }

  const allTabs = (): readonly LabTab[] => places.flatMap(({ tabs }) => tabs);

  /** Streams tells these tabs what there is now. */
  function show(tabs: readonly LabTab[]): void {
    const contacts = current.flatMap((call) => call.contact() ?? []);
    const isOver = current.some((call) => call.stage() === 'ended');
    const state = isOver ? 'AfterCallWork' : contacts.length > 0 ? 'Busy' : 'Available';
    for (const { softphone } of tabs) softphone.observe(agentObservation(clock.now(), contacts, state));
  }

  async function openTab(place: Place): Promise<void> {
    if (!safeguards.outbox) place.lab.browser.items.clear();
    const tab = await place.lab.open(org.config);
    tab.softphone.subscribeEvents(({ event }, { callId }) => {
      const known = told.get(callId) ?? { events: new Set(), byPlace: new Map() };
      told.set(callId, known);
      known.events.add(event);
      const ofPlace = known.byPlace.get(place.name) ?? new Set();
      known.byPlace.set(place.name, ofPlace.add(event));
    });
    place.tabs = [...place.tabs, tab];
    for (const call of current) call.watch(place.name, true);
    show([tab]);
  }

  function closeTab(tab = pick(allTabs())): void {
    if (tab === undefined) return;
    for (const place of places) place.tabs = place.tabs.filter((other) => other !== tab);
    if (chance(0.5)) tab.softphone.stop();
    else tab.crash();
  }

  /** Another user works at this desk for one call, whatever the first one left unfinished. */
  async function lendDesk(number: number): Promise<void> {
    for (const tab of desk.tabs) closeTab(tab);
    const { org: orgOf } = org.config;
    isGuest = true;
    const tab = await desk.lab.open({ ...org.config, org: { ...orgOf, userId: GUEST_ID } });
    isGuest = false;
    for (const stage of GUEST_STAGES) {
      tab.see(stage(`guest-${number}`));
      await clock.advance(Math.floor(random() * 4_000));
    }
    if (chance(0.5)) tab.see();
    tab.crash();
    await openTab(desk);
  }

  /** The agent gives the same answer wherever the question stands, or never any. */
  function answerQuestion(): void {
    const tab = pick(allTabs());
    for (const { call, actions } of tab?.softphone.view().cards ?? []) {
      const waiting = actions.find(({ status }) => status === 'waiting');
      const known = callers.get(call.callId);
      if (tab === undefined || waiting === undefined || known === undefined) continue;
      if (known.answer === undefined) continue;
      tab.softphone.command({ kind: 'choose-match', key: waiting.key, recordId: known.answer });
      // A follower's word can be lost with its leader.
      known.isHeard ||= tab.softphone.view().role === 'leader';
      return;
    }
  }

  /** The agent repairs what failed for good. */
  function retryFailed({ softphone }: LabTab): void {
    const failed = softphone
      .view()
      .cards.flatMap((card) => card.actions)
      .filter(({ status, canRetry }) => status === 'failed' && canRetry);
    for (const { key } of failed) softphone.command({ kind: 'retry-action', key });
  }

  async function disturb(): Promise<void> {
    if (chance(0.15)) closeTab();
    if (chance(0.1)) await openTab(desk);
    if (chance(0.02)) await openTab(home);
    if (chance(0.05)) org.offline(true);
    if (chance(0.5)) org.offline(false);
    if (chance(0.02)) org.sleep(SLEEP_MS + Math.floor(random() * (LONGEST_SLEEP_MS - SLEEP_MS)));
    if (chance(0.3)) answerQuestion();
    if (chance(0.2)) allTabs().forEach(retryFailed);
    if (chance(0.3)) pick(allTabs())?.softphone.focused();
    if (chance(0.2)) pick(allTabs())?.softphone.typed();
    if (allTabs().length === 0 && chance(0.5)) await openTab(desk);
  }

  function placeCall(number: number): PlayedCall {
    const id = `c-${number}`;
    const caller = `+1${201 + (Math.floor(number / 100) % 700)}55501${String(number % 100).padStart(2, '0')}`;
    const people = pick([0, 1, 1, 2]) ?? 0;
    const records = Array.from({ length: people }, (_, person) =>
      org.insertCaller(`Caller ${number} ${person}`, caller),
    );
    const answer = people < 2 ? records[0] : chance(0.2) ? undefined : chance(0.1) ? null : pick(records);
    callers.set(id, { answer, wasAsked: people > 1, isHeard: people === 1 });
    const call = createPlayedCall(id, caller, chance(0.05) ? MISSED : (pick(ROUTES) ?? MISSED));
    calls.set(id, call);
    return call;
  }

  /** Plays one call, or two that overlap, to their ends. */
  async function play(started: readonly PlayedCall[]): Promise<void> {
    current = started;
    for (;;) {
      const call = pick(current);
      if (call === undefined) return;
      call.step(clock.now());
      if (call.stage() === null) current = current.filter((other) => other !== call);
      const led = places.filter(({ tabs }) =>
        tabs.some(({ softphone }) => softphone.view().role === 'leader'),
      );
      show(allTabs());
      if (chance(0.05)) closeTab();
      await clock.advance(Math.floor(random() * LONGEST_STEP_MS));
      // What a leader saw is stored; what its follower saw counts once that leads.
      for (const place of places) call.watch(place.name, led.includes(place) || place.tabs.length > 0);
      await disturb();
    }
  }

  await openTab(desk);
  for (let number = 1; number <= count;) {
    const together = number < count && chance(0.1) ? 2 : 1;
    await play(Array.from({ length: together }, (_, index) => placeCall(number + index)));
    number += together;
    if (chance(0.04)) await lendDesk(number);
  }
  org.calm();
  for (const place of places) if (place.tabs.length === 0) await openTab(place);
  for (let round = 1; round <= 3; round += 1) {
    show(allTabs());
    await clock.advance(HOUR_MS);
    allTabs().forEach(retryFailed);
  }
  await clock.advance(HOUR_MS);
  const guests = [...guestOrg.interactions.keys()].filter((callKey) => !callKey.includes('|guest-'));
  const report = reportChaos(org, { calls, told, callers, opened });
  return { ...report, doubled: [...report.doubled, ...guests] };
}
