import { createFaultInjector } from '../../workbench/org/faults.ts';
import { handClock, orgAt, outcomeOf } from './org-at.ts';

const SAVE = {
  requestJson: JSON.stringify({
    callKey: 'a|c|1',
    operations: [{ kind: 'save-interaction', key: 'k', fields: {} }],
  }),
};

describe('fault injection', () => {
  it.each([
    ['lost-request', { name: 'ConnectionLost', happened: false }, 0],
    ['lost-response', { name: 'ConnectionLost', happened: true }, 1],
    [
      'expired-login',
      {
        ok: false,
        status: 401,
        statusText: 'Unauthorized',
        body: { statusCode: 401, errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' },
      },
      0,
    ],
    [
      '5xx',
      {
        ok: false,
        status: 503,
        statusText: 'Service Unavailable',
        body: { statusCode: 503, errorCode: 'SERVER_UNAVAILABLE', message: 'The server is busy. Try again.' },
      },
      0,
    ],
  ] as const)('%s strikes as often as asked, then the org works again', async (kind, expected, written) => {
    const org = orgAt(handClock());
    org.faults.next({ kind, times: 2 });
    const apply = (): Promise<unknown> =>
      outcomeOf(org.handleApex('PacelineInteractionController', 'apply', SAVE));
    expect([await apply(), await apply()]).toEqual([expected, expected]);
    expect(org.listRecords('Paceline_Interaction__c').length).toBe(written);
    expect(await apply()).toBe('accepted');
    expect(org.listRecords('Paceline_Interaction__c').length).toBe(1);
  });

  it('a fault for one method leaves the others alone', async () => {
    const org = orgAt(handClock());
    org.faults.next({ kind: '5xx', method: 'PacelineLookupController.search' });
    expect(await outcomeOf(org.handleApex('PacelineInteractionController', 'apply', SAVE))).toBe('accepted');
  });

  it('latency answers only after its time', async () => {
    const clock = handClock();
    const org = orgAt(clock);
    org.faults.next({ kind: 'latency', latencyMs: 300 });
    const call = org.handleApex('PacelineInteractionController', 'apply', SAVE);
    clock.advance(299);
    await Promise.resolve();
    const early = org.requests().length;
    clock.advance(1);
    await call;
    expect([early, org.requests().length]).toEqual([0, 1]);
  });

  it('offline loses every request until the network is back', async () => {
    const org = orgAt(handClock());
    org.faults.offline(true);
    const load = (): Promise<unknown> =>
      outcomeOf(org.handleApex('PacelineConfigurationController', 'load', { settingName: 'Workbench' }));
    expect([await load(), await load()]).toEqual([
      { name: 'ConnectionLost', happened: false },
      { name: 'ConnectionLost', happened: false },
    ]);
    org.faults.offline(false);
    expect(await load()).toBe('accepted');
  });

  it('random faults repeat with their seed', () => {
    const draws = (seed: number): string[] => {
      const faults = createFaultInjector();
      faults.random({ seed, rates: { latency: 0.5, '5xx': 0.3 }, maxLatencyMs: 100 });
      return Array.from({ length: 6 }, () => {
        const drawn = faults.draw('any');
        return [...drawn.kinds, drawn.latencyMs].join(' ');
      });
    };
    expect(draws(7)).toEqual(draws(7));
    expect(draws(7)).not.toEqual(draws(8));
  });
});
