import { at, contact, play, run, say, snap } from './scenario.ts';
import type { Step } from './scenario.ts';
import { parseEventSettings } from '../../src/model/settings.ts';

type Options = Parameters<typeof contact>[3];

const TALK = 'agent:connected customer:connected';
const RINGING = 'agent:connecting customer:connected';
const OVER = 'agent:disconnected customer:disconnected';
const PROGRESSIVE = { attributes: { cti_pacing: 'progressive' } };
const DIRECT = { attributes: { cti_pacing: 'Direct Preview' } };

function events(settings: unknown, ...steps: Step[]): string[] {
  return run({ name: '', settings, steps, expected: [] });
}

const one = (state: string, legs: string, options: Options = {}): Step =>
  snap('Busy', contact('c-1', state, legs, options));

// R1 to R11: docs/decisions/0027-when-a-contact-gives-an-event.md
describe('R1, R2: offered and connecting', () => {
  it('R1 speaks only for the two preview pacings, at the offer', () => {
    expect(events({}, one('incoming', RINGING, DIRECT))).toEqual([
      '0 hvoc.direct-preview.regular-call.preview primary preview-offered',
    ]);
    expect(events({}, one('incoming', RINGING, PROGRESSIVE))).toEqual([]);
  });

  it.each([
    [
      'direct preview, the offer unseen',
      DIRECT,
      'hvoc.direct-preview.outbound.connecting primary agent-accepted',
    ],
    [
      'an agent who dials',
      { leg: 'outbound' },
      'hvoc.manual-outbound.outbound.connecting primary call-placed',
    ],
    [
      'a manual call that was transferred here',
      { from: 'c-0', attributes: { cti_pacing: 'manual-outbound' } },
      'hvoc.manual-outbound.inbound.connecting primary call-offered receiving',
    ],
    ['a caller', {}, 'hvoc.inbound.inbound.connecting primary call-offered'],
    [
      'a contact without an initial contact id',
      { from: null },
      'hvoc.inbound.inbound.connecting primary call-offered',
    ],
  ] as const)('R2 tells the cause: %s', (_name, options, line) => {
    expect(events({}, one('connecting', RINGING, options))).toEqual([`0 ${line}`]);
  });

  it('R2 is silent for HVOC progressive and predictive', () => {
    expect(events({}, one('connecting', RINGING, PROGRESSIVE))).toEqual([]);
    expect(events({}, one('connecting', RINGING, { attributes: { cti_pacing: 'predictive' } }))).toEqual([]);
  });
});

describe('R3: connected', () => {
  it('needs the contact and its initial leg, and comes once', () => {
    expect(
      events(
        {},
        one('connected', 'agent:connected customer:connecting', PROGRESSIVE),
        one('connected', TALK, PROGRESSIVE),
        one('paused', TALK, PROGRESSIVE),
        one('connected', TALK, PROGRESSIVE),
      ),
    ).toEqual(['1 hvoc.progressive.outbound.connected primary agent-accepted']);
  });

  it('counts a leg on hold, and gives the hold after it', () => {
    expect(events({}, one('connected', 'agent:connected customer:hold', PROGRESSIVE))).toEqual([
      '0 hvoc.progressive.outbound.connected primary agent-accepted',
      '0 hvoc.progressive.outbound.hold primary agent-held',
    ]);
  });

  it.each([
    [
      'a callback',
      { type: 'queue_callback' },
      'hvoc.manual-outbound.outbound.connected primary customer-answered',
    ],
    ['direct preview', DIRECT, 'hvoc.direct-preview.outbound.connected primary customer-answered'],
    ['a campaign call', PROGRESSIVE, 'hvoc.progressive.outbound.connected primary agent-accepted'],
    [
      'a campaign call on the desktop it was transferred to',
      { ...PROGRESSIVE, from: 'c-0' },
      'hvoc.progressive.outbound.connected primary consultant-answered receiving',
    ],
    [
      'a callback is never received by transfer',
      { type: 'queue_callback', from: 'c-0' },
      'hvoc.manual-outbound.outbound.connected primary customer-answered',
    ],
  ] as const)('tells the cause: %s', (_name, options, line) => {
    expect(events({}, one('connected', TALK, options))).toEqual([`0 ${line}`]);
  });

  it('by leg counts outbound legs only', () => {
    const settings = { answerSignal: 'leg' };
    expect(events(settings, one('connecting', TALK, PROGRESSIVE))).toEqual([]);
    expect(events(settings, one('connecting', TALK, { ...PROGRESSIVE, leg: 'outbound' }))).toEqual([
      '0 hvoc.progressive.outbound.connected primary agent-accepted',
    ]);
  });
});

describe('R4 to R7 and R11: hold, consult, conference', () => {
  const hold = (thirds: string): Step => one('connected', `agent:connected customer:hold${thirds}`, DIRECT);

  it('R4 charges each third leg with one hold', () => {
    const talk = (thirds: string): Step => one('connected', `${TALK}${thirds}`, DIRECT);
    expect(
      events(
        {},
        hold(' t1:connecting'),
        talk(' t1:hold'),
        hold(' t1:connected'),
        talk(''),
        hold(' t2:connected'),
      ).filter((line) => line.includes('.hold')),
    ).toEqual([
      '0 hvoc.direct-preview.outbound.hold primary consult-placed',
      '2 hvoc.direct-preview.outbound.hold primary agent-held #2',
      '4 hvoc.direct-preview.outbound.hold primary consult-placed #3',
    ]);
  });

  it('R5 and R6: a leg that is first seen connected gives no connecting; from hold it is not connected anew', () => {
    expect(
      events(
        {},
        hold(''),
        hold(' t1:connected'),
        hold(' t1:hold'),
        hold(' t1:connected'),
        hold(' t1:connecting'),
      ).filter((line) => line.includes('consult')),
    ).toEqual([
      '1 hvoc.direct-preview.outbound.connected consult consultant-answered',
      '4 hvoc.direct-preview.outbound.connecting consult consult-placed',
    ]);
  });

  it('R5 and R6 know a supervisor from a consultant', () => {
    expect(events({}, hold(''), hold(' monitor-1:connected'), hold(' t1:barge')).slice(2)).toEqual([]);
  });

  it('R7 needs three connected legs, among them the agent', () => {
    const settings = { setup: 'tethered', tether: { style: 'per-call' } };
    const conference = (legs: string): string[] =>
      events(settings, one('connected', TALK, PROGRESSIVE), one('connected', legs, PROGRESSIVE)).filter(
        (line) => line.includes('conference'),
      );
    expect(conference(`${TALK} t1:connected`)).toEqual([
      '1 tethered.progressive.regular-call.conference primary conference-started',
    ]);
    expect(conference('agent:hold customer:connected t1:connected t2:connected')).toEqual([]);
    expect(conference(`${TALK} monitor-1:connected`)).toEqual([]);
  });

  it('R11 needs a living contact', () => {
    const ended = one('ended', 'agent:disconnected customer:connected', DIRECT);
    expect(events({}, hold(''), ended).map((line) => line.split(' ')[1])).toEqual([
      'hvoc.direct-preview.outbound.connected',
      'hvoc.direct-preview.outbound.hold',
      'hvoc.direct-preview.outbound.acw',
    ]);
  });
});

describe('R8 to R10: the end', () => {
  const GONE = snap('Available');

  it.each(['ended', 'missed', 'rejected', 'error'])(
    'R8: %s after having been connected is after-call work',
    (state) => {
      expect(
        events({}, one('connected', TALK, PROGRESSIVE), one(state, OVER, PROGRESSIVE), GONE).slice(1),
      ).toEqual([
        '1 hvoc.progressive.outbound.acw primary call-ended by-unknown',
        '2 hvoc.progressive.outbound.dropped primary contact-cleared',
      ]);
    },
  );

  it.each([
    ['missed', 'not-answered'],
    ['rejected', 'rejected'],
    ['error', 'failed'],
  ])(
    'R10: a call that ended unanswered and turns out %s is missed at once, and only once',
    (state, cause) => {
      expect(
        events({}, one('connecting', RINGING), one('ended', OVER), one(state, OVER), GONE).slice(1),
      ).toEqual([`2 hvoc.inbound.inbound.missed primary ${cause}`]);
    },
  );

  it('R8: what a call in after-call work turns into later changes nothing', () => {
    expect(
      events(
        {},
        one('connected', TALK, PROGRESSIVE),
        one('ended', OVER, PROGRESSIVE),
        one('error', OVER, PROGRESSIVE),
      ).length,
    ).toBe(2);
  });

  it('R8: the after-call work of another contact is not that of a call that was never connected', () => {
    const other = contact('chat-1', 'ended', '', { type: 'chat' });
    const unanswered = contact('c-1', 'ended', OVER);
    expect(
      events({}, one('connecting', RINGING), snap('AfterCallWork', unanswered, other), GONE).slice(1),
    ).toEqual(['2 hvoc.inbound.inbound.missed primary not-answered']);
  });

  it('R8: who ended the call, by who left first or by the time stamps', () => {
    const ending = (customerAt: number | null, agentAt: number | null): string | undefined => {
      const ended = contact('c-1', 'ended', OVER, PROGRESSIVE);
      const connections = (ended.connections ?? []).map((leg) => ({
        ...leg,
        stateAt: leg.initial ? customerAt : agentAt,
      }));
      return events({}, one('connected', TALK, PROGRESSIVE), snap('Busy', { ...ended, connections }))[1]
        ?.split(' ')
        .at(-1);
    };
    expect([ending(1, 2), ending(2, 1), ending(1, 1), ending(null, 1)]).toEqual([
      'by-customer',
      'by-agent',
      'by-unknown',
      'by-unknown',
    ]);
  });

  it.each([
    ['a consultant who had answered stayed', 't1:connected', 't1:connected', 'consult-transferred'],
    ['a consultant who was on hold stayed', 't1:hold', 't1:connected', 'consult-transferred'],
    ['a third leg that never connected stayed', 't1:connecting', 't1:connecting', 'blind-transferred'],
    ['a third leg answered as the agent left', 't1:connecting', 't1:connected', 'consult-transferred'],
    ['the third leg had left before', 't1:disconnected', '', 'contact-cleared'],
    ['a third leg came only as the agent left', '', 't1:connecting', 'contact-cleared'],
  ])('R9: %s', (_name, thirds, last, cause) => {
    const ended = one('ended', `agent:disconnected customer:connected ${last}`, DIRECT);
    const lines = events(
      {},
      one('connected', `agent:connected customer:hold ${thirds}`, DIRECT),
      ended,
      GONE,
    );
    expect(lines.at(-1)).toBe(`2 hvoc.direct-preview.outbound.dropped primary ${cause}`);
  });

  it('R9: the customer had left, so nobody was transferred', () => {
    const lines = events(
      {},
      one('connected', TALK, DIRECT),
      one('connected', 'agent:connected customer:disconnected t1:connected', DIRECT),
      GONE,
    );
    expect(lines.slice(-2)).toEqual([
      '2 hvoc.direct-preview.outbound.acw primary call-ended synthetic by-customer',
      '2 hvoc.direct-preview.outbound.dropped primary contact-cleared',
    ]);
  });

  it.each([
    ['missed', 'not-answered'],
    ['rejected', 'rejected'],
    ['error', 'failed'],
  ])('R10: %s before it was connected, once', (state, cause) => {
    expect(
      events({}, one('connecting', RINGING), one(state, OVER), one('ended', OVER), GONE).slice(1),
    ).toEqual([`1 hvoc.inbound.inbound.missed primary ${cause}`]);
  });
});

describe('several calls', () => {
  it('gives new contacts first, then the removed ones, then the others', () => {
    const a = contact('a', 'connected', TALK);
    const b = contact('b', 'connected', TALK, PROGRESSIVE);
    const steps = [
      snap('Busy', a, b),
      snap(
        'Busy',
        contact('b', 'connected', 'agent:connected customer:hold', PROGRESSIVE),
        contact('z', 'connecting', RINGING),
      ),
    ];
    const { outputs } = play(steps, { settings: parseEventSettings({}) });
    const told = (outputs[1] ?? []).flatMap((output) =>
      output.kind === 'event' ? [`${output.event.contactId} ${output.event.event}`] : [],
    );
    expect(told).toEqual(['z connecting', 'a acw', 'a dropped', 'b hold']);
  });

  it('takes a contact that ended and is offered again, without having been removed, for a new call', () => {
    const { outputs } = play(
      [
        one('connected', TALK),
        snap('AfterCallWork', contact('c-1', 'ended', OVER)),
        one('connecting', RINGING),
      ],
      { settings: parseEventSettings({}) },
    );
    const told = (outputs[2] ?? []).flatMap((output) =>
      output.kind === 'event'
        ? [`${output.event.callKey.split('|').at(-1)} ${output.event.event} ${output.event.at - at(0)}`]
        : [],
    );
    expect(told).toEqual(['1 dropped 2000', '2 connecting 2000']);
  });
});

describe('pacing', () => {
  it('may still change until the first event, and not after it', () => {
    expect(
      events(
        {},
        one('incoming', RINGING),
        one('connecting', RINGING, PROGRESSIVE),
        one('connected', TALK, { attributes: { cti_pacing: 'predictive' } }),
        one('connected', 'agent:connected customer:hold', DIRECT),
      ),
    ).toEqual([
      '2 hvoc.predictive.outbound.connected primary agent-accepted',
      '3 hvoc.predictive.outbound.hold primary agent-held',
    ]);
  });
});

describe("the dialler's preview in the HVOC setup", () => {
  it('is the one message that counts', () => {
    expect(
      events(
        {},
        say('d-1', 'Regular-Call Preview', 'Preview'),
        say('d-1', 'Regular-Call Preview'),
        say('d-1', 'Regular-Call Initiate'),
        say('d-1', 'Consult Consult'),
        say('d-2', 'Regular-Call Preview'),
        say('d-2', 'Regular-Call DROPPED'),
        say('d-2', 'Regular-Call Preview'),
      ),
    ).toEqual([
      '0 hvoc.direct-preview.regular-call.preview primary preview-offered',
      '4 hvoc.direct-preview.regular-call.preview primary preview-offered',
    ]);
  });

  it('is open until the dialler says ACW or DROPPED', () => {
    const open = (...words: string[]): number =>
      play(
        words.map((word) => say('d-1', `Regular-Call ${word}`)),
        { settings: parseEventSettings({}) },
      ).tracker.calls().length;
    expect([open('Preview', 'Initiate'), open('Preview', 'ACW'), open('Preview', 'DROPPED')]).toEqual([
      1, 0, 0,
    ]);
  });

  it('is over once Streams shows the call', () => {
    const { tracker } = play([say('d-1', 'Regular-Call Preview'), one('connecting', RINGING, DIRECT)], {
      settings: parseEventSettings({}),
    });
    expect(tracker.calls().map((call) => call.callId)).toEqual(['c-1']);
  });
});

describe("the consultant's desktop in a standing tether", () => {
  const settings = { setup: 'tethered', tether: { defaultPacing: 'progressive' } };

  it('takes a call that comes under its own id out of an open consult for the transferred one', () => {
    expect(events(settings, say('x-1', 'Consult Consult'), say('d-1', 'Regular-Call CustAnswered'))).toEqual([
      '0 tethered.progressive.regular-call.consult consult consult-placed receiving',
      '1 tethered.progressive.regular-call.acw primary call-ended receiving synthetic unanswered',
      '1 tethered.progressive.regular-call.dropped primary contact-cleared receiving unanswered',
      '1 tethered.progressive.regular-call.cust-answered primary consult-transferred receiving',
    ]);
  });

  it('takes a call that comes after the consult was over for a new one', () => {
    expect(
      events(
        settings,
        say('x-1', 'Consult Ringing'),
        say('x-1', 'Consult DROPPED'),
        say('d-1', 'Regular-Call CustAnswered'),
      ),
    ).toEqual(['2 tethered.progressive.regular-call.cust-answered primary customer-answered']);
  });
});
