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
  const lines = JSON.parse(exportTrace(log(), SETTINGS, 'b')) as TraceEntry[];
  expect(lines.map(({ kind, callKey }) => [kind, callKey])).toEqual([
    ['observation', null],
    ['dialer', null],
    ['action', 'b'],
  ]);
});
