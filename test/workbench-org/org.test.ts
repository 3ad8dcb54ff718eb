import { handClock, orgAt, outcomeOf } from './org-at.ts';

const HOUR = 3_600_000;

function apply(operations: readonly unknown[]): { requestJson: string } {
  return { requestJson: JSON.stringify({ callKey: 'a|c|1', operations }) };
}

describe('the simulated org', () => {
  it('is seeded with sample records of every object, the same each time', () => {
    const counts = (): unknown => {
      const org = orgAt(handClock(), { seed: 'sample' });
      return org.objectNames().map((name) => [name, org.listRecords(name).length]);
    };
    expect(counts()).toEqual([
      ['Account', 14],
      ['Contact', 41],
      ['Lead', 15],
      ['Case', 14],
      ['Campaign', 2],
      ['CampaignMember', 12],
      ['Opportunity', 0],
      ['Task', 8],
      ['User', 4],
      ['Paceline_Interaction__c', 0],
    ]);
    expect(counts()).toEqual(counts());
  });

  it('uses fictional telephone numbers only', () => {
    const org = orgAt(handClock(), { seed: 'sample' });
    const numbers = ['Account', 'Contact', 'Lead'].flatMap((object) =>
      org.listRecords(object).flatMap((record) => [record['Phone'], record['MobilePhone']]),
    );
    const real = numbers
      .filter((number) => typeof number === 'string')
      .filter((number) => !/^1?20255501\d\d/.test(number.replace(/\D/g, '')) && number !== '020 7946 0123');
    expect(real).toEqual([]);
  });

  it('knows the workbench settings, with the overrides that only run time knows', async () => {
    const org = orgAt(handClock(), { settingOverrides: { Ccp_Url__c: 'https://127.0.0.1:3334/' } });
    const answer = await org.handleApex('PacelineConfigurationController', 'load', {
      settingName: 'Workbench',
    });
    expect(org.settingNames()).toEqual([
      'Workbench',
      'Workbench_Literal',
      'Workbench_Per_Call',
      'Workbench_Tethered',
    ]);
    expect((answer as { setting: unknown }).setting).toEqual({
      Ccp_Url: 'https://127.0.0.1:3334/',
      Setup: 'hvoc',
      Ruleset: 'paceline-recommended',
      Region: 'us-east-1',
      Default_Country: 'US',
      Allowed_Hosts: 'example.com, *.example.com',
      Unmatched_Policy: 'warn',
      Ccp_Load_Timeout_Seconds: 15,
      Retention_Days: 30,
    });
  });

  it('changes the revision whenever the configuration changes', async () => {
    const org = orgAt(handClock());
    const revision = async (): Promise<string> => {
      const answer = await org.handleApex('PacelineConfigurationController', 'load', {
        settingName: 'Workbench',
      });
      return (answer as { revision: string }).revision;
    };
    const first = await revision();
    const same = await revision();
    org.admin.saveSetting('Workbench', { Region__c: 'eu-west-2' });
    const changed = await revision();
    expect([same === first, changed === first]).toEqual([true, false]);
  });

  it('keeps the calls of two users of one desk apart', async () => {
    const org = orgAt(handClock());
    const other = org.asUser(org.listRecords('User')[1]?.Id ?? '');
    const request = apply([{ kind: 'save-interaction', key: 'k', fields: {} }]);
    await org.handleApex('PacelineInteractionController', 'apply', request);
    await other.handleApex('PacelineInteractionController', 'apply', request);
    expect(
      org.listRecords('Paceline_Interaction__c').map((row) => [row['OwnerId'], row['Interaction_Key__c']]),
    ).toEqual([
      [org.userId, `${org.userId}|a|c|1`],
      [other.userId, `${other.userId}|a|c|1`],
    ]);
  });

  it('refuses Apex classes to a user without the permission set', async () => {
    const org = orgAt(handClock());
    for (const assignment of org.listRecords('PermissionSetAssignment')) org.admin.delete(assignment.Id);
    expect(await outcomeOf(org.handleApex('PacelineLookupController', 'search', {}))).toEqual({
      ok: false,
      status: 403,
      statusText: 'Forbidden',
      body: { message: "You do not have access to the Apex class named 'PacelineLookupController'." },
    });
  });

  it('finds the task of a call by the id on its interaction even when its key was emptied', async () => {
    const org = orgAt(handClock());
    const close = (key: string): Promise<unknown> =>
      org.handleApex(
        'PacelineInteractionController',
        'apply',
        apply([{ kind: 'close-interaction', key, fields: {}, task: { Subject: key } }]),
      );
    await close('one');
    org.admin.update(org.listRecords('Task')[0]?.Id ?? '', { Paceline_Key__c: null });
    await close('two');
    expect(org.listRecords('Task').map((task) => task['Subject'])).toEqual(['two']);
  });

  it('refuses unknown Apex methods', async () => {
    const org = orgAt(handClock());
    expect([
      await outcomeOf(org.handleApex('PacelineLookupController', 'constructor', {})),
      await outcomeOf(org.handleApex('Object', 'toString', {})),
    ]).toEqual(
      ['PacelineLookupController.constructor', 'Object.toString'].map((name) => ({
        ok: false,
        status: 500,
        statusText: 'Server Error',
        body: {
          message: `No Apex method ${name}`,
          exceptionType: 'System.NoAccessException',
          isUserDefinedException: false,
          stackTrace: '',
        },
      })),
    );
  });

  it('logs every request with its outcome', async () => {
    const org = orgAt(handClock());
    await org.handleApex('PacelineConfigurationController', 'load', { settingName: 'Nope' });
    await outcomeOf(org.uiGetRecord('nonsense', []));
    expect(org.requests()).toEqual([
      {
        at: Date.parse('2026-01-05T12:00:00Z'),
        userId: org.userId,
        method: 'PacelineConfigurationController.load',
        params: { settingName: 'Nope' },
        outcome: 'ok',
        message: null,
      },
      {
        at: Date.parse('2026-01-05T12:00:00Z'),
        userId: org.userId,
        method: 'uiRecord.get',
        params: { recordId: 'nonsense', fields: [] },
        outcome: 'refused',
        message: 'Malformed ID nonsense',
      },
    ]);
  });

  it('goes back to its first state on reset', async () => {
    const org = orgAt(handClock(), { seed: 'sample' });
    const before = org.listRecords('Contact');
    await org.uiCreateRecord({ apiName: 'Contact', fields: { LastName: 'New' } });
    org.admin.setObjectPermissions('Contact', { create: false });
    org.faults.next({ kind: '5xx' });
    org.reset();
    expect([org.listRecords('Contact'), org.requests()]).toEqual([before, []]);
    expect(await outcomeOf(org.uiCreateRecord({ apiName: 'Contact', fields: { LastName: 'New' } }))).toBe(
      'accepted',
    );
  });

  it('gives orgs that live side by side ids of their own', () => {
    const ids = { next: () => 'same', random: () => 0 };
    const other = orgAt(handClock(), { ids: { next: () => 'other', random: () => 0 } });
    expect([
      orgAt(handClock(), { ids }).id === orgAt(handClock(), { ids }).id,
      orgAt(handClock(), { ids }).id === other.id,
    ]).toEqual([true, false]);
  });
});

describe('the housekeeping job', () => {
  it('closes what was left open for a day with an estimated end, and a late close still writes its task once', async () => {
    const clock = handClock();
    const org = orgAt(clock);
    const call = (operations: readonly unknown[]): Promise<unknown> =>
      org.handleApex('PacelineInteractionController', 'apply', apply(operations));
    await call([{ kind: 'save-interaction', key: 'k', fields: { Pacing_Mode__c: 'inbound' } }]);
    clock.advance(24 * HOUR);
    const tooEarly = org.runHousekeeping();
    clock.advance(1);
    const done = org.runHousekeeping();
    const again = org.runHousekeeping();
    const row = org.listRecords('Paceline_Interaction__c')[0];
    expect([tooEarly, done, again]).toEqual([
      { closed: 0, purged: 0 },
      { closed: 1, purged: 0 },
      { closed: 0, purged: 0 },
    ]);
    expect([row?.['Log_State__c'], row?.['Estimated_End__c'], row?.['Ended_At__c']]).toEqual([
      'closed',
      true,
      '2026-01-05T12:00:00.000Z',
    ]);
    await call([{ kind: 'close-interaction', key: 'c', fields: {}, task: { Subject: 'Call' } }]);
    await call([{ kind: 'close-interaction', key: 'c', fields: {}, task: { Subject: 'Call' } }]);
    expect(org.listRecords('Task').map((task) => task['Subject'])).toEqual(['Call']);
  });

  it('deletes interactions after the longest retention of all settings', async () => {
    const clock = handClock();
    const org = orgAt(clock);
    org.admin.saveSetting('Long', { Retention_Days__c: 40 });
    org.admin.insert('Paceline_Interaction__c', { Interaction_Key__c: 'one', Log_State__c: 'closed' });
    clock.advance(40 * 24 * HOUR);
    const kept = org.runHousekeeping();
    clock.advance(1);
    expect([kept, org.runHousekeeping(), org.listRecords('Paceline_Interaction__c')]).toEqual([
      { closed: 0, purged: 0 },
      { closed: 0, purged: 1 },
      [],
    ]);
  });
});
