import { createContactTracker } from '../../src/contact/contact-tracker.ts';
import type { ContactTracker } from '../../src/contact/tracker.ts';
import type { CallView } from '../../src/model/call-view.ts';
import type { CtiEvent } from '../../src/model/cti-event.ts';
import type { ContactObservation } from '../../src/model/observation.ts';
import { parseEventSettings } from '../../src/model/settings.ts';
import { AGENT_ID, START, contact, reloaded, say } from './scenario.ts';
import type { Step } from './scenario.ts';

const settings = parseEventSettings({});
const TALK = 'agent:connected customer:connected';
const OVER = 'agent:disconnected customer:disconnected';

/** Seconds after the start at which Amazon's state of the contact and of the customer's leg began; null: not told. */
type Stamps = readonly [contact: number | null, customer?: number | null];

function stamped(state: string, legs: string, [contactAt, customerAt = null]: Stamps): ContactObservation {
  const time = (seconds: number | null): number | null =>
    seconds === null ? null : START + Math.round(seconds * 1000);
  const plain = contact('c-1', state, legs);
  const connections = (plain.connections ?? []).map((leg) => ({
    ...leg,
    stateAt: leg.initial ? time(customerAt) : null,
  }));
  return { ...plain, stateAt: time(contactAt), connections };
}

const ringing = (...stamps: Stamps) =>
  stamped('connecting', 'agent:connecting customer:connected', [...stamps]);
const talking = (...stamps: Stamps) => stamped('connected', TALK, [...stamps]);
const held = (...stamps: Stamps) => stamped('connected', 'agent:connected customer:hold', [...stamps]);
const ended = (...stamps: Stamps) => stamped('ended', OVER, [...stamps]);

type Look = readonly [seconds: number, ...contacts: ContactObservation[]] | 'load';

/** Shows a tracker what Streams shows, each look so many seconds after the start. */
function watch(looks: readonly Look[], skew?: number, options = { settings }) {
  let tracker: ContactTracker = createContactTracker(options);
  const events: CtiEvent[] = [];
  const views: CallView[] = [];
  for (const look of looks) {
    if (look === 'load') {
      tracker = reloaded(tracker, options);
      continue;
    }
    const [seconds, ...contacts] = look;
    const state = contacts.some((one) => one.state === 'ended') ? 'AfterCallWork' : 'Busy';
    const agent = { id: AGENT_ID, name: null, state };
    const at = START + Math.round(seconds * 1000);
    for (const output of tracker.observe({ at, agent, contacts, ...(skew === undefined ? {} : { skew }) })) {
      if (output.kind !== 'event') continue;
      events.push(output.event);
      views.push(output.call);
    }
  }
  return { tracker, events, last: views.at(-1) ?? tracker.calls()[0] };
}

/** Seconds after the start of what is known of a call. */
function timesOf(call: CallView | undefined) {
  const seconds = (time: number | null | undefined) =>
    typeof time === 'number' ? (time - START) / 1000 : null;
  return {
    offered: seconds(call?.offeredAt),
    connected: seconds(call?.connectedAt),
    ended: seconds(call?.endedAt),
    cleared: seconds(call?.clearedAt),
    hold: (call?.holdMs ?? 0) / 1000,
    holdSince: seconds(call?.holdSince),
    estimated: call?.estimatedEnd,
  };
}

const CALL = { offered: 0, connected: 1, ended: null, cleared: null, hold: 0, holdSince: null };

describe('an end that no page saw', () => {
  const unseen = (end: ContactObservation): Look[] => [
    [0, ringing(0)],
    [1, talking(1)],
    'load',
    [600, end],
    [603],
  ];

  it('was when Amazon says', () => {
    const { last, events } = watch(unseen(ended(66)));
    expect(timesOf(last)).toEqual({ ...CALL, ended: 66, cleared: 603, estimated: false });
    expect(events.map(({ event, at, replayed }) => [event, (at - START) / 1000, replayed]).slice(2)).toEqual([
      ['acw', 600, true],
      ['dropped', 603, false],
    ]);
  });

  it('is estimated when Amazon says nothing: the call lasted until it was last known to live', () => {
    const { last, events } = watch(unseen(ended(null)));
    expect(timesOf(last)).toEqual({ ...CALL, ended: 1, cleared: 603, estimated: true });
    expect(events.slice(2).map(({ event, estimatedEnd }) => [event, estimatedEnd])).toEqual([
      ['acw', true],
      ['dropped', true],
    ]);
  });

  it.each([-0.1, 602, -3600])('is estimated when it cannot have been at second %d', (second) => {
    expect(timesOf(watch(unseen(ended(second))).last)).toEqual({
      ...CALL,
      ended: 1,
      cleared: 603,
      estimated: true,
    });
  });

  it.each([
    [0.2, 1],
    [1.2, 1.2],
    [599.5, 599.5],
    [600.4, 600],
  ])('said to have been at second %d is kept between the two looks: %d', (second, end) => {
    expect(timesOf(watch(unseen(ended(second))).last)).toEqual({
      ...CALL,
      ended: end,
      cleared: 603,
      estimated: false,
    });
  });

  it('was when Amazon says while the page was open and saw nothing: a sleeping computer, a lost network', () => {
    const { last } = watch([[0, ringing(0)], [1, talking(1)], [600, ended(66)], [603]]);
    expect(timesOf(last)).toEqual({ ...CALL, ended: 66, cleared: 603, estimated: false });
  });

  it.each([-7200, -4, 3, 7200])('is read from a clock that is %d seconds ahead', (ahead) => {
    const { last } = watch(
      [[0, ringing(ahead)], [1, talking(1 + ahead)], 'load', [600, ended(66 + ahead)], [603]],
      ahead * 1000,
    );
    expect(timesOf(last)).toEqual({ ...CALL, ended: 66, cleared: 603, estimated: false });
  });

  it('of a call on hold ends the hold', () => {
    const { last } = watch([[0, ringing(0)], [1, talking(1)], [20, held(1, 20)], 'load', [600, ended(66)]]);
    expect(timesOf(last)).toEqual({ ...CALL, ended: 66, hold: 46, estimated: false });
  });

  it('of a contact that is gone is not after what was last seen of it, whatever the dialler said since', () => {
    const options = { settings: parseEventSettings({ setup: 'tethered' }) };
    const { tracker } = watch([[0, ringing(0)], [1, talking(1)], 'load'], 0, options);
    const { signal } = say('d-1', 'Regular-Call CustAnswered', 'Predictive') as Step & { kind: 'say' };
    tracker.signal({ ...signal, at: START + 590_000 });
    const agent = { id: AGENT_ID, name: null, state: 'Available' };
    const [output] = tracker.observe({ at: START + 600_000, agent, contacts: [] });
    expect(output?.kind === 'event' ? timesOf(output.call) : null).toEqual({
      ...CALL,
      ended: 1,
      cleared: 600,
      estimated: true,
    });
  });
});

describe('an end that a page saw', () => {
  it('is when it was seen, whatever Amazon says of the last second', () => {
    const { last } = watch([[0, ringing(-0.3)], [1, talking(0.6)], [66, ended(65.2)], [70]]);
    expect(timesOf(last)).toEqual({ ...CALL, ended: 66, cleared: 70, estimated: false });
  });

  it('is when it was seen if Amazon says nothing, or what cannot be', () => {
    for (const second of [null, -90, 700]) {
      const { last } = watch([[0, ringing(null)], [1, talking(null)], [66, ended(second)], [70]]);
      expect(timesOf(last)).toEqual({ ...CALL, ended: 66, cleared: 70, estimated: false });
    }
  });

  it('is not moved by a page load in after-call work', () => {
    const { last } = watch([
      [0, ringing(0)],
      [1, talking(1)],
      [66, ended(null)],
      'load',
      [90, ended(null)],
      [95],
    ]);
    expect(timesOf(last)).toEqual({ ...CALL, ended: 66, cleared: 95, estimated: false });
  });

  it('counts as seen when the page was away for less than a second', () => {
    const { last } = watch([[0, ringing(0)], [1, talking(1)], 'load', [1.9, ended(null)], [5]]);
    expect(timesOf(last)).toEqual({ ...CALL, ended: 1.9, cleared: 5, estimated: false });
  });
});

describe('an answer that no page saw', () => {
  it('was when Amazon says', () => {
    const { last } = watch([[0, ringing(0)], 'load', [100, talking(4, -30)], [166, ended(166)], [170]]);
    expect(timesOf(last)).toEqual({ ...CALL, connected: 4, ended: 166, cleared: 170, estimated: false });
  });

  it('was when the customer came onto the line, if the contact was connected before', () => {
    const waiting = stamped('connected', 'agent:connected customer:connecting', [1, 0]);
    const { last } = watch([[1, waiting], 'load', [100, talking(1, 9)], [166, ended(166)]]);
    expect(timesOf(last)).toEqual({ ...CALL, offered: 1, connected: 9, ended: 166, estimated: false });
  });

  it('makes the times an estimate when Amazon says nothing, but not the end', () => {
    const looks: Look[] = [[0, ringing(0)], 'load', [100, talking(null)]];
    expect(timesOf(watch(looks).last)).toEqual({ ...CALL, connected: 100, estimated: false });
    const { last, events } = watch([...looks, 'load', [101, talking(null)], [166, ended(166)], [170]]);
    expect(timesOf(last)).toEqual({ ...CALL, connected: 100, ended: 166, cleared: 170, estimated: true });
    expect(events.map(({ estimatedEnd }) => estimatedEnd)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('of a call that nobody here saw offered leaves the offer unknown', () => {
    const { last, tracker } = watch([[0], 'load', [100, talking(40, 10)], [166, ended(166)]]);
    expect(timesOf(last)).toEqual({ ...CALL, offered: null, connected: 40, ended: 166, estimated: false });
    expect(tracker.calls()[0]?.offeredAt).toBe(null);
  });

  it('of a page opened in mid-call, without anything from before, was when Amazon says', () => {
    const { last } = watch([
      [100, talking(40)],
      [166, ended(166)],
    ]);
    expect(timesOf(last)).toEqual({ ...CALL, offered: null, connected: 40, ended: 166, estimated: false });
    const { last: longAgo } = watch([[100, talking(-90_000)]]);
    expect(timesOf(longAgo)).toEqual({ ...CALL, offered: 100, connected: 100, estimated: false });
  });
});

describe('an offer that no page saw', () => {
  it('was when Amazon says', () => {
    const { last } = watch([[0], 'load', [100, ringing(88)], [103, talking(103)], [166, ended(166)]]);
    expect(timesOf(last)).toEqual({ ...CALL, offered: 88, connected: 103, ended: 166, estimated: false });
  });

  it('counts from when it was seen if Amazon says nothing', () => {
    const { last } = watch([[0], 'load', [100, ringing(null)], [103, talking(103)], [166, ended(166)]]);
    expect(timesOf(last)).toEqual({ ...CALL, offered: 100, connected: 103, ended: 166, estimated: false });
  });

  it('puts a call behind one that began later', () => {
    const other = { ...ringing(120), contactId: 'c-2' };
    const { tracker } = watch([[0], 'load', [100, talking(40)], [120, talking(40), other]]);
    expect(tracker.calls().map(({ callId }) => callId)).toEqual(['c-2', 'c-1']);
  });
});

describe('a hold that no page saw', () => {
  const before: Look[] = [
    [0, ringing(0, -9)],
    [1, talking(1, -9)],
  ];
  const onHold: Look[] = [...before, [20, held(1, 20)]];

  it('began when Amazon says', () => {
    const { tracker, last } = watch([
      ...before,
      'load',
      [100, held(1, 30)],
      [110, talking(1, 110)],
      [166, ended(166)],
    ]);
    expect(timesOf(last)).toEqual({ ...CALL, ended: 166, hold: 80, estimated: false });
    expect(tracker.calls()[0]?.holdSince).toBe(null);
  });

  it('ended when Amazon says', () => {
    const { last } = watch([...onHold, 'load', [100, talking(1, 32)], [166, ended(166)]]);
    expect(timesOf(last)).toEqual({ ...CALL, ended: 166, hold: 12, estimated: false });
  });

  it.each<[string, Look[]]>([
    ['began at some moment', [...before, 'load', [100, held(1, null)]]],
    ['ended at some moment', [...onHold, 'load', [100, talking(1, null)]]],
    ['came and went', [...before, 'load', [100, talking(1, 60)]]],
    ['was left and taken up again', [...onHold, 'load', [100, held(1, 60)]]],
    ['came and went after an answer that no page saw', [[0, ringing(0, -9)], 'load', [100, talking(1, 60)]]],
    ['came and went in a call that no page saw', [[0], 'load', [100, talking(1, 60)]]],
  ])('makes the times an estimate: it %s', (_what, looks) => {
    const { last, events } = watch([...looks, [166, ended(166)]]);
    expect([last?.endedAt, last?.estimatedEnd]).toEqual([START + 166_000, true]);
    expect(events.filter(({ estimatedEnd }) => estimatedEnd !== undefined)).toEqual([]);
  });

  it.each<[string, Look[]]>([
    ['the hold goes on', [...onHold, 'load', [100, held(1, 20)]]],
    ['nothing happened', [...before, 'load', [100, talking(1, -9)]]],
    ['Amazon says nothing of the leg', [...before, 'load', [100, talking(1, null)]]],
    ['nothing was said of the leg before', [[0, ringing(0)], [1, talking(1)], 'load', [100, talking(1, 60)]]],
    ['the leg is as new as the answer', [[0, ringing(0, -9)], 'load', [100, talking(60, 60.5)]]],
    ['it cannot have lasted a second', [...before, 'load', [100, talking(1, 1.9)]]],
    ['the page was watching', [...before, [100, talking(1, 60)]]],
  ])('is not made up: %s', (_what, looks) => {
    const { last } = watch([...looks, [166, ended(166)]]);
    expect([last?.endedAt, last?.estimatedEnd]).toEqual([START + 166_000, false]);
  });
});

describe("a dialler's call, of which nobody told while no page was open", () => {
  const tether = (state: string, attributes: Record<string, string> = {}) =>
    contact('t-1', state, TALK, { attributes: { cti_tether: 'true', ...attributes } });

  it('is estimated to have ended when it was last known to live, if its tether ended meanwhile', () => {
    const options = {
      settings: parseEventSettings({ setup: 'tethered', tether: { defaultPacing: 'predictive' } }),
    };
    let { tracker } = watch([[0, tether('connected')]], 0, options);
    const { signal } = say('d-1', 'Regular-Call CustAnswered') as Step & { kind: 'say' };
    tracker.signal({ ...signal, at: START + 5000 });
    tracker = reloaded(tracker, options);
    const agent = { id: AGENT_ID, name: null, state: 'Available' };
    const outputs = tracker.observe({ at: START + 600_000, agent, contacts: [tether('ended')] });
    expect(outputs.flatMap((output) => (output.kind === 'event' ? [timesOf(output.call)] : []))).toEqual(
      [0, 1].map(() => ({ ...CALL, offered: 5, connected: 5, ended: 5, cleared: 600, estimated: true })),
    );
  });

  const attributes = (sequence: number, word: string) =>
    tether('connected', {
      cti_seq: String(sequence),
      cti_call_id: 'd-1',
      cti_call_state: word,
      cti_pacing: 'predictive',
    });
  const byAttributes = {
    settings: parseEventSettings({ setup: 'tethered', tether: { source: 'attributes' } }),
  };

  it('is estimated, if its attributes changed meanwhile', () => {
    const answered: Look = [0, attributes(1, 'CustAnswered')];
    const { last } = watch(
      [answered, 'load', [600, attributes(2, 'ACW')], [601, attributes(3, 'DROPPED')]],
      0,
      byAttributes,
    );
    expect(timesOf(last)).toEqual({ ...CALL, connected: 0, ended: 0, cleared: 601, estimated: true });
    const { last: held } = watch(
      [answered, 'load', [600, attributes(2, 'Hold')], [700, attributes(3, 'ACW')]],
      0,
      byAttributes,
    );
    expect(timesOf(held)).toEqual({ ...CALL, connected: 0, ended: 700, hold: 100, estimated: true });
  });

  it('is exact, if they changed before or after', () => {
    const { last } = watch(
      [
        [0, attributes(1, 'CustAnswered')],
        [60, attributes(2, 'ACW')],
        'load',
        [600, attributes(3, 'DROPPED')],
      ],
      0,
      byAttributes,
    );
    expect(timesOf(last)).toEqual({ ...CALL, connected: 0, ended: 60, cleared: 600, estimated: false });
  });

  const next: readonly [string, string][] = [['d-2', 'CustAnswered']];
  it.each<[string, readonly [string, string][], number, boolean]>([
    ['is estimated, if the next that is heard is another call', next, 1, true],
    ['is exact, if it is heard of again', [['d-1', 'Hold'], ...next], 601, false],
    [
      'is exact, if its end is heard',
      [
        ['d-1', 'ACW'],
        ['d-1', 'DROPPED'],
      ],
      600,
      false,
    ],
  ])('%s', (_what, messages, endedAt, estimated) => {
    const options = {
      settings: parseEventSettings({ setup: 'tethered', tether: { defaultPacing: 'predictive' } }),
    };
    let tracker = createContactTracker(options);
    const ends: unknown[] = [];
    const hear = (seconds: number, id: string, word: string): void => {
      const { signal } = say(id, `Regular-Call ${word}`) as Step & { kind: 'say' };
      for (const output of tracker.signal({ ...signal, at: START + seconds * 1000 })) {
        if (output.kind !== 'event' || output.event.event !== 'dropped') continue;
        ends.push([timesOf(output.call).ended, output.call.estimatedEnd, output.event.estimatedEnd === true]);
      }
    };
    hear(1, 'd-1', 'CustAnswered');
    tracker = reloaded(tracker, options);
    for (const [index, [id, word]] of messages.entries()) hear(600 + index, id, word);
    expect(ends).toEqual([[endedAt, estimated, estimated]]);
  });
});

describe('an offer that no page saw begin', () => {
  const found = (first: ContactObservation): CallView | undefined => {
    const looks: Look[] = ['load', [20, first], [30, talking(30)], [90, ended(90)]];
    return watch(looks).last;
  };

  it('began when Amazon says', () => {
    const call = found(ringing(8));
    expect([timesOf(call).offered, call?.offerEstimated]).toEqual([8, undefined]);
  });

  it.each([
    ['says nothing', null],
    ['says a moment that is still to come, by another clock', 500],
  ])(
    'began at the latest when it was seen where Amazon %s, and the call tells so to its end',
    (_what, at) => {
      const call = found(ringing(at));
      expect([timesOf(call).offered, call?.offerEstimated]).toEqual([20, true]);
    },
  );

  it('is not told of a contact that was past it', () => {
    const { last } = watch(['load', [20, talking(null)]]);
    expect([timesOf(last).offered, last?.offerEstimated]).toEqual([null, undefined]);
  });
});
