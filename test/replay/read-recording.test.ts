import fc from 'fast-check';
import { isPacelineError } from '../../src/errors.ts';
import { readRecording } from '../../src/replay/read-recording.ts';
import type { Recording, RecordingEntry } from '../../src/replay/recording.ts';
import { supplyPacing } from '../../src/replay/supply-pacing.ts';

const RUNS = Number(process.env['PACELINE_RUNS'] ?? '2000');
const AT = Date.UTC(2026, 4, 4, 8, 0, 0);
const ISO = '2026-05-04T08:00:00.000Z';

const snapshot = (changes: object = {}): Record<string, unknown> => ({
  state: { type: 'routable', name: 'Available', startTimestamp: ISO },
  contacts: [],
  ...changes,
});

const contact = (changes: object = {}): Record<string, unknown> => ({
  contactId: 'contact-a',
  type: 'voice',
  state: { type: 'connected', timestamp: AT },
  queue: { queueARN: 'arn:aws:connect:x:1:instance/i/queue/service', name: 'Service' },
  connections: [
    {
      connectionId: 'leg-1',
      type: 'inbound',
      initial: true,
      state: { type: 'connected', timestamp: AT / 1000 },
      endpoint: { type: 'phone_number', phoneNumber: '+12025550143' },
    },
  ],
  attributes: { cti_pacing: { name: 'cti_pacing', value: 'Progressive' } },
  ...changes,
});

function onlySnapshot(recording: Recording): Readonly<Record<string, unknown>> {
  const [entry] = recording.entries;
  if (entry?.kind !== 'update') throw new TypeError('the recording has no update');
  return entry.update.snapshot;
}

const timesOf = (entries: readonly RecordingEntry[]): number[] => entries.map((entry) => entry.at);

describe('a snapshot', () => {
  it('gets Dates for its times, whichever way they were written, and its aliases', () => {
    const [read] = onlySnapshot(readRecording([{ snapshot: snapshot({ contacts: [contact()] }) }]))[
      'contacts'
    ] as Record<string, unknown>[];
    const endpoint = { type: 'phone_number', phoneNumber: '+12025550143' };
    const state = { type: 'connected', timestamp: new Date(AT) };
    expect(read).toEqual({
      contactId: 'contact-a',
      type: 'voice',
      state,
      status: state,
      queue: {
        queueARN: 'arn:aws:connect:x:1:instance/i/queue/service',
        queueId: 'service',
        name: 'Service',
      },
      queueTimestamp: null,
      connections: [
        {
          connectionId: 'leg-1',
          type: 'inbound',
          initial: true,
          state: { type: 'connected', timestamp: new Date(AT) },
          endpoint,
          address: endpoint,
        },
      ],
      attributes: { cti_pacing: { name: 'cti_pacing', value: 'Progressive' } },
    });
  });

  it('may lack its queue, attributes, legs and states', () => {
    const bare = { contactId: 'contact-a', type: 'voice', queue: null, attributes: null };
    const masked = { contactId: 'contact-b', type: 'voice', attributes: '[redacted]' };
    const contacts = onlySnapshot(readRecording([{ snapshot: snapshot({ contacts: [bare, masked] }) }]))[
      'contacts'
    ] as Record<string, unknown>[];
    expect(
      contacts.map(({ state, queue, attributes, connections }) => [state, queue, attributes, connections]),
    ).toEqual([
      [{ type: '', timestamp: null }, null, {}, []],
      [{ type: '', timestamp: null }, null, {}, []],
    ]);
  });

  it('without a configuration takes the last one that was shown', () => {
    const configuration = { agentARN: 'arn:agent', routingProfile: { queues: [] } };
    const recording = readRecording([
      { snapshot: snapshot() },
      { agentUpdate: { snapshot: snapshot(), configuration } },
      { snapshot: snapshot() },
    ]);
    expect(
      recording.entries.map((entry) => entry.kind === 'update' && entry.update.configuration['agentARN']),
    ).toEqual(['', 'arn:agent', 'arn:agent']);
  });
});

it("the time of an entry is its own, else the snapshot's, else that of the entry before", () => {
  const recording = readRecording([
    { reload: true },
    { at: ISO, reload: true },
    { snapshot: snapshot({ snapshotTimestamp: AT / 1000 + 5 }) },
    { snapshot: snapshot() },
    { at: '2026-05-04T08:00:20', dialer: 5 },
    { at: AT + 30_000, snapshot: snapshot({ snapshotTimestamp: ISO }) },
    { observation: { at: AT + 40_000, agent: { id: 'a', name: null, state: null }, contacts: [] } },
  ]);
  expect(timesOf(recording.entries).map((at) => (at === 0 ? 'none' : (at - AT) / 1000))).toEqual([
    'none',
    0,
    5,
    5,
    20,
    30,
    40,
  ]);
});

it('a dialler value of any shape is passed on', () => {
  const values = [null, 5, 'text', [1], { channel: 'x' }];
  expect(readRecording(values.map((dialer) => ({ dialer }))).entries).toEqual(
    values.map((message, index) => ({ kind: 'dialer', index, at: 0, message })),
  );
});

describe('a log downloaded from the CCP', () => {
  const line = (changes: object): Record<string, unknown> => ({
    component: 'SharedWorker',
    level: 'INFO',
    text: 'GET_AGENT_SNAPSHOT succeeded.',
    time: ISO,
    exception: null,
    objects: [],
    ...changes,
  });
  const logged = (second: number, contacts: unknown[]) => ({
    snapshot: snapshot({ snapshotTimestamp: new Date(AT + second * 1000).toISOString(), contacts }),
  });
  const time = (second: number): string => new Date(AT + second * 1000).toISOString();
  const masked = contact({ attributes: '[redacted]', queue: { queueARN: 'arn:q', name: '[redacted]' } });

  it('gives its snapshots in the order of their times; other lines and stale copies are skipped', () => {
    const recording = readRecording([
      line({ text: 'Publishing event', objects: [{ a: 1 }] }),
      line({ time: time(9), objects: [logged(8, [masked])] }),
      line({ time: time(3), objects: [{ data: logged(2, []) }] }),
      line({ time: time(11), objects: [logged(2, [])] }),
      line({ time: time(12), objects: [{ snapshot: { state: {}, contacts: [{ contactId: 5 }] } }] }),
    ]);
    expect(recording.format).toBe('ccp-log');
    expect(recording.entries.map(({ index, at, kind }) => [index, (at - AT) / 1000, kind])).toEqual([
      [2, 3, 'update'],
      [1, 9, 'update'],
    ]);
    expect(recording.warnings).toEqual([
      'Paceline: entry 4 cannot be read: must be text at [4].objects.contacts[0].contactId',
      'A log of the CCP: 2 snapshots in 5 lines; its attributes are masked and count as none.',
    ]);
  });

  it('takes the time of a line as text or as a number', () => {
    const recording = readRecording([
      line({ time: AT + 9000, objects: [logged(8, [masked])] }),
      line({ time: time(3), objects: [logged(2, [])] }),
      line({ time: Number.NaN, objects: [logged(4, [])] }),
    ]);
    expect(recording.entries.map(({ index, at }) => [index, (at - AT) / 1000])).toEqual([
      [1, 3],
      [0, 9],
    ]);
  });

  it('has masked attributes, which count as none until a pacing is supplied', () => {
    const recording = readRecording([line({ objects: [logged(1, [masked])] })]);
    const attributesOf = (read: Recording): unknown[] =>
      (onlySnapshot(read)['contacts'] as Record<string, unknown>[]).map(({ attributes, queue }) => [
        attributes,
        (queue as { name: unknown }).name,
      ]);
    expect(attributesOf(recording)).toEqual([[{}, null]]);
    expect(attributesOf(supplyPacing(recording, 'cti_pacing', 'predictive'))).toEqual([
      [{ cti_pacing: { name: 'cti_pacing', value: 'predictive' } }, null],
    ]);
  });

  it('keeps the pacing of a contact that has one', () => {
    const recording = readRecording([{ snapshot: snapshot({ contacts: [contact()] }) }]);
    expect(supplyPacing(recording, 'cti_pacing', 'predictive')).toEqual(recording);
  });
});

it('a trace of the softphone gives its observations and messages', () => {
  const observation = { at: AT, agent: { id: 'a', name: null, state: 'Busy' }, contacts: [] };
  const recording = readRecording([
    { at: AT, kind: 'status', callKey: null, text: 'Ready.' },
    { at: AT, kind: 'observation', callKey: null, text: 'Seen.', data: { observation } },
    { at: AT + 1, kind: 'dialer', callKey: null, text: 'Heard.', data: { message: { channel: 'x' } } },
    { at: AT + 2, kind: 'event', callKey: 'k', text: 'Happened.', data: {} },
  ]);
  expect(recording).toEqual({
    format: 'trace',
    entries: [
      { kind: 'observation', index: 1, at: AT, observation },
      { kind: 'dialer', index: 2, at: AT + 1, message: { channel: 'x' } },
    ],
    warnings: [],
  });
});

it('an observation may be given as the whole entry of an exported trace', () => {
  const observation = { at: AT, agent: { id: 'a', name: null, state: 'Busy' }, contacts: [] };
  const line = { at: AT, kind: 'observation', callKey: null, text: 'Seen.', data: { observation } };
  expect(readRecording([{ observation: line }])).toEqual({
    format: 'recording',
    entries: [{ kind: 'observation', index: 0, at: AT, observation }],
    warnings: [],
  });
});

it('an empty array is an empty recording', () => {
  expect(readRecording([])).toEqual({ format: 'recording', entries: [], warnings: [] });
});

it('any JSON is read or refused with a reason, and pollutes nothing', () => {
  const entry = fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        at: fc.jsonValue(),
        snapshot: fc.jsonValue(),
        agentUpdate: fc.jsonValue(),
        reload: fc.constant(true),
      },
      { requiredKeys: [] },
    ),
    fc.record({
      snapshot: fc.record({
        state: fc.constant({ name: 'Busy', type: 'system' }),
        contacts: fc.array(
          fc.record(
            {
              contactId: fc.constantFrom('a', 'b', '__proto__'),
              type: fc.jsonValue(),
              state: fc.jsonValue(),
              connections: fc.jsonValue(),
              attributes: fc.jsonValue(),
            },
            { requiredKeys: [] },
          ),
        ),
      }),
    }),
  );
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.array(entry)), (value) => {
      let refusal: unknown = null;
      try {
        readRecording(JSON.parse(JSON.stringify(value)));
      } catch (error) {
        refusal = error;
      }
      expect(refusal === null || (isPacelineError(refusal) && refusal.reason === 'invalid-recording')).toBe(
        true,
      );
      expect(({} as { polluted?: unknown }).polluted).toBe(undefined);
    }),
    { numRuns: RUNS, verbose: 1 },
  );
});
