import type { Browser, BrowserContext, Page } from '@playwright/test';
import { repeated, seededRandom } from '../../support/chaos-tools.ts';
import type { CcpView } from '../../../src/simulator/ccp-view.ts';
import { Bench, expect, softphone } from './bench.ts';
import type { OrgRecord } from './bench.ts';

/** Contact ids, each with what is wrong about it, and what reached a page as an exception. */
interface DeskReport {
  readonly calls: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Durations that are more than a second off though the row says that the end was observed. */
  readonly wrong: readonly string[];
  /** Calls whose durations were compared. */
  readonly observed: number;
  readonly exceptions: readonly string[];
}

/** What really happened in a call: epoch milliseconds by the clock of the simulated Amazon Connect. */
interface PlayedCall {
  readonly id: string;
  connectedAt: number;
  endedAt: number;
  heldMs: number;
  /** Browsers with a page at some moment of the call. */
  readonly watchers: Set<BrowserContext>;
}

const MAX_LATENCY_MS = 200;
const CASE_RULE = {
  developerName: 'Chaos_Case',
  label: 'A case for each call',
  ruleset: 'paceline-recommended',
  order: 100,
  active: true,
  triggerJson: JSON.stringify({ events: ['connected'], legs: ['primary'] }),
  actionsJson: JSON.stringify({
    onFailure: 'continue',
    actions: [
      { type: 'create-record', id: 'case', object: 'Case', fields: { Subject: '{!call.contactId}' } },
    ],
  }),
};
const FAULT_RATES = {
  latency: 0.3,
  'lost-request': 0.04,
  'lost-response': 0.08,
  '5xx': 0.04,
  'row-lock': 0.05,
  duplicate: 0.05,
  'expired-login': 0.03,
  'batch-failure': 0.05,
};
const MOST_PAGES = 3;
/** What the softphone shows when it hears of calls: the agent, or the call. */
const READY = /(Robin Example|Ringing|Connected|On hold|After-call work)/;
/** So long an agent waits for the softphone before reloading the page. */
const PATIENCE_MS = 4_000;
/** So long a page has to show what it was told. */
const SHOWN_MS = 20_000;
const ALL_DONE_MS = 60_000;

function describeWrong(call: PlayedCall, row: OrgRecord, log: OrgRecord | undefined): readonly string[] {
  const { id, connectedAt, endedAt, heldMs } = call;
  const lasted = endedAt - connectedAt;
  const compared: readonly (readonly [string, unknown, number])[] = [
    ['Talk_Seconds__c', row['Talk_Seconds__c'], lasted - heldMs],
    ['Hold_Seconds__c', row['Hold_Seconds__c'], heldMs],
    ['CallDurationInSeconds', log?.['CallDurationInSeconds'], lasted],
  ];
  return compared
    .filter(([, is, should]) => typeof is !== 'number' || Math.abs(is - Math.round(should / 1000)) > 1)
    .map(([field, is, should]) => `${id}: ${field} is ${String(is)}, not ${should / 1000}`);
}

/** One agent's work while everything fails now and then: pages come and go, in two browsers; the org has its moods. */
export class ChaosDesk {
  private readonly bench: Promise<Bench>;
  private readonly contexts: BrowserContext[] = [];
  private readonly random: () => number;
  private readonly seed: number;
  private readonly browser: Browser;
  private pages: Page[] = [];

  constructor(browser: Browser, session: string, seed: number) {
    this.browser = browser;
    this.seed = seed;
    this.random = seededRandom(seed);
    this.bench = this.newContext().then((context) => new Bench(session, context));
  }

  /** Plays the calls one after the other, ends all trouble, and says what the org holds. */
  async play(calls: number): Promise<DeskReport> {
    const bench = await this.bench;
    await bench.call('org/reset', {});
    await bench.call('org/admin', { verb: 'saveRule', args: [CASE_RULE] });
    await this.ensurePage();
    const faults = { seed: this.seed, rates: FAULT_RATES, maxLatencyMs: MAX_LATENCY_MS };
    await bench.call('org/random-faults', { faults });
    const played: PlayedCall[] = [];
    for (let number = 1; number <= calls; number += 1) played.push(await this.playCall(number));
    await this.calm(played);
    const report = await this.report(played);
    for (const context of this.contexts) await context.close();
    return report;
  }

  private async playCall(number: number): Promise<PlayedCall> {
    const bench = await this.bench;
    const caller = `+1${201 + Math.floor(number / 100)}55501${String(number % 100).padStart(2, '0')}`;
    if (this.chance(0.5)) {
      await bench.call('org/admin', {
        verb: 'insert',
        args: ['Contact', { LastName: `Caller ${number}`, Phone: caller }],
      });
    }
    await this.ensurePage();
    const id = await bench.world('offerInbound', { number: caller });
    const call: PlayedCall = { id, connectedAt: 0, endedAt: 0, heldMs: 0, watchers: new Set() };
    await this.disturb(call);
    await bench.agent('accept', id);
    call.connectedAt = (await this.contact(id)).since;
    await this.disturb(call);
    await this.ensureSeen(caller);
    if (this.chance(0.3)) {
      await bench.agent('hold', id);
      const heldAt = await this.customerSince(id);
      await this.disturb(call);
      await bench.agent('resume', id);
      call.heldMs = (await this.customerSince(id)) - heldAt;
    }
    await bench.world('customerHangsUp', id);
    call.endedAt = (await this.contact(id)).since;
    await this.disturb(call);
    await bench.agent('clear', id);
    await this.disturb(call);
    return call;
  }

  private async contact(id: string): Promise<CcpView['contacts'][number]> {
    const { contacts } = await (await this.bench).view();
    const found = contacts.find(({ contactId }) => contactId === id);
    if (found === undefined) throw new Error(`The simulated CCP holds no contact ${id}`);
    return found;
  }

  private async customerSince(id: string): Promise<number> {
    const { legs } = await this.contact(id);
    return legs.find(({ kind }) => kind === 'customer')?.since ?? 0;
  }

  /** A call is a call only if some page had the chance to see that it was answered. */
  private async ensureSeen(caller: string): Promise<void> {
    await this.ensurePage();
    const isShown = async (page: Page): Promise<boolean> => {
      const cards = page.locator('c-paceline-call-card').filter({ hasText: caller });
      const texts = await cards.allInnerTexts();
      return texts.some((text) => text.includes('Connected'));
    };
    await expect
      .poll(async () => (await Promise.all(this.pages.map(isShown))).includes(true), { timeout: SHOWN_MS })
      .toBe(true);
  }

  private async disturb({ watchers }: PlayedCall): Promise<void> {
    const bench = await this.bench;
    for (const page of this.pages) watchers.add(page.context());
    if (this.chance(0.06)) await bench.call('org/offline', { offline: true });
    else if (this.chance(0.6)) await bench.call('org/offline', { offline: false });
    if (this.chance(0.07)) await this.pick(this.pages)?.reload({ waitUntil: 'commit' });
    if (this.chance(0.06)) await this.closePage();
    if (this.chance(0.05) && this.pages.length < MOST_PAGES) await this.openPage(this.contexts[0]);
    if (this.chance(0.03) && this.pages.length < MOST_PAGES) await this.openElsewhere();
    for (const page of this.pages) watchers.add(page.context());
    await new Promise((resolve) => setTimeout(resolve, 20 + this.random() * 180));
  }

  private async openElsewhere(): Promise<void> {
    if (this.contexts.length < 2) await this.newContext();
    await this.openPage(this.contexts[1]);
  }

  private async newContext(): Promise<BrowserContext> {
    const context = await this.browser.newContext();
    this.contexts.push(context);
    return context;
  }

  private async openPage(context: BrowserContext | undefined): Promise<void> {
    const bench = await this.bench;
    this.pages.push(await bench.open({}, context));
  }

  private async closePage(): Promise<void> {
    const page = this.pick(this.pages);
    this.pages = this.pages.filter((other) => other !== page);
    await page?.close();
  }

  /** At least one page shows the agent: it hears of calls. Whoever waits too long reloads the page. */
  private async ensurePage(): Promise<void> {
    if (await this.hasReadyPage(0)) return;
    const bench = await this.bench;
    await bench.call('org/offline', { offline: false });
    if (this.pages.length === 0) await this.openPage(this.contexts[0]);
    while (!(await this.hasReadyPage(PATIENCE_MS))) {
      await this.pick(this.pages)?.reload({ waitUntil: 'commit' });
    }
  }

  private async hasReadyPage(timeout: number): Promise<boolean> {
    const waits = this.pages.map((page) =>
      softphone(page)
        .filter({ hasText: READY })
        .waitFor({ timeout: Math.max(100, timeout) }),
    );
    return Promise.any(waits).then(
      () => true,
      () => false,
    );
  }

  private async calm(played: readonly PlayedCall[]): Promise<void> {
    const bench = await this.bench;
    await bench.call('org/clear-faults', {});
    await bench.call('org/offline', { offline: false });
    for (const context of this.contexts) {
      if (!this.pages.some((page) => page.context() === context)) await this.openPage(context);
    }
    await expect
      .poll(async () => (await this.report(played)).lost, { timeout: ALL_DONE_MS })
      .toEqual([])
      .catch(() => undefined); // the report says which
    await expect
      .poll(async () => {
        const views = await Promise.all(this.pages.map((page) => softphone(page).innerText()));
        return views.filter((text) => /being (written|closed)/.test(text));
      })
      .toEqual([]);
  }

  private async report(played: readonly PlayedCall[]): Promise<DeskReport> {
    const bench = await this.bench;
    const rows = await bench.interactions();
    const logs = await bench.callLogs();
    const recorded = rows.map((row) => String(row['Contact_Id__c']));
    const logged = logs.map((row) => String(row['CallObject']));
    const cases = (await bench.records('Case'))
      .map((row) => String(row['Subject']))
      .filter((subject) => played.some(({ id }) => id === subject));
    const rowOf = (id: string): OrgRecord | undefined => rows.find((row) => row['Contact_Id__c'] === id);
    const lost = ({ id }: PlayedCall, index: number): readonly string[] => {
      const row = rowOf(id);
      const faults = [
        ...(row === undefined ? ['no record'] : []),
        ...(row !== undefined && row['Log_State__c'] !== 'closed'
          ? [`record ${String(row['Log_State__c'])}, ${String(row['Last_Error__c'])}`]
          : []),
        ...(logged.includes(id) ? [] : ['no log']),
        ...(cases.includes(id) ? [] : ['no case']),
      ];
      return faults.length === 0 ? [] : [`call ${index + 1} ${id}: ${faults.join(', ')}`];
    };
    const compared = played.flatMap((call) => {
      const row = rowOf(call.id);
      // Of two browsers the one that saw less may have written the log.
      if (row?.['Estimated_End__c'] !== false || call.watchers.size > 1) return [];
      return [
        describeWrong(
          call,
          row,
          logs.find((log) => log['CallObject'] === call.id),
        ),
      ];
    });
    return {
      calls: played.length,
      lost: played.flatMap(lost),
      doubled: [...repeated(recorded), ...repeated(logged), ...repeated(cases)],
      wrong: compared.flat(),
      observed: compared.length,
      exceptions: bench.exceptions,
    };
  }

  private chance(rate: number): boolean {
    return this.random() < rate;
  }

  private pick<T>(items: readonly T[]): T | undefined {
    return items[Math.floor(this.random() * items.length)];
  }
}
