import { CALLER, ccp, ccpFrames, expect, softphone, test } from './support/bench.ts';

/** A setting that gives up on the CCP sooner than the workbench's own. */
const QUICK = {
  Ccp_Url__c: 'https://paceline-workbench.example.com/ccp-v2/',
  Setup__c: 'hvoc',
  Ruleset__c: 'paceline-recommended',
  Default_Country__c: 'US',
  Ccp_Load_Timeout_Seconds__c: 5,
};

test.describe('a CCP that is not what it should be', () => {
  for (const [variant, sentence] of [
    ['none', /URL/],
    ['wrong', /URL/],
  ] as const) {
    test(`no frame is made for a URL that is ${variant}, and the softphone says what to do`, async ({
      bench,
    }) => {
      const page = await bench.open({ ccp: variant });
      await expect(softphone(page)).toContainText(sentence);
      await expect(ccpFrames(page)).toHaveCount(0);
    });
  }

  for (const variant of ['dead', 'refused', 'missing']) {
    test(`a CCP that is ${variant} is named as unreachable; Retry keeps to one frame`, async ({ bench }) => {
      await bench.call('org/admin', { verb: 'saveSetting', args: ['Quick', QUICK] });
      const page = await bench.open({ ccp: variant, setting: 'Quick' });
      await expect(softphone(page)).toContainText('does not answer', { timeout: 30_000 });
      await expect(ccpFrames(page)).toHaveCount(1);
      await softphone(page).getByRole('button', { name: 'Retry' }).click();
      await expect(ccpFrames(page)).toHaveCount(1);
      await expect(softphone(page)).toContainText('does not answer', { timeout: 30_000 });
      await expect(ccpFrames(page)).toHaveCount(1);
    });
  }

  test('a CCP that answers late is ready in the end, in its one frame', async ({ bench }) => {
    const page = await bench.open({ ccp: 'late' });
    await expect(softphone(page)).toContainText('Robin Example', { timeout: 30_000 });
    await expect(ccpFrames(page)).toHaveCount(1);
  });

  for (const [how, retries] of [
    ['comes back by itself', false],
    ['comes back with Retry', true],
  ] as const) {
    test(`a CCP that disappears in mid-call is reported, ${how}, and the log is not lost`, async ({
      bench,
    }) => {
      const page = await bench.openReady();
      const id = await bench.world('offerInbound', { number: CALLER.number });
      await ccp(page).getByRole('button', { name: 'Accept' }).click();
      await expect.poll(async () => (await bench.interactions()).length).toBe(1);
      await bench.world('severLink');
      await expect(softphone(page)).toContainText('is lost', { timeout: 30_000 });
      await bench.world('customerHangsUp', id);
      await bench.agent('clear', id);
      if (retries) await softphone(page).getByRole('button', { name: 'Retry' }).click();
      await bench.world('restoreLink');
      await expect(softphone(page)).not.toContainText('is lost', { timeout: 30_000 });
      await expect(ccpFrames(page)).toHaveCount(1);
      await bench.closedCall();
    });
  }
});

test('invalid configuration is shown with its path and reason, and the valid rules run', async ({
  bench,
}) => {
  await bench.call('org/admin', {
    verb: 'saveRule',
    args: [
      {
        developerName: 'Broken_Rule',
        label: 'Broken rule',
        ruleset: 'paceline-recommended',
        order: 1,
        active: true,
        triggerJson: '{ "events": ["conected"] }',
        actionsJson: '[{ "type": "screen-pop" }]',
      },
    ],
  });
  const page = await bench.openReady();
  await softphone(page).getByRole('button', { name: 'Show details' }).click();
  await expect(softphone(page)).toContainText('Broken_Rule');
  await expect(softphone(page)).toContainText('events[0]');
  const id = await bench.world('offerInbound', { number: CALLER.number });
  await bench.agent('accept', id);
  await expect.poll(async () => (await bench.interactions()).length).toBe(1);
  await bench.world('customerHangsUp', id);
  await bench.agent('clear', id);
  await bench.closedCall();
});

test('a setting that does not exist is named', async ({ bench }) => {
  const page = await bench.open({ setting: 'Nowhere' });
  await expect(softphone(page)).toContainText('Nowhere');
  await expect(ccpFrames(page)).toHaveCount(0);
});

test.describe('an org that fails', () => {
  for (const fault of ['lost-request', 'lost-response', '5xx', 'row-lock', 'expired-login']) {
    test(`one ${fault} while the call is logged ends with one record and one log`, async ({ bench }) => {
      await bench.openReady();
      const id = await bench.world('offerInbound', { number: CALLER.number });
      await bench.agent('accept', id);
      await expect.poll(async () => (await bench.interactions()).length).toBe(1);
      await bench.call('org/fault', { kind: fault, times: 1 });
      await bench.world('customerHangsUp', id);
      await bench.agent('clear', id);
      await bench.closedCall();
    });
  }
});

test('a page that cannot be read says so, and is there again with the next change; the softphone works meanwhile', async ({
  bench,
  context,
}) => {
  await context.route('**/api/org/records**', (route) => route.abort());
  const page = await bench.open({ simulator: 'open' });
  await expect(page.getByRole('main')).toContainText('could not be read from the simulated org');
  await expect(page.getByText('Not up to date: Disconnected or Canceled')).toBeVisible();
  await expect(softphone(page)).toContainText('Robin Example');
  await context.unroute('**/api/org/records**');
  await bench.call('org/admin', { verb: 'insert', args: ['Contact', { LastName: 'Newcomer' }] });
  await expect(page.getByRole('main')).toContainText('Ada Example');
  await expect(page.getByText('Not up to date')).toBeHidden();
});
