import { createContactTracker } from '../../src/contact/contact-tracker.ts';
import { createOfferCounters } from '../../src/contact/offer-counters.ts';
import { readTetherAttributes } from '../../src/contact/read-tether-attributes.ts';
import { parseEventSettings } from '../../src/model/settings.ts';
import { AGENT_ID, START, contact, say } from './scenario.ts';
import type { Step } from './scenario.ts';

describe('what survives a page load stays small', () => {
  it('after thousands of calls of Streams and of the dialler', () => {
    const tracker = createContactTracker({
      settings: parseEventSettings({ setup: 'tethered', tether: { defaultPacing: 'progressive' } }),
    });
    const agent = { id: AGENT_ID, name: null, state: 'Busy' };
    for (let index = 0; index < 3000; index += 1) {
      const at = START + index;
      const seen = contact(`c-${index}`, 'connected', 'agent:connected customer:connected');
      const chat = contact(`x-${index}`, 'connected', '', { type: 'chat' });
      tracker.observe({ at, agent, contacts: [seen, chat] });
      const { signal } = say(`d-${index}`, 'Regular-Call CustAnswered') as Step & { kind: 'say' };
      tracker.signal({ ...signal, at });
    }
    tracker.observe({ at: START + 3000, agent, contacts: [] });
    const state = tracker.state();
    expect([state.calls.length, state.told.length, state.droppedCallIds.length, state.offers.length]).toEqual(
      [0, 0, 100, 1000],
    );
    expect(JSON.stringify(state).length).toBeLessThan(30_000);
  });

  it('counts offers, and forgets the least recently offered', () => {
    const offers = createOfferCounters([['old', 2]]);
    expect([offers.next('old'), offers.next('new'), offers.next('new')]).toEqual([3, 1, 2]);
    for (let index = 0; index < 999; index += 1) offers.next(`filler-${index}`);
    expect([offers.next('new'), offers.next('old')]).toEqual([3, 1]);
  });
});

describe("the dialler's attributes on the tether", () => {
  const settings = parseEventSettings({ setup: 'tethered', tether: { source: 'attributes' } });
  const read = (attributes: Record<string, string>, lastSequence: number | null = null) =>
    readTetherAttributes(
      contact('t-1', 'connected', 'agent:connected', { attributes }),
      settings,
      lastSequence,
      START,
    );

  it('are a message of the dialler', () => {
    expect(
      read(
        {
          cti_seq: '3',
          cti_call_id: '4711',
          cti_call_state: 'Consult',
          cti_call_type: 'CONSULT',
          cti_pacing: 'Preview',
        },
        2,
      ),
    ).toEqual({
      kind: 'signal',
      sequence: 3,
      signal: {
        kind: 'call',
        at: START,
        callId: '4711',
        callType: 'consult',
        word: 'consult',
        variables: { PacingMode: 'Preview' },
        phoneNumber: null,
      },
    });
  });

  it('are nothing new without a growing number', () => {
    const written = { cti_seq: '3', cti_call_id: '4711', cti_call_state: 'Hold' };
    expect([read({}), read(written, 3), read(written, 10)]).toEqual([
      { kind: 'nothing' },
      { kind: 'nothing' },
      { kind: 'nothing' },
    ]);
  });

  it('say what is wrong with them', () => {
    expect([
      read({ cti_seq: 'three' }),
      read({ cti_seq: '3', cti_call_state: 'Hold' }),
      read({ cti_seq: '3', cti_call_id: '1', cti_call_type: 'Chat' }),
    ]).toEqual([
      { kind: 'problem', sequence: null, problem: 'cti_seq is not a number: three' },
      { kind: 'problem', sequence: 3, problem: 'cti_call_id is missing at cti_seq 3' },
      { kind: 'problem', sequence: 3, problem: 'cti_call_type is unknown: chat' },
    ]);
  });
});
