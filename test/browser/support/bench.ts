import { expect, test as base } from '@playwright/test';
import type { BrowserContext, FrameLocator, Locator, Page } from '@playwright/test';
import type { CcpView } from '../../../src/simulator/ccp-view.ts';

export type OrgRecord = Readonly<Record<string, string | number | boolean | null>>;

/** Seeded contact whose number only one record has. */
export const CALLER = { name: 'Ada Example', number: '+12025550120' };

const STREAMS_FRAME = 'iframe[name="Amazon Connect CCP"]';

/** One agent's desk: an org session of its own, and the pages that look at it. */
export class Bench {
  readonly session: string;
  readonly context: BrowserContext;
  /** Exceptions that reached a page; a test that expects none looks here. */
  readonly exceptions: string[] = [];

  constructor(session: string, context: BrowserContext) {
    this.session = session;
    this.context = context;
  }

  async open(query: Record<string, string> = {}, context = this.context): Promise<Page> {
    const page = await context.newPage();
    page.on('pageerror', (error) => this.exceptions.push(error.message));
    const search = new URLSearchParams({ session: this.session, ...query });
    await page.goto(`${process.env['PACELINE_URL'] ?? ''}?${search.toString()}`);
    return page;
  }

  /** Opens a page and waits until the softphone shows the agent as available. */
  async openReady(query: Record<string, string> = {}): Promise<Page> {
    const page = await this.open(query);
    await expect(softphone(page)).toContainText('Robin Example');
    return page;
  }

  async call<T = unknown>(path: string, body: unknown = [], query: Record<string, string> = {}): Promise<T> {
    const search = new URLSearchParams({ session: this.session, ...query });
    const response = await this.context.request.post(
      `${process.env['PACELINE_URL'] ?? ''}api/${path}?${search.toString()}`,
      { data: JSON.stringify(body), headers: { 'content-type': 'application/json' } },
    );
    const answer = (await response.json()) as T;
    if (!response.ok()) throw new Error(`${path}: ${response.status()} ${JSON.stringify(answer)}`);
    return answer;
  }

  async world<T = string>(verb: string, ...args: unknown[]): Promise<T> {
    return (await this.call<{ result: T }>(`sim/world/${verb}`, args)).result;
  }

  async agent(verb: string, ...args: unknown[]): Promise<void> {
    await this.call(`sim/agent/${verb}`, args);
  }

  async view(): Promise<CcpView> {
    return (await this.call<{ result: CcpView }>('sim/view')).result;
  }

  records(object: string): Promise<OrgRecord[]> {
    return this.call<OrgRecord[]>('org/records', {}, { object });
  }

  async callLogs(): Promise<OrgRecord[]> {
    return (await this.records('Task')).filter((task) => task['TaskSubtype'] === 'Call');
  }

  interactions(): Promise<OrgRecord[]> {
    return this.records('Paceline_Interaction__c');
  }

  /** Waits until the org holds exactly one closed interaction and one completed log, and answers both. */
  async closedCall(): Promise<{ interaction: OrgRecord; log: OrgRecord }> {
    await expect
      .poll(async () => (await this.interactions()).map((row) => row['Log_State__c']))
      .toEqual(['closed']);
    const [interaction] = await this.interactions();
    const logs = await this.callLogs();
    expect(logs.map((row) => row['Status'])).toEqual(['Completed']);
    if (interaction === undefined || logs[0] === undefined) throw new Error('unreachable');
    return { interaction, log: logs[0] };
  }

  /** Dispatch requests that the org saw, in order. */
  async requests(): Promise<string[]> {
    const all = await this.call<{ action?: string; name?: string; what?: string }[]>('org/requests', {});
    return all.map((request) => JSON.stringify(request));
  }
}

export const softphone = (page: Page): Locator => page.locator('c-paceline-softphone');
export const ccp = (page: Page): FrameLocator => page.frameLocator(STREAMS_FRAME);
export const ccpFrames = (page: Page): Locator => page.locator(STREAMS_FRAME);
/** Waits until the softphone hears the CCP again: a call that ends before that has, by the contract, an estimated end. */
export const heardAgain = async (page: Page): Promise<void> => {
  await expect(softphone(page)).toContainText(/Robin Example|Connected|Ringing|after-call work/i);
  await expect(softphone(page)).not.toContainText('Connecting to Amazon Connect');
};
export const workspaceTab = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Tabs' }).getByRole('link', { name });

export const test = base.extend<{ bench: Bench }>({
  bench: async ({ context }, use, testInfo) => {
    const bench = new Bench(`t-${testInfo.testId.slice(-20)}`, context);
    await use(bench);
    expect(bench.exceptions, 'exceptions in the page').toEqual([]);
  },
});

export { expect };
