import fc from 'fast-check';
import { readDialerMessage } from '../../src/dialer/read-dialer-message.ts';
import { traceDialerReading } from '../../src/dialer/trace-dialer-reading.ts';
import type { DialerReading } from '../../src/dialer/dialer-reading.ts';

const AT = 1_777_881_600_000;
const RUNS = Number(process.env['PACELINE_RUNS'] ?? '2000');

const message = (call: unknown, rest: object = {}): unknown => ({
  channel: 'Amazon',
  topic: 'OutboundCall',
  subtopic: 'OutboundCallStateChange',
  source: 'event',
  message: { call, source: 'event' },
  ...rest,
});

const call = (changes: object = {}): Record<string, unknown> => ({
  id: 'c-1',
  CallType: 'Regular-Call',
  event: 'CustAnswered',
  CallVariables: { PacingMode: 'Preview', Zip: '20500' },
  ...changes,
});

const signal = (changes: object = {}): DialerReading => ({
  kind: 'signal',
  signal: {
    kind: 'call',
    at: AT,
    callId: 'c-1',
    callType: 'regular-call',
    word: 'custanswered',
    variables: { PacingMode: 'Preview', Zip: '20500' },
    phoneNumber: null,
    ...changes,
  },
  notes: [],
});

describe('a call message becomes a signal', () => {
  it('with words in lower case and variables as text', () => {
    expect(readDialerMessage(message(call()), AT)).toEqual(signal());
  });

  it('whose numeric call id becomes text', () => {
    expect(readDialerMessage(message(call({ id: 4711 })), AT)).toEqual(signal({ callId: '4711' }));
  });

  it('in any letter case, with blanks around', () => {
    const raw = message(call({ CallType: ' CONSULT ', event: ' dropped', id: ' c-1 ' }), {
      channel: 'AMAZON',
      topic: 'outboundcall',
    });
    expect(readDialerMessage(raw, AT)).toEqual(signal({ callType: 'consult', word: 'dropped' }));
  });

  it('from `data` instead of `message`, and with the number that it carries', () => {
    const raw = {
      channel: 'Amazon',
      topic: 'OutboundCall',
      subtopic: 'OutboundCallStateChange',
      data: { call: call({ ResponseFields: { toAddress: '+12025550143' } }) },
    };
    expect(readDialerMessage(raw, AT)).toEqual(signal({ phoneNumber: '+12025550143' }));
  });

  it('without variables', () => {
    expect(readDialerMessage(message(call({ CallVariables: null })), AT)).toEqual(signal({ variables: {} }));
  });
});

it('the state of the tether becomes a signal of its own', () => {
  const raw = {
    channel: 'Amazon',
    topic: 'OutboundCall',
    subtopic: 'SetNailupDetails',
    message: { callStatus: 'Connected', uuid: 't-1' },
  };
  expect(readDialerMessage(raw, AT)).toEqual({
    kind: 'signal',
    signal: { kind: 'tether', at: AT, status: 'Connected' },
    notes: [],
  });
});

describe('variables that cannot be used are left out and named', () => {
  const cases: [what: string, raw: unknown, variables: object, notes: { path: string; message: string }[]][] =
    [
      [
        'text instead of an object',
        'PacingMode=Preview',
        {},
        [{ path: 'message.call.CallVariables', message: 'must be an object and was left out' }],
      ],
      [
        'an object as a value',
        { PacingMode: ['Preview'], Zip: 20500, Vip: true, None: null },
        { Zip: '20500', Vip: 'true' },
        [
          {
            path: 'message.call.CallVariables.PacingMode',
            message: 'must be text, a number or a boolean and was left out',
          },
        ],
      ],
      [
        'a name that pollutes',
        JSON.parse('{"__proto__":{"polluted":true},"constructor":"x","A":"b"}'),
        { A: 'b' },
        [
          {
            path: 'message.call.CallVariables.__proto__',
            message: 'a name that could change built-in objects was left out',
          },
          {
            path: 'message.call.CallVariables.constructor',
            message: 'a name that could change built-in objects was left out',
          },
        ],
      ],
      [
        'a megabyte of text',
        { Big: 'x'.repeat(1_000_000) },
        {},
        [{ path: 'message.call.CallVariables.Big', message: 'longer than 32768 characters, left out' }],
      ],
    ];
  it.each(cases)('%s', (_what, raw, variables, notes) => {
    const reading = readDialerMessage(message(call({ CallVariables: raw })), AT);
    expect(reading).toEqual({ ...signal({ variables }), notes });
    expect(traceDialerReading(reading, AT).map((entry) => entry.data)).toEqual(
      notes.map((note) => ({ path: note.path, reason: note.message })),
    );
  });
});

describe('what is not for Paceline is ignored', () => {
  const cases: [what: string, raw: unknown, reason: string][] = [
    [
      'an inbound call',
      { channel: 'Amazon', topic: 'InboundCall', subtopic: 'InboundCallStateChange', message: {} },
      'inbound calls are seen through Amazon Connect itself',
    ],
    [
      'another channel',
      { channel: 'Salesforce', topic: 'Call', subtopic: 'CreateObject', message: {} },
      '"salesforce/call/createobject" does not report a call',
    ],
  ];
  it.each(cases)('%s', (_what, raw, reason) => {
    const reading = readDialerMessage(raw, AT);
    expect(reading).toEqual({ kind: 'ignored', reason });
    expect(traceDialerReading(reading, AT)).toEqual([
      { at: AT, kind: 'ignored', callKey: null, text: `A dialler message was ignored: ${reason}.` },
    ]);
  });
});

describe('what cannot be read is refused with its path', () => {
  const words =
    'preview, initiate, started, ringing, answered, machine, human, custanswered, hold, consult, conference, swapped, acw, dropped';
  const badId = 'must be a number or text of 1 to 200 characters';
  const cases: [what: string, raw: unknown, path: string, reason: string][] = [
    ['null', null, '', 'must be of type object'],
    ['text', 'CustAnswered', '', 'must be of type object'],
    ['no topic', { channel: 'Amazon' }, 'topic', 'must be of type string'],
    ['no message', message(undefined, { message: null }), 'message', 'must be of type object'],
    ['no call', message(null), 'message.call', 'must be of type object'],
    ['an id that is an object', message(call({ id: {} })), 'message.call.id', badId],
    ['an empty id', message(call({ id: '  ' })), 'message.call.id', badId],
    ['an endless id', message(call({ id: 'x'.repeat(1_000_000) })), 'message.call.id', badId],
    ['no call type', message(call({ CallType: null })), 'message.call.CallType', 'must be of type string'],
    [
      'another call type',
      message(call({ CallType: '__proto__' })),
      'message.call.CallType',
      '"__proto__" is neither Regular-Call nor Consult',
    ],
    [
      'an event that is a list',
      message(call({ event: ['Hold'] })),
      'message.call.event',
      'must be of type string',
    ],
    [
      'a word of somebody else',
      message(call({ event: 'constructor' })),
      'message.call.event',
      `"constructor" is none of ${words}`,
    ],
    [
      'a megabyte of a word',
      message(call({ event: 'x'.repeat(1_000_000) })),
      'message.call.event',
      `"${'x'.repeat(40)}…" is none of ${words}`,
    ],
  ];
  it.each(cases)('%s', (_what, raw, path, reason) => {
    const reading = readDialerMessage(raw, AT);
    expect(reading).toEqual({ kind: 'refused', path, reason });
    expect(traceDialerReading(reading, AT).map((entry) => entry.data)).toEqual([{ path, reason }]);
  });
});

it('no JSON value whatsoever makes it throw or pollutes an object', () => {
  const anyCall = fc.record(
    {
      id: fc.anything(),
      CallType: fc.oneof(fc.constantFrom('Regular-Call', 'Consult'), fc.anything()),
      event: fc.oneof(fc.constantFrom('Hold', 'ACW'), fc.anything()),
      CallVariables: fc.anything(),
    },
    { requiredKeys: [] },
  );
  const anyMessage = fc.oneof(
    fc.jsonValue(),
    anyCall.map((value) => message(value)),
  );
  fc.assert(
    fc.property(anyMessage, (raw) => {
      const reading = readDialerMessage(raw, AT);
      expect(['signal', 'ignored', 'refused']).toContain(reading.kind);
      expect(({} as { polluted?: unknown }).polluted).toBe(undefined);
    }),
    { numRuns: RUNS, verbose: 1 },
  );
});
