import { expect, test as base } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { CtiEvent } from '../../../src/model/cti-event.ts';
import type { Scenario } from '../../../src/simulator/index.ts';
import { describeScenarioEvent } from '../../support/scenario-events.ts';
import { saveSettingBody, settingOf } from '../../../workbench/shared/scenario-setting.ts';
import type { ScenarioPages } from '../../../workbench/shared/scenario-setting.ts';
import { Bench, softphone } from './bench.ts';

const SETTING = 'Workbench';
const MARK = 'workbench::mark';
/** Milliseconds between two looks, anew for each use, since Playwright empties the list. The default is longer than a scenario. */
const often = (): number[] => [5, 10, 20, 30];

interface WorkbenchWindow {
  readonly workbench: { mountUtility(): void; unmountUtility(): void };
  /** Newest mark that came from each origin. */
  marks: Record<string, string>;
}

/** Remembers the newest mark of every frame; runs in the page before anything else, so it hears what the sandbox hears. */
function rememberMarks(event: string): void {
  const marks: Record<string, string> = {};
  (window as unknown as WorkbenchWindow).marks = marks;
  window.addEventListener('message', ({ data, origin }: MessageEvent<unknown>) => {
    const message = data as { readonly event?: unknown; readonly data?: unknown } | null;
    if (message?.event === event) marks[origin] = String(message.data);
  });
}

/** A page on which one scenario after the other runs, each with a fresh softphone, CCP and dialler. */
export class ScenarioStage {
  readonly bench: Bench;
  private readonly page: Page;
  private readonly pages: ScenarioPages;
  private marks = 0;

  constructor(bench: Bench, page: Page, pages: ScenarioPages) {
    this.bench = bench;
    this.page = page;
    this.pages = pages;
  }

  static async open(bench: Bench): Promise<ScenarioStage> {
    await bench.context.addInitScript(rememberMarks, MARK);
    const page = await bench.openReady({ events: 'on', simulator: 'closed' });
    const config = (await (
      await bench.context.request.get(
        `${process.env['PACELINE_URL'] ?? ''}config.json?session=${bench.session}`,
      )
    ).json()) as { readonly ccpOrigin: string; readonly dialerOrigin: string };
    const query = `?session=${bench.session}`;
    const pages = { ccp: `${config.ccpOrigin}/ccp-v2${query}`, dialer: `${config.dialerOrigin}/${query}` };
    return new ScenarioStage(bench, page, pages);
  }

  /** The events that a component beside the softphone heard. */
  async play(scenario: Scenario): Promise<string[]> {
    await this.prepare(scenario);
    const before = (await this.heard()).length;
    let channel = '';
    for (const { actor, verb, args } of scenario.steps) {
      const next = actor === 'dialer' ? 'dialer' : 'ccp';
      if (channel !== '' && next !== channel) await this.untilArrived();
      channel = next;
      await this.bench.call(`sim/${actor}/${verb}`, args);
    }
    await this.untilArrived();
    return (await this.heard()).slice(before).map(describeScenarioEvent);
  }

  private async prepare(scenario: Scenario): Promise<void> {
    await this.page.evaluate(() => (window as unknown as WorkbenchWindow).workbench.unmountUtility());
    await this.bench.call('sim/reset', { ccp: scenario.behaviour, dialer: scenario.dialerBehaviour });
    const fields = settingOf(scenario, this.pages, null);
    await this.bench.call('org/admin', saveSettingBody(SETTING, fields));
    await this.page.evaluate(() => {
      localStorage.clear();
      (window as unknown as WorkbenchWindow).workbench.mountUtility();
    });
    const agent = softphone(this.page).getByText('Robin Example');
    await expect.poll(() => agent.isVisible(), { intervals: often() }).toBe(true);
    await this.untilArrived();
  }

  private async heard(): Promise<CtiEvent[]> {
    return JSON.parse(await this.page.locator('[data-events]').innerText()) as CtiEvent[];
  }

  /** Waits until both frames have handed on everything that the simulators sent before. */
  private async untilArrived(): Promise<void> {
    const origins = Object.values(this.pages).map((url) => new URL(url).origin);
    const first = (this.marks += 1);
    await expect
      .poll(
        async () => {
          await this.bench.call('sim/mark', (this.marks += 1));
          const marks = await this.page.evaluate(() => (window as unknown as WorkbenchWindow).marks);
          return origins.filter((origin) => Number(marks[origin] ?? 0) <= first);
        },
        { intervals: often() },
      )
      .toEqual([]);
  }
}

/** One stage a worker: opening the page costs more than a scenario. */
export const test = base.extend<object, { stage: ScenarioStage }>({
  stage: [
    async ({ browser }, use, workerInfo) => {
      const context = await browser.newContext();
      const stage = await ScenarioStage.open(new Bench(`scenarios-${workerInfo.workerIndex}`, context));
      await use(stage);
      await context.close();
      expect(stage.bench.exceptions, 'exceptions in the page').toEqual([]);
    },
    { scope: 'worker' },
  ],
});

export { expect };
