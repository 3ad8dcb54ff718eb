import { createContactTracker } from '../../src/contact/contact-tracker.ts';
import type { TrackerOutput } from '../../src/contact/tracker.ts';
import { parseEventSettings } from '../../src/model/settings.ts';
import { AGENT_ID, START, at, contact, play, say, snap } from './scenario.ts';
import type { Step } from './scenario.ts';

const TALK = 'agent:connected customer:connected';
const OPTIONS = { queue: 'Support', attributes: { tier: 'gold' } };
const RINGING = contact('c-1', 'connecting', 'agent:connecting customer:connected', OPTIONS);

function outputsOf(settings: unknown, ...steps: Step[]): TrackerOutput[] {
  return play(steps, { settings: parseEventSettings(settings) }).outputs.flat();
}

function traces(settings: unknown, ...steps: Step[]): unknown[] {
  return outputsOf(settings, ...steps).flatMap((output) =>
    output.kind === 'trace' ? [[output.entry.kind, output.entry.text]] : [],
  );
}

describe('what the tracker hands out', () => {
  it('is the whole event, with the call as it was then', () => {
    expect(outputsOf({}, snap('PendingBusy', RINGING))).toEqual([
      {
        kind: 'trace',
        entry: {
          at: START,
          kind: 'diagnostic',
          callKey: `${AGENT_ID}|c-1|1`,
          text: 'Pacing inbound from no sign of any other pacing mode.',
          data: { pacingMode: 'inbound', source: 'no sign of any other pacing mode' },
        },
      },
      {
        kind: 'event',
        event: {
          tuple: 'hvoc.inbound.inbound.connecting',
          setup: 'hvoc',
          pacingMode: 'inbound',
          channelType: 'inbound',
          event: 'connecting',
          cause: 'call-offered',
          leg: 'primary',
          legId: 'c-1-customer',
          occurrence: 1,
          contactId: 'c-1',
          initialContactId: 'c-1',
          callId: 'c-1',
          callKey: `${AGENT_ID}|c-1|1`,
          receiving: false,
          at: START,
          synthetic: false,
          replayed: false,
          evidence: 'contact entered connecting',
        },
        call: {
          callKey: `${AGENT_ID}|c-1|1`,
          callId: 'c-1',
          contactId: 'c-1',
          initialContactId: 'c-1',
          setup: 'hvoc',
          pacingMode: 'inbound',
          pacingSource: 'no sign of any other pacing mode',
          channelType: 'inbound',
          direction: 'inbound',
          receiving: false,
          phoneNumber: '+12025550101',
          queue: { arn: 'arn:queue/Support', id: 'id-Support', name: 'Support' },
          attributes: { tier: 'gold' },
          variables: {},
          state: 'connecting',
          legs: [
            { legId: 'c-1-agent', kind: 'agent', state: 'connecting', phoneNumber: null, name: null },
            {
              legId: 'c-1-customer',
              kind: 'customer',
              state: 'connected',
              phoneNumber: '+12025550101',
              name: null,
            },
          ],
          offeredAt: START,
          offerEstimated: true,
          connectedAt: null,
          endedAt: null,
          clearedAt: null,
          holdMs: 0,
          holdSince: null,
          answered: false,
          endedBy: null,
          estimatedEnd: false,
        },
      },
    ]);
  });

  it('is the whole event of a dialler call, which has no contact', () => {
    const [, event] = outputsOf({ setup: 'tethered' }, say('d-1', 'Regular-Call Preview', 'Preview'));
    expect(event).toEqual({
      kind: 'event',
      event: {
        tuple: 'tethered.preview.regular-call.preview',
        setup: 'tethered',
        pacingMode: 'preview',
        channelType: 'regular-call',
        event: 'preview',
        cause: 'preview-offered',
        leg: 'primary',
        legId: 'd-1',
        occurrence: 1,
        contactId: null,
        initialContactId: null,
        callId: 'd-1',
        callKey: '|d-1|1',
        receiving: false,
        at: START,
        synthetic: false,
        replayed: false,
        evidence: 'the dialler said Preview',
      },
      call: {
        callKey: '|d-1|1',
        callId: 'd-1',
        contactId: null,
        initialContactId: null,
        setup: 'tethered',
        pacingMode: 'preview',
        pacingSource: 'call variable PacingMode',
        channelType: 'regular-call',
        direction: 'outbound',
        receiving: false,
        phoneNumber: null,
        queue: null,
        attributes: {},
        variables: { PacingMode: 'Preview' },
        state: 'preview',
        legs: [],
        offeredAt: START,
        connectedAt: null,
        endedAt: null,
        clearedAt: null,
        holdMs: 0,
        holdSince: null,
        answered: false,
        endedBy: null,
        estimatedEnd: false,
      },
    });
  });

  it.each([
    ['a caller', {}, 'inbound'],
    ['an agent who dialled', { leg: 'outbound' }, 'outbound'],
    ['a campaign, whatever its leg says', { attributes: { cti_pacing: 'predictive' } }, 'outbound'],
    [
      'a campaign call that was transferred here',
      { from: 'c-0', attributes: { cti_pacing: 'predictive' } },
      'inbound',
    ],
    ['a callback', { type: 'queue_callback', attributes: { cti_pacing: 'inbound' } }, 'outbound'],
  ] as const)('tells the direction: %s', (_name, options, direction) => {
    const { tracker } = play([snap('Busy', contact('c-1', 'connected', TALK, options))], {
      settings: parseEventSettings({}),
    });
    expect(tracker.calls().map((call) => call.direction)).toEqual([direction]);
  });

  it('says in words what each event was derived from', () => {
    const direct = { method: 'campaign_preview' };
    const { outputs } = play(
      [
        snap('Busy', contact('c-1', 'incoming', TALK, direct)),
        snap('Busy', contact('c-1', 'connecting', TALK, direct)),
        snap('Busy', contact('c-1', 'connected', 'agent:connected customer:hold t1:connecting', direct)),
        snap('Busy', contact('c-1', 'connected', `${TALK} t1:connected`, direct)),
        snap('Busy'),
        snap('Busy', contact('c-2', 'connecting', TALK)),
        snap('Busy', contact('c-2', 'rejected', TALK)),
        snap('Busy', contact('c-3', 'connecting', TALK)),
        snap('Busy'),
      ],
      { settings: parseEventSettings({}) },
    );
    expect(
      outputs.flat().flatMap((output) => (output.kind === 'event' ? [output.event.evidence] : [])),
    ).toEqual([
      'contact entered incoming',
      'contact entered connecting',
      'contact connected and initial leg on hold',
      'initial leg entered hold',
      'third leg c-1-t1 entered connecting',
      'initial leg left hold',
      'third leg c-1-t1 entered connected',
      'contact removed without having ended',
      'contact removed',
      'contact entered connecting',
      'contact never connected and entered rejected',
      'contact entered connecting',
      'contact never connected and removed',
    ]);
  });

  it('says of a consult in which state its leg was first seen', () => {
    const consulting = contact('c-1', 'connected', `${TALK} t1:connected`, {
      attributes: { cti_pacing: 'progressive' },
    });
    const settings = parseEventSettings({ setup: 'tethered', tether: { style: 'per-call' } });
    const { outputs } = play([snap('Busy', consulting)], { settings });
    expect(
      outputs.flat().flatMap((output) => (output.kind === 'event' ? [output.event.evidence] : [])),
    ).toEqual([
      'contact connected and initial leg connected',
      'third leg c-1-t1 entered connected',
      'three legs are connected',
    ]);
  });

  it('measures talk and hold', () => {
    const held = contact('c-1', 'connected', 'agent:connected customer:hold', OPTIONS);
    const talking = contact('c-1', 'connected', TALK, OPTIONS);
    const { outputs } = play(
      [
        snap('PendingBusy', RINGING),
        snap('Busy', talking),
        snap('Busy', held),
        snap('Busy', held),
        snap('Busy', talking),
        snap('Busy', held),
        snap('AfterCallWork', contact('c-1', 'ended', 'agent:disconnected customer:disconnected', OPTIONS)),
        snap('Available'),
      ],
      { settings: parseEventSettings({}) },
    );
    const views = outputs.flat().flatMap((output) => (output.kind === 'event' ? [output.call] : []));
    const last = views.at(-1);
    expect({
      offeredAt: last?.offeredAt,
      connectedAt: last?.connectedAt,
      endedAt: last?.endedAt,
      clearedAt: last?.clearedAt,
      holdMs: last?.holdMs,
      holdSince: last?.holdSince,
      answered: last?.answered,
      endedBy: last?.endedBy,
      state: last?.state,
    }).toEqual({
      offeredAt: at(0),
      connectedAt: at(1),
      endedAt: at(6),
      clearedAt: at(7),
      holdMs: 3000,
      holdSince: null,
      answered: true,
      endedBy: 'unknown',
      state: 'destroyed',
    });
  });

  it('lists live calls, newest first, and forgets those that are gone', () => {
    const tracker = play(
      [
        snap('Busy', contact('c-1', 'connected', TALK)),
        snap('Busy', contact('c-1', 'connected', TALK), contact('c-2', 'connecting', TALK)),
      ],
      { settings: parseEventSettings({}) },
    ).tracker;
    expect(tracker.calls().map((call) => call.callId)).toEqual(['c-2', 'c-1']);
    tracker.observe({ at: at(5), agent: { id: AGENT_ID, name: null, state: 'Available' }, contacts: [] });
    expect(tracker.calls()).toEqual([]);
    expect(tracker.state()).toEqual({
      version: 1,
      agentId: AGENT_ID,
      at: at(5),
      calls: [],
      dialerCall: null,
      droppedCallIds: [],
      tethers: [],
      told: [],
      offers: [
        ['c-1', 1],
        ['c-2', 1],
      ],
    });
  });
});

describe('what the trace says', () => {
  it('once, why a contact is ignored', () => {
    const chat = contact('x-1', 'connected', '', { type: 'chat' });
    const watched = contact('x-2', 'connected', 'monitor-1:connected customer:connected');
    const bare = contact('x-3', 'connected', 'agent:connected');
    const all = snap('Busy', chat, watched, bare);
    expect(traces({}, all, all)).toEqual([
      ['ignored', 'Contact ignored: a contact of type chat is not a call.'],
      ['ignored', 'Contact ignored: the agent is monitoring this call.'],
      ['ignored', 'Contact ignored: the contact has no initial connection.'],
    ]);
  });

  it('once, that an attribute names no pacing mode, and which one applies instead', () => {
    const odd = contact('c-1', 'connecting', TALK, { attributes: { cti_pacing: 'turbo' } });
    expect(traces({}, snap('Busy', odd), snap('Busy', odd))).toEqual([
      ['diagnostic', 'The attribute cti_pacing has a value that names no pacing mode; it is skipped.'],
      ['diagnostic', 'Pacing inbound from no sign of any other pacing mode.'],
    ]);
  });

  it('where the pacing of a call on the tether came from, and once, which number cannot be used', () => {
    const tether = (attributes: Record<string, string>) =>
      snap('Busy', contact('t-1', 'connected', TALK, { attributes: { cti_tether: 'true', ...attributes } }));
    const call = { cti_call_id: 'd-1', cti_call_state: 'Hold' };
    const settings = { setup: 'tethered', tether: { source: 'attributes' } };
    expect(
      traces(
        settings,
        tether({ ...call, cti_seq: '1' }),
        tether({ ...call, cti_seq: '2', cti_pacing: 'turbo' }),
        tether({ ...call, cti_seq: '3|' }),
        tether({ ...call, cti_seq: '3|' }),
        tether({ ...call, cti_seq: '4', cti_pacing: 'Progressive' }),
      ).slice(1),
    ).toEqual([
      [
        'diagnostic',
        'No event for hold: neither the attribute cti_pacing nor the setting tether.defaultPacing names the pacing.',
      ],
      ['diagnostic', 'The attribute cti_pacing has a value that names no pacing mode; it counts as absent.'],
      ['dialer', 'The dialler said hold (regular-call): a repeat.'],
      ['diagnostic', 'Attributes of the tether cannot be used: cti_seq is not a number: 3|.'],
      ['diagnostic', 'Pacing progressive from attribute cti_pacing.'],
    ]);
  });

  it('that the pacing attribute came too late, when it would have changed something', () => {
    const talking = (pacing?: string) =>
      snap(
        'Busy',
        contact('c-1', 'connected', TALK, pacing === undefined ? {} : { attributes: { cti_pacing: pacing } }),
      );
    const steps = [talking(), talking('Inbound'), talking('Progressive'), talking('Progressive'), talking()];
    expect(traces({}, ...steps).slice(1)).toEqual([
      [
        'diagnostic',
        'The attribute cti_pacing changed after the first event; the call keeps the pacing inbound.',
      ],
    ]);
  });

  it('that a pacing mode has no row in this setup, with a hint', () => {
    const wrong = contact('c-1', 'incoming', TALK, { attributes: { cti_pacing: 'preview' } });
    expect(traces({}, snap('Busy', wrong))).toEqual([
      ['diagnostic', 'Pacing preview from attribute cti_pacing.'],
      [
        'unlisted',
        'hvoc.preview.regular-call.preview on the primary leg stands in no row of the event tables, so no rule can see it; ' +
          'the HVOC setup calls this pacing mode Direct Preview: tag the call direct-preview.',
      ],
    ]);
  });

  it('what was odd in a snapshot, while the call goes on unharmed', () => {
    const talking = contact('c-1', 'connected', TALK);
    const { outputs, tracker } = play(
      [
        snap('Busy', talking, talking),
        snap('Busy', { ...talking, state: '', connections: null }),
        snap('Busy', { ...talking, state: '', connections: null }),
        snap('Busy', { ...talking, state: 'dreaming' }),
        snap('Busy', talking),
      ],
      { settings: parseEventSettings({}) },
    );
    expect(
      outputs.map((list) =>
        list.map((output) => (output.kind === 'trace' ? output.entry.text : output.event.tuple)),
      ),
    ).toEqual([
      [
        'The contact c-1 was seen twice in one snapshot; its first entry counts.',
        'Pacing inbound from no sign of any other pacing mode.',
        'hvoc.inbound.inbound.connected',
      ],
      [
        'Observation repaired: the contact was seen without a state.',
        'Observation repaired: the contact was seen without its legs.',
      ],
      [],
      ['Observation repaired: the contact was seen in the unknown state dreaming.'],
      [],
    ]);
    expect(tracker.calls().map((call) => call.state)).toEqual(['connected']);
  });

  it('of dialler messages that change nothing', () => {
    const settings = { setup: 'tethered' };
    expect(
      traces(
        settings,
        say('', 'Regular-Call Hold', 'Progressive'),
        say('d-1', 'Regular-Call Exploded', 'Progressive'),
        say('d-1', 'Consult DROPPED', 'Progressive'),
        say('d-1', 'Regular-Call Ringing', 'turbo'),
        say('d-1', 'Regular-Call CustAnswered'),
        say('d-2', 'Regular-Call Ringing', 'Progressive'),
        say('d-2', 'Regular-Call Ringing'),
        say('d-2', 'Regular-Call DROPPED'),
        say('d-2', 'Regular-Call Hold'),
      ),
    ).toEqual([
      ['dialer', 'The dialler said hold (regular-call): the message has no call id.'],
      ['dialer', 'The dialler said exploded (regular-call): the word is unknown.'],
      ['dialer', 'The dialler said dropped (consult): no call is open.'],
      [
        'diagnostic',
        'The call variable PacingMode has a value that names no pacing mode; it counts as absent.',
      ],
      ['dialer', 'The dialler said ringing (regular-call): no event.'],
      [
        'diagnostic',
        'No event for cust-answered: neither the call variable PacingMode nor the setting tether.defaultPacing names the pacing.',
      ],
      ['diagnostic', 'The open call was closed; it had given no event.'],
      ['diagnostic', 'Pacing progressive from call variable PacingMode.'],
      ['dialer', 'The dialler said ringing (regular-call): no event.'],
      ['dialer', 'The dialler said ringing (regular-call): a repeat.'],
      ['dialer', 'The dialler said hold (regular-call): this call was dropped before.'],
    ]);
  });

  it('which carrier is ignored, and how the tether stands', () => {
    const tracker = createContactTracker({
      settings: parseEventSettings({ setup: 'tethered', tether: { style: 'per-call' } }),
    });
    const { signal } = say('d-1', 'Regular-Call Hold') as Step & { kind: 'say' };
    expect([
      ...tracker.signal({ ...signal, at: START }),
      ...tracker.signal({ kind: 'tether', at: START, status: 'Connected' }),
    ]).toEqual([
      {
        kind: 'trace',
        entry: {
          at: START,
          kind: 'ignored',
          callKey: null,
          text: 'A message of the dialler was ignored: every call is a contact of its own (setting tether.style).',
          data: { callId: 'd-1', word: 'hold' },
        },
      },
      {
        kind: 'trace',
        entry: {
          at: START,
          kind: 'status',
          callKey: null,
          text: 'The dialler says that the tether is Connected.',
        },
      },
    ]);
  });
});
