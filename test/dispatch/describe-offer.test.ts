import { describeOffer } from '../../src/dispatch/describe-offer.ts';
import { CALL } from './outbox-fixtures.ts';

const offered = { ...CALL, offeredAt: 100_000, connectedAt: 112_400, endedAt: null };

describe('what tells the offer of a call', () => {
  it('gives ages in whole seconds, so that no clocks need agree', () => {
    expect(describeOffer(offered, 112_400, 'browser-1', 130_000)).toEqual({
      browser: 'browser-1',
      offeredSecondsAgo: 30,
      startedSecondsAgo: 30,
      endedSecondsAgo: null,
      phoneNumber: '+12025550143',
    });
  });

  it('begins with what is known of a call that was found connected, and tells its end', () => {
    const found = { ...offered, offeredAt: null, endedAt: 125_000 };
    expect(describeOffer(found, 128_000, 'browser-1', 130_000)).toEqual({
      browser: 'browser-1',
      offeredSecondsAgo: null,
      startedSecondsAgo: 18,
      endedSecondsAgo: 5,
      phoneNumber: '+12025550143',
    });
  });

  it('does not pass the first message of a dialler off as the moment of the offer', () => {
    const call = { ...offered, contactId: null };
    expect(describeOffer(call, 112_400, 'browser-1', 130_000).offeredSecondsAgo).toBeNull();
    expect(describeOffer(call, 112_400, 'browser-1', 130_000).startedSecondsAgo).toBe(30);
  });

  it('does not pass the first look at a contact that rings already off as the moment of the offer', () => {
    const call = { ...offered, offerEstimated: true };
    expect(describeOffer(call, 112_400, 'browser-1', 130_000).offeredSecondsAgo).toBeNull();
  });

  it('stays within what the server reads when the clock was set', () => {
    const ages = [0, 10 ** 13].map((now) => describeOffer(offered, 112_400, 'b', now).startedSecondsAgo);
    expect(ages).toEqual([0, 31_536_000]);
  });
});
