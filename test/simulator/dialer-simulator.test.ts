import type {
  DialerBehaviour,
  DialerBusMessage,
  DialerSimulator,
  DialerVerbs,
} from '../../src/simulator/index.ts';
import { createDialerSimulator } from '../../src/simulator/index.ts';
import { createCountingIds, createManualClock, START } from '../support/ccp-clock.ts';

interface Desk {
  readonly dialer: DialerSimulator;
  readonly messages: DialerBusMessage[];
  /** `Regular-Call Hold id-1`, `SetNailupDetails Connected`. */
  said(): string[];
}

function start(behaviour: Partial<DialerBehaviour> = {}): Desk {
  const messages: DialerBusMessage[] = [];
  const dialer = createDialerSimulator({
    clock: createManualClock(),
    ids: createCountingIds(),
    post: (message) => messages.push(message),
    behaviour,
  });
  const said = (): string[] =>
    messages.map(({ subtopic, message }) => {
      const call = message['call'] as { CallType: string; event: string; id: string } | undefined;
      return call === undefined
        ? `${subtopic} ${String(message['callStatus'])}`
        : `${call.CallType} ${call.event} ${call.id}`;
    });
  return { dialer, messages, said };
}

/** What the dialler's documentation says is announced for each request, in its order. */
const ORDERS: readonly {
  readonly title: string;
  readonly before: readonly (keyof DialerVerbs)[];
  readonly verb: keyof DialerVerbs;
  readonly said: readonly string[];
}[] = [
  {
    title: 'the tether is set up',
    before: [],
    verb: 'connectTether',
    said: [
      'SetNailupDetails initiate',
      'SetNailupDetails ringing',
      'SetNailupDetails started',
      'SetNailupDetails answered',
      'SetNailupDetails Connected',
    ],
  },
  {
    title: 'the tether ends',
    before: ['connectTether'],
    verb: 'dropTether',
    said: ['SetNailupDetails completed', 'SetNailupDetails Disconnected'],
  },
  { title: 'a preview is shown', before: [], verb: 'offerPreview', said: ['Regular-Call Preview id-1'] },
  {
    title: 'a previewed customer is dialled',
    before: ['offerPreview'],
    verb: 'makeCall',
    said: ['Regular-Call Initiate id-1', 'Regular-Call Started id-1', 'Regular-Call Ringing id-1'],
  },
  {
    title: 'a progressive call is dialled',
    before: [],
    verb: 'dialProgressive',
    said: ['Regular-Call Started id-1', 'Regular-Call Ringing id-1'],
  },
  {
    title: 'a predictive call is delivered',
    before: [],
    verb: 'deliverPredictive',
    said: ['Regular-Call Answered id-1', 'Regular-Call Human id-1', 'Regular-Call CustAnswered id-1'],
  },
  {
    title: 'the customer answers',
    before: ['dialProgressive'],
    verb: 'customerAnswers',
    said: ['Regular-Call Answered id-1', 'Regular-Call CustAnswered id-1'],
  },
  { title: 'hold', before: ['deliverPredictive'], verb: 'hold', said: ['Regular-Call Hold id-1'] },
  {
    title: 'retrieve',
    before: ['deliverPredictive', 'hold'],
    verb: 'retrieve',
    said: ['Regular-Call CustAnswered id-1'],
  },
  {
    title: 'a consult',
    before: ['deliverPredictive'],
    verb: 'consult',
    said: ['Regular-Call Hold id-1', 'Consult Consult id-2'],
  },
  {
    title: 'the consultant answers',
    before: ['deliverPredictive', 'consult'],
    verb: 'consultantAnswers',
    said: ['Consult Answered id-2'],
  },
  {
    title: 'swap',
    before: ['deliverPredictive', 'consult', 'consultantAnswers'],
    verb: 'swap',
    said: ['Regular-Call Swapped id-1', 'Consult Swapped id-2'],
  },
  {
    title: 'a conference',
    before: ['deliverPredictive', 'consult', 'consultantAnswers'],
    verb: 'conference',
    said: ['Regular-Call Conference id-1', 'Consult Conference id-2'],
  },
  {
    title: 'the consult is dropped',
    before: ['deliverPredictive', 'consult'],
    verb: 'dropConsult',
    said: ['Regular-Call CustAnswered id-1', 'Consult DROPPED id-2'],
  },
  {
    title: 'a transfer to the consultant',
    before: ['deliverPredictive', 'consult', 'consultantAnswers'],
    verb: 'transfer',
    said: ['Regular-Call DROPPED id-1', 'Consult DROPPED id-2'],
  },
  {
    title: 'a blind transfer',
    before: ['deliverPredictive'],
    verb: 'blindTransfer',
    said: ['Regular-Call DROPPED id-1'],
  },
  { title: 'the end', before: ['deliverPredictive'], verb: 'endCall', said: ['Regular-Call ACW id-1'] },
  {
    title: 'the close',
    before: ['deliverPredictive', 'endCall'],
    verb: 'close',
    said: ['Regular-Call DROPPED id-1'],
  },
  { title: 'a consult from a colleague', before: [], verb: 'receiveConsult', said: ['Consult Consult id-1'] },
  {
    title: "a colleague's customer after a consult",
    before: ['receiveConsult'],
    verb: 'acceptWarmTransfer',
    said: ['Regular-Call CustAnswered id-1'],
  },
  {
    title: "a colleague's customer without a consult",
    before: [],
    verb: 'receiveBlindTransfer',
    said: ['Regular-Call CustAnswered id-1'],
  },
];

const press = (desk: Desk, verb: keyof DialerVerbs): void => void desk.dialer.verbs[verb]();

describe('the simulated dialler', () => {
  for (const { title, before, verb, said } of ORDERS) {
    it(`announces ${title} in the documented words and order`, () => {
      const desk = start();
      for (const earlier of before) press(desk, earlier);
      const count = desk.messages.length;
      press(desk, verb);
      expect(desk.said().slice(count)).toEqual(said);
    });
  }

  it('has an order for every verb', () => {
    const tested = ORDERS.map(({ verb }) => verb);
    expect(
      Object.keys(start().dialer.verbs).filter((verb) => !tested.includes(verb as keyof DialerVerbs)),
    ).toEqual([]);
  });

  it('sends a call in the shape of its bus', () => {
    const { dialer, messages } = start();
    dialer.verbs.offerPreview({ id: 4711, number: '+12025550188', variables: { Account: 'A-1' } });
    expect(messages).toEqual([
      {
        channel: 'Amazon',
        topic: 'OutboundCall',
        subtopic: 'OutboundCallStateChange',
        source: 'simulated-dialler',
        message: {
          source: 'simulated-dialler',
          call: {
            id: 4711,
            CallType: 'Regular-Call',
            event: 'Preview',
            CallVariables: { PacingMode: 'Preview', Account: 'A-1' },
            ResponseFields: { toAddress: '+12025550188' },
            ResponseActual: {},
            ButtonStates: { items: {}, count: 0 },
            User: {},
          },
        },
      },
    ]);
  });

  it('obeys the commands of its bus where they make sense, and ignores everything else', () => {
    const { dialer, said } = start();
    const command = (subtopic: string): void =>
      dialer.receive({ channel: 'Amazon', topic: 'OutboundCall', subtopic, source: 'app' });
    command('MakeCall');
    dialer.receive(null);
    dialer.receive('MakeCall');
    dialer.verbs.offerPreview();
    command('toString');
    dialer.receive({ channel: 'Cisco', topic: 'OutboundCall', subtopic: 'MakeCall' });
    command('MakeCall');
    expect(said()).toEqual([
      'Regular-Call Preview id-1',
      'Regular-Call Initiate id-1',
      'Regular-Call Started id-1',
      'Regular-Call Ringing id-1',
    ]);
  });

  it('refuses what makes no sense, says nothing then, and shows the verbs that do', () => {
    const { dialer, said } = start();
    expect(() => dialer.verbs.hold()).toThrow(
      'Paceline: the dialler is without a call, which does not allow: hold',
    );
    dialer.verbs.deliverPredictive({ number: '+12025550188' });
    const before = said().length;
    expect(() => dialer.verbs.conference()).toThrow(
      'the dialler is at talking, which does not allow: conference',
    );
    expect(said().length).toBe(before);
    expect(dialer.view()).toEqual({
      tether: 'Disconnected',
      call: {
        id: 'id-1',
        number: '+12025550188',
        pacing: 'Predictive',
        stage: 'talking',
        consult: 'none',
        since: START,
      },
      verbs: ['connectTether', 'hold', 'consult', 'blindTransfer', 'endCall'],
    });
  });

  it('tells its listeners of every change until they stop', () => {
    const { dialer } = start();
    const stages: (string | undefined)[] = [];
    const stop = dialer.subscribe(() => stages.push(dialer.view().call?.stage));
    dialer.verbs.deliverPredictive();
    dialer.verbs.hold();
    stop();
    dialer.verbs.retrieve();
    expect(stages).toEqual(['talking', 'held']);
  });
});

describe('an assumption about the dialler', () => {
  const run = (behaviour: Partial<DialerBehaviour>, ...verbs: (keyof DialerVerbs)[]): string[] => {
    const desk = start(behaviour);
    for (const verb of verbs) press(desk, verb);
    return desk.said();
  };

  it('consultOrder: the consult is announced before or after the hold', () => {
    expect(run({ consultOrder: 'consult-first' }, 'deliverPredictive', 'consult').slice(-2)).toEqual([
      'Consult Consult id-2',
      'Regular-Call Hold id-1',
    ]);
  });

  it('progress: the dialling itself is silent', () => {
    expect(run({ progress: 'silent' }, 'offerPreview', 'makeCall', 'customerAnswers')).toEqual([
      'Regular-Call Preview id-1',
      'Regular-Call Initiate id-1',
      'Regular-Call CustAnswered id-1',
    ]);
  });

  it('conference: CustAnswered follows it', () => {
    expect(
      run(
        { conference: 'then-cust-answered' },
        'deliverPredictive',
        'consult',
        'consultantAnswers',
        'conference',
      ).slice(-3),
    ).toEqual(['Regular-Call Conference id-1', 'Consult Conference id-2', 'Regular-Call CustAnswered id-1']);
  });

  it('variables: with every message of a call, or with the first only', () => {
    for (const [variables, expected] of [
      ['every-message', [true, true, true]],
      ['first-message', [true, false, false]],
    ] as const) {
      const desk = start({ variables, progress: 'silent' });
      desk.dialer.verbs.offerPreview();
      desk.dialer.verbs.makeCall();
      desk.dialer.verbs.customerAnswers();
      const told = desk.messages.map(({ message }) => {
        const call = message['call'] as { CallVariables: Record<string, string> };
        return Object.hasOwn(call.CallVariables, 'PacingMode');
      });
      expect(told).toEqual(expected);
    }
  });
});
