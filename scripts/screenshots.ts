/**
 * Makes the pictures of the docs from the running workbench: `npx tsx scripts/screenshots.ts`.
 * Numbers and names are the seeded ones, so the pictures change only when the screens do (timers apart).
 */
import { mkdir } from 'node:fs/promises';
import { chromium, expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { startWorkbench } from '../workbench/server/start-workbench.ts';
import { findBrowser } from '../test/browser/support/browser-path.ts';
import { ROOT } from './lib/steps.ts';

const FOLDER = `${ROOT}/docs/images`;
const CALLER = { number: '+12025550120' };
const WIDE = { width: 1440, height: 900 };

await mkdir(FOLDER, { recursive: true });
const workbench = await startWorkbench({ port: 0, quiet: true });
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
  ],
});

async function open(session: string, viewport: { width: number; height: number }, query = ''): Promise<Page> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await page.goto(`${workbench.url}?session=${session}${query}`);
  return page;
}

async function call<T>(page: Page, session: string, path: string, ...args: unknown[]): Promise<T> {
  const response = await page.request.post(`${workbench.url}api/${path}?session=${session}`, {
    headers: { 'content-type': 'application/json' },
    data: JSON.stringify(path.startsWith('sim/') ? args : (args[0] ?? {})),
  });
  expect(response.ok(), `${path}: ${await response.text()}`).toBe(true);
  const answer = (await response.json()) as { result: T } | null;
  return answer?.result as T;
}

const softphone = (page: Page) => page.locator('c-paceline-softphone');
const picture = async (page: Page, name: string): Promise<void> => {
  await page.waitForTimeout(600);
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
};
const panel = async (page: Page, name: string): Promise<void> => {
  await page.waitForTimeout(600);
  await softphone(page).screenshot({ path: `${FOLDER}/${name}.png` });
};

const session = 'pictures';
const page = await open(session, WIDE);
await expect(softphone(page)).toContainText('Robin Example');
const id = await call<string>(page, session, 'sim/world/offerInbound', { number: CALLER.number });
await expect(softphone(page)).toContainText('Ringing');
await panel(page, 'softphone-ringing');
await call(page, session, 'sim/agent/accept', id);
await expect(softphone(page)).toContainText('Connected');
await picture(page, 'workbench');
await panel(page, 'softphone-in-call');
await call(page, session, 'sim/world/customerHangsUp', id);
await expect(softphone(page)).toContainText(/after-call work/i);
await softphone(page).getByRole('button', { name: 'Notes and disposition' }).click();
await softphone(page).getByLabel('Notes').fill('Asks for an offer by Friday.');
await softphone(page).getByLabel('Disposition').selectOption('Follow-up needed');
await expect(softphone(page)).toContainText('Saved');
await panel(page, 'softphone-after-call-work');
await page.context().close();

const failing = await open('pictures-failing', WIDE);
await expect(softphone(failing)).toContainText('Robin Example');
await call(failing, 'pictures-failing', 'org/admin', {
  verb: 'setObjectPermissions',
  args: ['Paceline_Interaction__c', { create: false }],
});
const failingId = await call<string>(failing, 'pictures-failing', 'sim/world/offerInbound', {
  number: CALLER.number,
});
await call(failing, 'pictures-failing', 'sim/agent/accept', failingId);
await expect(softphone(failing).getByRole('button', { name: 'Retry' }).first()).toBeVisible();
await panel(failing, 'softphone-failed');

await browser.close();
await workbench.stop();
