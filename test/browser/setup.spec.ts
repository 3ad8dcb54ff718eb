import { CALLER, expect, softphone, test } from './support/bench.ts';
import type { Page } from '@playwright/test';

/** Setup › Custom Metadata Types › the type › Manage Records, as docs/install.md names the steps. */
async function manageRecords(page: Page, plural: string): Promise<void> {
  await page.getByRole('button', { name: 'Setup', exact: true }).click();
  await page.getByTitle(`Manage ${plural}`).click();
  await expect(page.getByRole('heading', { name: plural })).toBeVisible();
}

test('a setting that is entered in Setup serves the softphone', async ({ bench }) => {
  const page = await bench.openReady({ simulator: 'closed' });
  const known = await bench.call<{ fields: Record<string, string> }[]>('setup/records', {
    type: 'Paceline_Setting__mdt',
  });
  await manageRecords(page, 'Paceline Settings');
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.locator('.slds-has-error label')).toHaveText([
    /Label/,
    /Paceline Setting Name/,
    /CCP URL/,
  ]);

  await page.locator('[data-field=MasterLabel] input').fill('Team One');
  await page.getByLabel('CCP URL').fill(known[0]?.fields['Ccp_Url__c'] ?? '');
  await expect(page.getByLabel('Paceline Setting Name')).toHaveValue('Team_One');
  await page.getByLabel('AWS Region').fill('us-east-1');
  await page.locator('[data-field=Setup__c] select').selectOption({ label: 'HVOC' });
  await page.getByLabel('Ruleset').fill('paceline-recommended');
  await page.getByRole('button', { name: 'Save' }).first().click();

  await page.locator('[data-record=Team_One]').getByRole('link', { name: 'Use in utility item' }).click();
  await expect(page).toHaveURL(/setting=Team_One/);
  await expect(softphone(page)).toContainText('Robin Example');
  const id = await bench.world('offerInbound', { number: CALLER.number });
  await bench.agent('accept', id);
  await expect.poll(async () => (await bench.interactions()).length).toBe(1);
});

test('a shipped rule is cloned to a ruleset of one’s own', async ({ bench }) => {
  const page = await bench.openReady({ simulator: 'closed' });
  await manageRecords(page, 'Paceline Rules');
  await page.getByLabel('View:').selectOption({ label: 'Ruleset paceline-recommended' });
  await page.locator('[data-record=pac_close_log]').getByRole('button', { name: 'Clone' }).click();
  await page.locator('[data-field=MasterLabel] input').fill('Write our log');
  await page.getByLabel('Ruleset').fill('ours');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await page.getByLabel('View:').selectOption({ label: 'Own Rules' });
  await expect(page.locator('tbody tr')).toHaveCount(1);
  const rules = await bench.call<{ developerName: string; fields: Record<string, unknown> }[]>(
    'setup/records',
    { type: 'Paceline_Rule__mdt' },
  );
  const [shipped, own] = ['pac_close_log', 'Write_our_log'].map((name) =>
    rules.find(({ developerName }) => developerName === name),
  );
  expect(own?.fields).toEqual({ ...shipped?.fields, Ruleset__c: 'ours' });
});

test('a user without the custom permission is told in one sentence', async ({ bench }) => {
  const page = await bench.open({ permission: 'none' });
  await expect(softphone(page)).toContainText(
    'You may not use the phone yet: ask your admin for the permission set Paceline Agent, then reload this page.',
  );
  await expect(softphone(page).locator('iframe')).toHaveCount(0);
  expect(await bench.call('org/requests')).toEqual([]);
});

test('an interaction’s page stands in the order of its layout', async ({ bench }) => {
  const page = await bench.openReady({ simulator: 'closed' });
  const id = await bench.world('offerInbound', { number: CALLER.number });
  await bench.agent('accept', id);
  await expect.poll(async () => (await bench.interactions()).length).toBe(1);
  const [interaction] = await bench.interactions();
  await page.evaluate((recordId) => {
    const { workbench } = window as unknown as { workbench: { navigate(page: object): void } };
    workbench.navigate({ type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } });
  }, String(interaction?.['Id']));
  const record = page.locator(`[data-record-id="${String(interaction?.['Id'])}"]`);
  await expect(record.getByRole('heading', { level: 3 })).toHaveText([
    'Call',
    'Notes',
    'Related Records',
    'Times',
    'Errors',
    'Identifiers',
    'System Information',
  ]);
  await expect(record.locator('[data-field=Name]')).toHaveText(String(interaction?.['Name']));
});
