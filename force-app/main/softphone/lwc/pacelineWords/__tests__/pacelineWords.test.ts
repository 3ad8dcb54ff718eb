import {
  PHASE_LABELS,
  fillIn,
  findPhase,
  formatDuration,
  isLive,
  measurePhase,
  nameCaller,
  namePacing,
} from 'c/pacelineWords';
import type { CallPhase } from 'c/pacelineWords';
import type { CallView } from 'c/pacelineCore';
import { NOON, sampleCall, sampleCard } from '../../../../../test/support/samples.ts';

const at = (seconds: number): number => NOON + seconds * 1000;
const talked = { state: 'ended', answered: true, connectedAt: at(5), endedAt: at(65) };

/** A call, its phase, and how long the phase has lasted two minutes after the offer. */
const CALLS: readonly [string, Partial<CallView>, CallPhase, number][] = [
  ['an inbound call before it is answered', {}, 'offered', 120],
  ['a preview that waits for the agent', { direction: 'outbound', state: 'incoming' }, 'offered', 120],
  ['an outbound call before it is answered', { direction: 'outbound' }, 'dialing', 120],
  ['a connected call', { state: 'connected', connectedAt: at(5) }, 'talking', 115],
  ['a held call', { state: 'connected', connectedAt: at(5), holdSince: at(100) }, 'held', 115],
  ['an ended call', talked, 'wrap-up', 55],
  ['a call that the agent missed and has not cleared yet', { state: 'missed', endedAt: at(20) }, 'missed', 0],
  [
    'an outbound call that nobody answered',
    { direction: 'outbound', state: 'ended', endedAt: at(20) },
    'wrap-up',
    100,
  ],
  ['a cleared call shows how long it was talked', { ...talked, clearedAt: at(90) }, 'done', 60],
  ['a call that never ended in sight', { answered: true, connectedAt: at(5), clearedAt: at(90) }, 'done', 85],
  ['a call that nobody answered', { clearedAt: at(20) }, 'missed', 0],
  ['a call without an offer time', { offeredAt: null }, 'offered', 0],
];

describe('phases of a call', () => {
  it.each(CALLS)('%s', (_name, changes, phase, seconds) => {
    const call = sampleCall(changes);
    expect(findPhase(call)).toBe(phase);
    expect(measurePhase(call, at(120))).toBe(seconds * 1000);
    expect(isLive(call)).toBe(!('clearedAt' in changes));
  });

  it('have a label each', () => {
    expect(PHASE_LABELS).toEqual({
      offered: 'c.Paceline_Phase_Offered',
      dialing: 'c.Paceline_Phase_Dialing',
      talking: 'c.Paceline_Phase_Talking',
      held: 'c.Paceline_Phase_Held',
      'wrap-up': 'c.Paceline_Phase_Wrap_Up',
      done: 'c.Paceline_Phase_Done',
      missed: 'c.Paceline_Phase_Missed',
    });
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '0:00'],
    [-5000, '0:00'],
    [9_999, '0:09'],
    [65_000, '1:05'],
    [3_599_000, '59:59'],
    [3_600_000, '1:00:00'],
    [36_061_000, '10:01:01'],
  ])('writes %i ms as %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });
});

describe('nameCaller', () => {
  it('prefers the record, then the number, then says that it is not known', () => {
    const match = { recordId: '1', objectApiName: 'Contact', name: 'Robin Example', detail: null, rank: 1 };
    expect(nameCaller(sampleCard({ match }))).toBe('Robin Example');
    expect(nameCaller(sampleCard())).toBe('+12025550101');
    expect(nameCaller(sampleCard({ call: sampleCall({ phoneNumber: null }) }))).toBe(
      'c.Paceline_Unknown_Caller',
    );
  });
});

describe('namePacing', () => {
  it("uses the source's words, or says that the pacing is not known", () => {
    expect(namePacing(sampleCall({ pacingMode: 'direct-preview' }))).toBe('Direct Preview');
    expect(namePacing(sampleCall({ pacingMode: null }))).toBe('c.Paceline_Unknown_Pacing');
  });
});

describe('fillIn', () => {
  it('puts values in their places and leaves places without a value', () => {
    expect(fillIn('{1} before {0}, {2}', 'a', 'b')).toBe('b before a, {2}');
    expect(fillIn('{0}', '$&')).toBe('$&');
  });
});
