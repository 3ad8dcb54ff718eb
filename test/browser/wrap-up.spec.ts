import { readFile } from 'node:fs/promises';
import { readRecording } from '../../src/replay/read-recording.ts';
import { CALLER, ccp, expect, softphone, test } from './support/bench.ts';
import type { Bench } from './support/bench.ts';

test('notes and disposition reach the interaction: before it exists, after the call, and after a reload', async ({
  bench,
}) => {
  const page = await bench.openReady();
  const id = await bench.world('offerInbound', { number: CALLER.number });
  const card = softphone(page).getByRole('article', { name: CALLER.name });
  await card.getByRole('button', { name: 'Notes and disposition' }).click();
  await card.getByLabel('Notes').fill('Asks for an offer.');
  await card.getByRole('button', { name: 'What happened' }).focus();
  await expect(card).toContainText('Kept in this tab');
  await page.reload();
  await expect(card.getByLabel('Notes')).toHaveValue('Asks for an offer.');

  await ccp(page).getByRole('button', { name: 'Accept' }).click();
  await expect
    .poll(async () => (await bench.interactions()).map((row) => row['Notes__c']))
    .toEqual(['Asks for an offer.']);
  await bench.world('customerHangsUp', id);
  await card.getByLabel('Disposition').selectOption('Follow-up needed');
  await expect(card).toContainText('Saved');
  await bench.agent('clear', id);
  const { interaction, log } = await bench.closedCall();
  expect([interaction['Notes__c'], interaction['Disposition__c']]).toEqual([
    'Asks for an offer.',
    'Follow-up needed',
  ]);
  expect(log['CallDisposition']).toBe('Follow-up needed');
  expect(log['Description']).toMatch(/^Asks for an offer\.\n\nHVOC, Inbound, Inbound\n/);
});

/** What the call log says of the agent's entries, without the text that the close gives. */
async function entriesInLog(bench: Bench): Promise<unknown[]> {
  const logs = await bench.callLogs();
  return logs.map((row) => [
    row['CallDisposition'],
    String(row['Description']).replace(/HVOC, Inbound, Inbound\n[^]*$/, '<generated>'),
  ]);
}

test('notes that were typed just before the contact is cleared are in the call log, and later ones follow', async ({
  bench,
}) => {
  const page = await bench.openReady();
  const id = await bench.world('offerInbound', { number: CALLER.number });
  await bench.agent('accept', id);
  await expect.poll(async () => (await bench.interactions()).length).toBe(1);
  await bench.world('customerHangsUp', id);
  const card = softphone(page).getByRole('article', { name: CALLER.name });
  await card.getByRole('button', { name: 'Notes and disposition' }).click();
  const disposition = card.getByRole('combobox', { name: 'Disposition' });
  await disposition.selectOption('Callback agreed');
  await card.getByLabel('Notes').fill('Asks for an offer.');
  await ccp(page).getByRole('button', { name: 'Clear contact' }).click();
  await bench.closedCall();
  await expect
    .poll(() => entriesInLog(bench))
    .toEqual([['Callback agreed', 'Asks for an offer.\n\n<generated>']]);

  await card.getByLabel('Notes').fill('Asks for an offer by Friday.');
  await disposition.selectOption('Resolved');
  await expect
    .poll(() => entriesInLog(bench))
    .toEqual([['Resolved', 'Asks for an offer by Friday.\n\n<generated>']]);
  await disposition.selectOption('');
  await expect
    .poll(() => entriesInLog(bench))
    .toEqual([['Answered', 'Asks for an offer by Friday.\n\n<generated>']]);
});

test('a save that the close overtakes, and typing that the close interrupts, reach the call log', async ({
  bench,
}) => {
  const page = await bench.openReady();
  const id = await bench.world('offerInbound', { number: CALLER.number });
  await bench.agent('accept', id);
  await expect.poll(async () => (await bench.interactions()).length).toBe(1);
  await bench.world('customerHangsUp', id);
  const card = softphone(page).getByRole('article', { name: CALLER.name });
  await card.getByRole('button', { name: 'Notes and disposition' }).click();
  const method = 'PacelineInteractionController.saveWrapUp';
  await bench.call('org/fault', { kind: 'latency', latencyMs: 2000, method });
  await card.getByLabel('Notes').fill('Asks for an offer.');
  await ccp(page).getByRole('button', { name: 'Clear contact' }).click();
  await bench.closedCall();
  expect(await entriesInLog(bench)).toEqual([['Answered', '<generated>']]);
  await expect.poll(() => entriesInLog(bench)).toEqual([['Answered', 'Asks for an offer.\n\n<generated>']]);

  await card.getByLabel('Notes').pressSequentially(' Call back.');
  await expect(card.getByLabel('Notes')).toBeFocused();
  await expect
    .poll(() => entriesInLog(bench))
    .toEqual([['Answered', 'Asks for an offer. Call back.\n\n<generated>']]);
  await expect(card.getByLabel('Notes')).toBeFocused();
});

test('notes that the call log refuses stay, with its reason, and are on the interaction', async ({
  bench,
}) => {
  const page = await bench.openReady();
  const id = await bench.world('offerInbound', { number: CALLER.number });
  await bench.agent('accept', id);
  await expect.poll(async () => (await bench.interactions()).length).toBe(1);
  await bench.agent('hangUp', id);
  await bench.agent('clear', id);
  await bench.closedCall();
  const card = softphone(page).getByRole('article', { name: CALLER.name });
  const permit = (edit: boolean): Promise<unknown> =>
    bench.call('org/admin', { verb: 'setObjectPermissions', args: ['Task', { edit }] });
  await permit(false);
  await card.getByRole('button', { name: 'Notes and disposition' }).click();
  await card.getByLabel('Notes').fill('Calls again.');
  await card.getByRole('button', { name: 'What happened' }).focus();
  await expect(card).toContainText("Saved, but not in the call log: Access to entity 'Task' denied");
  expect((await bench.interactions()).map((row) => row['Notes__c'])).toEqual(['Calls again.']);
  await permit(true);
  await card.getByRole('button', { name: 'Retry' }).click();
  await expect(card).toContainText('Saved');
  await expect.poll(() => entriesInLog(bench)).toEqual([['Answered', 'Calls again.\n\n<generated>']]);
});

test('notes that the org refuses stay, with its reason, until they are saved', async ({ bench }) => {
  const page = await bench.openReady();
  const id = await bench.world('offerInbound', { number: CALLER.number });
  await bench.agent('accept', id);
  await expect.poll(async () => (await bench.interactions()).length).toBe(1);
  const card = softphone(page).getByRole('article', { name: CALLER.name });
  await card.getByRole('button', { name: 'Notes and disposition' }).click();
  const permit = (edit: boolean): Promise<unknown> =>
    bench.call('org/admin', {
      verb: 'setObjectPermissions',
      args: ['Paceline_Interaction__c', { edit }],
    });
  await permit(false);
  await card.getByLabel('Notes').fill('Calls again.');
  await card.getByRole('button', { name: 'What happened' }).focus();
  await expect(card).toContainText("Not saved: Access to entity 'Paceline_Interaction__c' denied");
  await expect(card.getByLabel('Notes')).toHaveValue('Calls again.');
  await permit(true);
  await card.getByRole('button', { name: 'Retry' }).click();
  await expect(card).toContainText('Saved');
  expect((await bench.interactions()).map((row) => row['Notes__c'])).toEqual(['Calls again.']);
});

test('a call explains itself, and its trace leaves the sandbox masked, as a file that replays', async ({
  bench,
}) => {
  const page = await bench.openReady();
  const id = await bench.world('offerInbound', { number: CALLER.number });
  await bench.agent('accept', id);
  await expect.poll(async () => (await bench.interactions()).length).toBe(1);
  const card = softphone(page).getByRole('article', { name: CALLER.name });
  await card.getByRole('button', { name: 'What happened' }).click();
  await expect(card).toContainText(/Pop done: rule \S+ matched/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    card.getByRole('button', { name: 'Export trace' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`paceline-${id}.json`);
  const text = await readFile(await download.path(), 'utf8');
  expect(text).not.toContain(CALLER.number);
  const recording = readRecording(JSON.parse(text));
  expect(recording.format).toBe('trace');
  expect(recording.entries.length).toBeGreaterThan(1);
});
