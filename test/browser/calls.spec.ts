import { CALLER, ccp, ccpFrames, expect, softphone, test, workspaceTab } from './support/bench.ts';

test.describe('a call in the console, inside Lightning Web Security', () => {
  test('inbound: it rings, the agent accepts, the contact opens, and one closed log remains', async ({
    bench,
  }) => {
    const page = await bench.openReady();
    await page.getByLabel('Kind of call').selectOption('Inbound call');
    await page.getByLabel('Who', { exact: true }).selectOption(CALLER.number);
    await page.getByRole('button', { name: 'Start' }).click();
    await expect(softphone(page)).toContainText(CALLER.number);
    await expect(workspaceTab(page, CALLER.name)).toBeVisible();

    const beforeAccept = Date.now();
    await ccp(page).getByRole('button', { name: 'Accept' }).click();
    await expect(softphone(page)).toContainText('Connected');
    const afterAccept = Date.now();
    await expect
      .poll(async () => (await bench.interactions()).map((row) => row['Log_State__c']))
      .toEqual(['open']);

    await ccp(page).getByRole('button', { name: 'End call' }).click();
    await ccp(page).getByRole('button', { name: 'Clear contact' }).click();
    const { interaction, log } = await bench.closedCall();

    const answeredAt = Date.parse(String(interaction['Answered_At__c']));
    const endedAt = Date.parse(String(interaction['Ended_At__c']));
    expect(answeredAt).toBeGreaterThanOrEqual(beforeAccept);
    expect(answeredAt).toBeLessThanOrEqual(afterAccept);
    expect(log['CallDurationInSeconds']).toBe(Math.round((endedAt - answeredAt) / 1000));
    expect(interaction['Task_Id__c']).toBe(log['Id']);
    expect(log).toEqual(
      expect.objectContaining({
        Subject: `Call from ${CALLER.name}`,
        CallType: 'Inbound',
        CallObject: interaction['Contact_Id__c'],
        WhoId: interaction['Contact__c'],
      }),
    );
    expect(interaction).toEqual(
      expect.objectContaining({ Pacing_Mode__c: 'inbound', Outcome__c: 'answered', Estimated_End__c: false }),
    );
  });

  test('inbound: one look-up, one creation, one close, and nothing more is asked of the org', async ({
    bench,
  }) => {
    await bench.openReady();
    const id = await bench.world('offerInbound', { number: CALLER.number });
    await expect.poll(async () => (await bench.requests()).join()).toContain('search');
    await bench.agent('accept', id);
    await expect.poll(async () => (await bench.interactions()).length).toBe(1);
    await bench.world('customerHangsUp', id);
    await bench.agent('clear', id);
    await bench.closedCall();
    const dispatch = (await bench.requests()).filter((request) => !request.includes('load'));
    expect(dispatch).toHaveLength(3);
  });

  test('manual outbound: dialled in the CCP, answered, hung up by the customer, logged', async ({
    bench,
  }) => {
    const page = await bench.openReady();
    await ccp(page).getByLabel('Number to dial').fill(CALLER.number);
    await ccp(page).getByRole('button', { name: 'Call', exact: true }).click();
    await expect(workspaceTab(page, CALLER.name)).toBeVisible();
    await expect(softphone(page)).toContainText('Manual Outbound');
    await page.getByRole('button', { name: 'Customer answers' }).click();
    await expect(softphone(page)).toContainText('Connected');
    await page.getByRole('button', { name: 'Customer hangs up' }).click();
    await ccp(page).getByRole('button', { name: 'Clear contact' }).click();
    const { interaction, log } = await bench.closedCall();
    expect(interaction['Pacing_Mode__c']).toBe('manual-outbound');
    expect(interaction['Direction__c']).toBe('outbound');
    expect(log['CallType']).toBe('Outbound');
  });

  test('hold and resume are counted, and the log says how long', async ({ bench }) => {
    const page = await bench.openReady();
    const id = await bench.world('offerInbound', { number: CALLER.number });
    await ccp(page).getByRole('button', { name: 'Accept' }).click();
    await ccp(page).getByRole('button', { name: 'Hold' }).click();
    await expect(softphone(page)).toContainText(/on hold/i);
    await ccp(page).getByRole('button', { name: 'Resume' }).click();
    await expect(ccp(page).getByRole('button', { name: 'Hold' })).toBeVisible();
    await bench.world('customerHangsUp', id);
    await bench.agent('clear', id);
    const { interaction } = await bench.closedCall();
    expect(Number(interaction['Hold_Seconds__c'])).toBeGreaterThanOrEqual(0);
    expect(Number(interaction['Hold_Seconds__c'])).toBeLessThanOrEqual(
      Number(interaction['Talk_Seconds__c']),
    );
  });

  for (const [how, start, finish] of [
    ['missed', 'offerInbound', 'miss'],
    ['vanished while ringing', 'offerInbound', 'vanish'],
  ] as const) {
    test(`an inbound call that was ${how} says so on the card and leaves no open record`, async ({
      bench,
    }) => {
      const page = await bench.openReady();
      const id = await bench.world(start, { number: CALLER.number });
      await expect(workspaceTab(page, CALLER.name)).toBeVisible();
      await bench.world(finish, id);
      await expect(softphone(page)).toContainText(/missed|not answered/i);
      const states = (await bench.interactions()).map((row) => row['Log_State__c']);
      expect(states.filter((state) => state === 'open')).toEqual([]);
    });
  }

  test('a rejected call is named as rejected', async ({ bench }) => {
    const page = await bench.openReady();
    await bench.world('offerInbound', { number: CALLER.number });
    await ccp(page).getByRole('button', { name: 'Reject' }).click();
    await expect(softphone(page)).toContainText(/rejected/i);
  });

  test('in standard navigation the same call ends with the same log', async ({ bench }) => {
    const page = await bench.openReady({ nav: 'standard' });
    const id = await bench.world('offerInbound', { number: CALLER.number });
    await expect(page.getByRole('heading', { name: CALLER.name, level: 1 })).toBeVisible();
    await bench.agent('accept', id);
    await expect.poll(async () => (await bench.interactions()).length).toBe(1);
    await bench.world('customerHangsUp', id);
    await bench.agent('clear', id);
    await bench.closedCall();
    await expect(ccpFrames(page)).toHaveCount(1);
  });

  test('with Lightning Web Security switched off for debugging the call works too', async ({ bench }) => {
    await bench.openReady({ lws: 'off' });
    const id = await bench.world('offerInbound', { number: CALLER.number });
    await bench.agent('accept', id);
    await expect.poll(async () => (await bench.interactions()).length).toBe(1);
    await bench.world('customerHangsUp', id);
    await bench.agent('clear', id);
    await bench.closedCall();
  });
});
