import fc from 'fast-check';
import { readDialerMessage } from '../../src/dialer/read-dialer-message.ts';
import { maskDialerMessage } from '../../src/trace/mask-dialer-message.ts';

const KEEP = new Set(['PacingMode']);
const SEED = Number(process.env['PACELINE_SEED'] ?? 20_260_302);

test('only the words of the protocol, the id and the variables that are kept stay', () => {
  const message = {
    channel: 'Amazon',
    topic: 'OutboundCall',
    subtopic: 'OutboundCallStateChange',
    source: 'desktop of Sam',
    message: {
      User: { firstName: 'Sam', lastName: 'Agent', email: 'sam@example.com' },
      call: {
        id: 4711,
        CallType: 'Regular-Call',
        event: 'Preview',
        toAddress: '0151/23 45 67',
        fromAddress: 442079460960,
        CallVariables: { PacingMode: 'Preview', Customer: 'Robin Example', '+12025550143': true },
        ResponseFields: {
          phoneNumber: '+12025550143',
          CustomerName: 'Robin Example',
          participants: [{ displayName: 'Robin Example' }],
        },
      },
    },
  };
  expect(maskDialerMessage(message, KEEP)).toEqual({
    channel: 'Amazon',
    topic: 'OutboundCall',
    subtopic: 'OutboundCallStateChange',
    source: '***',
    message: {
      User: '***',
      call: {
        id: 4711,
        CallType: 'Regular-Call',
        event: 'Preview',
        toAddress: '***67',
        fromAddress: '***',
        CallVariables: { PacingMode: 'Preview', Customer: '***', '***43': '***' },
        ResponseFields: { phoneNumber: '***43', CustomerName: '***', participants: '***' },
      },
    },
  });
});

test.each([
  ['Robin Example', '***'],
  [null, null],
  [['Robin'], '***'],
  [{ topic: 'Robin Example' }, { topic: '***' }],
  [{ message: 'Robin' }, { message: '***' }],
  [
    { message: { call: ['Robin'], callStatus: 'Connected' } },
    { message: { call: '***', callStatus: 'Connected' } },
  ],
])('%j of any other form becomes %j', (message, masked) => {
  expect(maskDialerMessage(message, KEEP)).toEqual(masked);
});

const odd = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.object({ maxDepth: 1 }));
const either = <T>(...usual: T[]): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: odd });
const calls = fc.record(
  {
    id: either<unknown>(4711, '4711', ' 4711 ', '', 'x'.repeat(201)),
    CallType: either('Regular-Call', 'consult ', 'Robin Example'),
    event: either('Preview', 'ACW', ' dropped', 'No Such Word'),
    CallVariables: either<unknown>({ PacingMode: 'Preview', Customer: 'Robin' }, { PacingMode: 7 }, [1]),
    toAddress: either('+12025550143'),
  },
  { requiredKeys: [] },
);
const contents = fc.oneof(
  { weight: 5, arbitrary: fc.record({ call: calls }) },
  { weight: 1, arbitrary: fc.record({ call: odd, callStatus: either('Connected', '') }) },
  { weight: 1, arbitrary: odd },
);
const messages = fc.record(
  {
    channel: either<unknown>('amazon', 'Amazon', null, 'salesforce'),
    topic: either('outboundCall', ' OutboundCall', 'app'),
    subtopic: either('OutboundCallStateChange', 'SetNailupDetails', 'StateSync'),
    message: contents,
    data: contents,
  },
  { requiredKeys: ['topic', 'subtopic'] },
);

/** What of a message decides which events come out. */
function meaning(message: unknown): unknown {
  const reading = readDialerMessage(message, 0);
  if (reading.kind !== 'signal' || reading.signal.kind !== 'call') return null;
  const { callId, callType, word, variables } = reading.signal;
  return { callId, callType, word, pacing: variables['PacingMode'] };
}

test('a masked message means the same, whatever its form', () => {
  fc.assert(
    fc.property(messages, (message) => {
      const plain: unknown = JSON.parse(JSON.stringify(message));
      expect(meaning(maskDialerMessage(plain, KEEP))).toEqual(meaning(plain));
    }),
    { seed: SEED, numRuns: 2_000 },
  );
});
