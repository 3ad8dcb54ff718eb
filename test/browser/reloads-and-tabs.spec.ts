import { CALLER, ccpFrames, expect, heardAgain, softphone, test, workspaceTab } from './support/bench.ts';
import type { Bench } from './support/bench.ts';

async function connectedCall(bench: Bench): Promise<string> {
  const id = await bench.world('offerInbound', { number: CALLER.number });
  await bench.agent('accept', id);
  await expect
    .poll(async () => (await bench.interactions()).map((row) => row['Log_State__c']))
    .toEqual(['open']);
  return id;
}

async function finish(bench: Bench, id: string): Promise<void> {
  await bench.world('customerHangsUp', id);
  await bench.agent('clear', id);
}

test('a reload in the middle of the call loses and repeats nothing', async ({ bench }) => {
  const page = await bench.openReady();
  const id = await connectedCall(bench);
  await page.reload();
  await expect(softphone(page)).toContainText('Connected');
  await heardAgain(page);
  await expect(workspaceTab(page, CALLER.name)).toHaveCount(1);
  await finish(bench, id);
  const { interaction } = await bench.closedCall();
  expect(interaction['Estimated_End__c']).toBe(false);
  const searches = (await bench.requests()).filter((request) => request.includes('search'));
  expect(searches).toHaveLength(1);
});

test('a reload while ringing and another one in after-call work lose and repeat nothing', async ({
  bench,
}) => {
  const page = await bench.openReady();
  const id = await bench.world('offerInbound', { number: CALLER.number });
  await expect(workspaceTab(page, CALLER.name)).toBeVisible();
  await page.reload();
  await expect(softphone(page)).toContainText('Ringing');
  await heardAgain(page);
  await bench.agent('accept', id);
  await expect.poll(async () => (await bench.interactions()).length).toBe(1);
  await bench.world('customerHangsUp', id);
  await expect(softphone(page)).toContainText(/after-call work/i);
  await page.reload();
  await expect(softphone(page)).toContainText(/after-call work/i);
  await heardAgain(page);
  await bench.agent('clear', id);
  await bench.closedCall();
});

test('a page closed before the end and opened after it closes the log, its end marked as estimated', async ({
  bench,
}) => {
  const page = await bench.openReady();
  const id = await connectedCall(bench);
  await page.close();
  await finish(bench, id);
  expect((await bench.interactions()).map((row) => row['Log_State__c'])).toEqual(['open']);
  await bench.openReady();
  const { interaction } = await bench.closedCall();
  expect(interaction['Estimated_End__c']).toBe(true);
});

test('two tabs: one interaction, one log, one pop, and both show the call', async ({ bench }) => {
  const first = await bench.openReady();
  const second = await bench.openReady();
  const id = await bench.world('offerInbound', { number: CALLER.number });
  for (const page of [first, second]) await expect(softphone(page)).toContainText('Ringing');
  await bench.agent('accept', id);
  for (const page of [first, second]) await expect(softphone(page)).toContainText('Connected');
  await finish(bench, id);
  await bench.closedCall();
  const pops =
    (await workspaceTab(first, CALLER.name).count()) + (await workspaceTab(second, CALLER.name).count());
  expect(pops).toBe(1);
  for (const page of [first, second]) await expect(ccpFrames(page)).toHaveCount(1);
});

test('when the leading tab is closed in mid-call, the other one takes over and closes the log', async ({
  bench,
}) => {
  const first = await bench.openReady();
  const second = await bench.openReady();
  const id = await connectedCall(bench);
  await first.close();
  await expect(softphone(second)).toContainText('Connected');
  await finish(bench, id);
  const { interaction } = await bench.closedCall();
  expect(interaction['Estimated_End__c']).toBe(false);
});

test('a second browser of the same agent adds no second record', async ({ bench, browser }) => {
  await bench.openReady();
  const other = await browser.newContext();
  const elsewhere = await bench.open({}, other);
  await expect(softphone(elsewhere)).toContainText('Robin Example');
  const id = await connectedCall(bench);
  await finish(bench, id);
  await bench.closedCall();
  await expect(softphone(elsewhere)).toContainText('Available');
  expect((await bench.callLogs()).length).toBe(1);
  await other.close();
});
