import { APPLICATION_SCOPE, publish, subscribe, unsubscribe } from 'lightning/messageService';
import { connectEvents } from 'c/pacelineEvents';
import type { CallView, CtiEvent, PublishedMessage, Softphone, SoftphoneView } from 'c/pacelineCore';
import {
  NOON,
  sampleAction,
  sampleCall,
  sampleCard,
  sampleView,
} from '../../../../../test/support/samples.ts';

const context = {};
const publishMock = jest.mocked(publish);
const subscribeMock = jest.mocked(subscribe);

const event = {
  tuple: 'hvoc.inbound.inbound.connecting',
  setup: 'hvoc',
  pacingMode: 'inbound',
  channelType: 'inbound',
  event: 'connecting',
  cause: 'call-offered',
  leg: 'primary',
  legId: 'leg-1',
  occurrence: 1,
  contactId: 'contact-1',
  initialContactId: null,
  callId: 'contact-1',
  callKey: 'agent|contact-1|1',
  receiving: false,
  at: NOON,
  synthetic: false,
  replayed: false,
  evidence: 'contact entered connecting',
} as const satisfies CtiEvent;

function fakeSoftphone(first: SoftphoneView) {
  const heard = {
    view: (_view: SoftphoneView): void => undefined,
    event: (_event: CtiEvent, _call: CallView): void => undefined,
    message: (_message: PublishedMessage): void => undefined,
  };
  const stops = jest.fn();
  const command = jest.fn();
  const softphone = {
    view: () => first,
    command,
    subscribe(listener: typeof heard.view) {
      heard.view = listener;
      return stops;
    },
    subscribeEvents(listener: typeof heard.event) {
      heard.event = listener;
      return stops;
    },
    subscribeMessages(listener: typeof heard.message) {
      heard.message = listener;
      return stops;
    },
  } as Partial<Softphone> as Softphone;
  return { softphone, heard, stops, command };
}

const sent = () => publishMock.mock.calls.map(([, , message]) => message);
const receive = (message: unknown): void => subscribeMock.mock.calls[0]?.[2](message);

beforeEach(() => {
  jest.clearAllMocks();
  subscribeMock.mockReturnValue({});
});

describe('connectEvents', () => {
  it('publishes an event with its call', () => {
    const { softphone, heard } = fakeSoftphone(sampleView());
    connectEvents(context, softphone, jest.fn());
    heard.event(event, sampleCall());
    expect(publishMock.mock.calls).toEqual([
      [context, expect.anything(), { kind: 'event', version: 1, event, call: sampleCall() }],
    ]);
    expect(String(publishMock.mock.calls[0]?.[1])).toContain('Paceline_Events__c');
  });

  it('publishes the message of a rule', () => {
    const { softphone, heard } = fakeSoftphone(sampleView());
    connectEvents(context, softphone, jest.fn());
    const message = { callKey: 'k', name: 'script', payload: { step: '1' } };
    heard.message(message);
    expect(sent()).toEqual([{ kind: 'message', version: 1, message }]);
  });

  it('publishes an outcome when the status of an action changes, and only then', () => {
    const running = sampleView({
      cards: [sampleCard({ actions: [sampleAction({ status: 'running', text: '…' })] })],
    });
    const done = sampleView({
      cards: [sampleCard({ actions: [sampleAction({ recordId: '003000000000001AAA' })] })],
    });
    const { softphone, heard } = fakeSoftphone(running);
    connectEvents(context, softphone, jest.fn());
    heard.view(running);
    heard.view(done);
    heard.view(done);
    expect(sent()).toEqual([
      {
        kind: 'outcome',
        version: 1,
        outcome: {
          callKey: 'agent|contact-1|1',
          key: 'action-1',
          label: 'Screen pop',
          status: 'done',
          text: 'Opened Robin Example.',
          recordId: '003000000000001AAA',
        },
      },
    ]);
  });

  it('leaves the publishing of outcomes to the tab that works', () => {
    const { softphone, heard } = fakeSoftphone(sampleView({ role: 'follower' }));
    connectEvents(context, softphone, jest.fn());
    heard.view(sampleView({ role: 'follower', cards: [sampleCard({ actions: [sampleAction()] })] }));
    expect(sent()).toEqual([]);
  });

  it.each([
    ['retry-action', { kind: 'retry-action', payload: { key: 'a' } }, { kind: 'retry-action', key: 'a' }],
    [
      'dismiss-call',
      { kind: 'dismiss-call', payload: { callKey: 'a' } },
      { kind: 'dismiss-call', callKey: 'a' },
    ],
    ['open-offer', { kind: 'open-offer', payload: { key: 'a' } }, { kind: 'open-offer', key: 'a' }],
    [
      'choose-match',
      { kind: 'choose-match', payload: { key: 'a', recordId: null } },
      { kind: 'choose-match', key: 'a', recordId: null },
    ],
    [
      'choose-match with a record',
      { kind: 'choose-match', payload: { key: 'a', recordId: '003' } },
      { kind: 'choose-match', key: 'a', recordId: '003' },
    ],
  ])('hands the command %s to the softphone, the click first', (_name, message, expected) => {
    const { softphone, command } = fakeSoftphone(sampleView());
    const order: string[] = [];
    command.mockImplementation(() => order.push('command'));
    connectEvents(context, softphone, () => order.push('asked'));
    receive(message);
    expect(command.mock.calls).toEqual([[expected]]);
    expect(order).toEqual(['asked', 'command']);
  });

  it.each([
    null,
    'text',
    {},
    { kind: 'retry-action' },
    { kind: 'retry-action', payload: null },
    { kind: 'retry-action', payload: { key: '' } },
    { kind: 'retry-action', payload: { key: 7 } },
    { kind: 'choose-match', payload: { key: 'a' } },
    { kind: 'dismiss-call', payload: { key: 'a' } },
    { kind: 'delete-everything', payload: { key: 'a' } },
  ])('ignores the message %j', (message) => {
    const { softphone, command } = fakeSoftphone(sampleView());
    const asked = jest.fn();
    connectEvents(context, softphone, asked);
    receive(message);
    expect(command).not.toHaveBeenCalled();
    expect(asked).not.toHaveBeenCalled();
  });

  it('listens in the whole application and stops everything it started', () => {
    const { softphone, stops } = fakeSoftphone(sampleView());
    const subscription = {};
    subscribeMock.mockReturnValue(subscription);
    const stop = connectEvents(context, softphone, jest.fn());
    expect(subscribeMock.mock.calls[0]?.[3]).toEqual({ scope: APPLICATION_SCOPE });
    stop();
    expect(stops).toHaveBeenCalledTimes(3);
    expect(jest.mocked(unsubscribe).mock.calls).toEqual([[subscription]]);
  });
});
