import type { TraceEntry } from '../../src/model/trace-entry.ts';
import { parseEventSettings } from '../../src/model/settings.ts';
import { readRecording } from '../../src/replay/read-recording.ts';
import { exportTrace } from '../../src/trace/export-trace.ts';
import { createTraceLog } from '../../src/trace/trace-log.ts';
import { traceDialerMessage, traceObservation } from '../../src/trace/trace-lines.ts';
import { NINE_O_CLOCK } from '../support/fake-ports.ts';
import { agentObservation, inboundContact } from '../support/inbound-call.ts';

const SETTINGS = parseEventSettings({});
const PERSONAL = ['2025550143', '2025550199', 'Robin', 'Sam Agent', 'robin@example.com'];

const contact = {
  ...inboundContact('11112222-3333-4444-5555-666677778888', 'connected', 'connected', 'connected'),
  attributes: { cti_pacing: 'progressive', email: 'robin@example.com' },
};
const observation = traceObservation(agentObservation(NINE_O_CLOCK, [contact]));
const message = traceDialerMessage(
  {
    channel: 'amazon',
    topic: 'outboundCall',
    subtopic: 'OutboundCallStateChange',
    message: {
      call: {
        id: 4711,
        CallType: 'Regular-Call',
        event: 'Preview',
        phoneNumber: '+12025550199',
        CallVariables: { PacingMode: 'Preview', Customer: 'Robin Example' },
      },
    },
  },
  NINE_O_CLOCK + 1_000,
);
const action: TraceEntry = {
  at: NINE_O_CLOCK + 2_000,
  kind: 'action',
  callKey: 'a',
  text: 'No record was found: Email "robin@example.com" matched nothing in Contact; phone +1 202 555 0143 matched nothing.',
  data: {
    key: 'k',
    status: 'done',
    matches: [{ recordId: '003000000000001AAA', name: 'Robin Example', detail: 'Robin' }],
  },
};

function log(): ReturnType<typeof createTraceLog> {
  return createTraceLog([observation, message, action, { ...action, callKey: 'b' }]);
}

test('an exported trace holds no names, numbers or attribute values', () => {
  const text = exportTrace(log(), SETTINGS);
  for (const secret of PERSONAL) expect(text).not.toContain(secret);
});

test('numbers stay apart, and what decides the events stays as it was', () => {
  const lines = JSON.parse(exportTrace(log(), SETTINGS)) as TraceEntry[];
  const expected = {
    ...contact,
    attributes: { cti_pacing: 'progressive', email: '***' },
    connections: contact.connections?.map((leg) => ({
      ...leg,
      phoneNumber: leg.phoneNumber === null ? null : '***43',
    })),
  };
  expect(lines[0]?.data).toEqual({
    observation: {
      at: NINE_O_CLOCK,
      agent: {
        id: 'arn:aws:connect:eu-west-2:111122223333:instance/i-1/agent/a-1',
        name: '***',
        state: 'Available',
      },
      contacts: [expected],
    },
  });
  expect(lines[1]?.data).toEqual({
    message: {
      channel: 'amazon',
      topic: 'outboundCall',
      subtopic: 'OutboundCallStateChange',
      message: {
        call: {
          id: 4711,
          CallType: 'Regular-Call',
          event: 'Preview',
          phoneNumber: '***99',
          CallVariables: { PacingMode: 'Preview', Customer: '***' },
        },
      },
    },
  });
});

test('it is a recording: its observations and messages can be replayed', () => {
  const recording = readRecording(JSON.parse(exportTrace(log(), SETTINGS)));
  expect(recording.format).toBe('trace');
  expect(recording.entries.map(({ kind, at }) => [kind, at])).toEqual([
    ['observation', NINE_O_CLOCK],
    ['dialer', NINE_O_CLOCK + 1_000],
  ]);
});

test('the trace of one call leaves out the lines of others', () => {
  const lines = JSON.parse(exportTrace(log(), SETTINGS, { callKey: 'b' })) as TraceEntry[];
  expect(lines.map(({ kind, callKey }) => [kind, callKey])).toEqual([
    ['observation', null],
    ['dialer', null],
    ['action', 'b'],
  ]);
});

function exported(entry: Partial<TraceEntry>, known: readonly unknown[] = []): TraceEntry | undefined {
  const line: TraceEntry = { at: 0, kind: 'action', callKey: 'a', text: '', ...entry };
  return (JSON.parse(exportTrace(createTraceLog([line]), SETTINGS, { known })) as TraceEntry[])[0];
}

const failure = (message: string): object => ({ code: 'INVALID_EMAIL_ADDRESS', message, fields: ['Email'] });

test.each([
  [
    'that is tried again',
    'invalid email address: robin@example,com (Email). It is tried again.',
    'invalid email address: robin@example,com (Email)',
    'INVALID_EMAIL_ADDRESS (Email). It is tried again.',
  ],
  ['that failed', 'Robin Q. Example, really?', 'Robin Q. Example, really?', 'INVALID_EMAIL_ADDRESS (Email)'],
  [
    'that the agent left',
    'The agent left it undone: Robin.',
    'Robin',
    'The agent left it undone: INVALID_EMAIL_ADDRESS (Email).',
  ],
])('of the failure of an action %s its code and fields stay', (_what, text, message, shown) => {
  expect(exported({ text, data: { key: 'k', failure: failure(message) } })).toEqual({
    at: 0,
    kind: 'action',
    callKey: 'a',
    text: shown,
    data: { key: 'k', failure: { ...failure('***') } },
  });
});

test('a code of unknown form is a value like any other', () => {
  const data = { failure: { code: 'Robin Example', message: 'no', fields: [] } };
  expect(exported({ text: 'no.', data })).toEqual({
    at: 0,
    kind: 'action',
    callKey: 'a',
    text: 'UNKNOWN.',
    data: { failure: { code: '***', message: '***', fields: [] } },
  });
});

test('facts of unknown names are masked', () => {
  const data = {
    who: 'Robin',
    more: { who: 'Robin' },
    list: ['Robin', 1],
    pacingMode: 'preview',
    reason: 'no "Robin"',
  };
  expect(exported({ kind: 'diagnostic', data })?.data).toEqual({
    who: '***',
    more: '***',
    list: ['***', '***'],
    pacingMode: 'preview',
    reason: 'no "***"',
  });
});

test('a sentence does not repeat what a card, an observation or a message says of a person', () => {
  const call = { attributes: { customer: 'Robin Example' }, queue: { name: 'Service' }, phoneNumber: '4711' };
  const text = 'A listener failed: ROBIN EXAMPLE of Service cannot be reached at 4711';
  expect(exported({ kind: 'diagnostic', text }, [{ call }])?.text).toBe(
    'A listener failed: *** of Service cannot be reached at ***',
  );
});

test('the words of the catalogue are never masked, even where they are values', () => {
  const call = { attributes: { direction: 'inbound', state: 'Connected' } };
  const text = 'No rule matches hvoc.inbound.inbound.connected.';
  expect(exported({ kind: 'diagnostic', text }, [{ call }])?.text).toBe(text);
});
