import { expect, softphone, test } from './support/bench.ts';
import type { Bench } from './support/bench.ts';
import type { Locator, Page } from '@playwright/test';

async function start(page: Page, title: string): Promise<Locator> {
  await page.getByText('Scenarios', { exact: true }).click();
  await page.getByLabel('Scenario', { exact: true }).selectOption(title);
  await page.getByRole('button', { name: 'Start anew' }).click();
  await expect(softphone(page)).toContainText('Robin Example');
  return page.getByRole('button', { name: 'Next step' });
}

async function states(bench: Bench): Promise<unknown[]> {
  return (await bench.interactions()).map((row) => [
    row['Setup__c'],
    row['Pacing_Mode__c'],
    row['Log_State__c'],
  ]);
}

test("a tethered preview call, told by the dialler's page in its own frame, leaves one closed log", async ({
  bench,
}) => {
  const page = await bench.openReady();
  const next = await start(page, 'Tethered preview: hold, consult, swap, conference, end, after-call work');
  await expect(page.frameLocator('c-paceline-dialer-host iframe').locator('#status')).toContainText(
    'no call',
  );
  await next.click();
  await expect(softphone(page)).toContainText('Busy');
  await next.click();
  await expect(softphone(page)).toContainText('Connected');
  for (let step = 0; step < 3; step += 1) await next.click();
  await expect.poll(() => states(bench)).toEqual([['tethered', 'preview', 'open']]);
  for (let step = 0; step < 9; step += 1) await next.click();
  const { interaction, log } = await bench.closedCall();
  expect([interaction['Direction__c'], interaction['Outcome__c']]).toEqual(['outbound', 'answered']);
  expect(log['CallType']).toBe('Outbound');
});
