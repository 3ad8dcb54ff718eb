import { startCcp } from '../support/ccp-picture.ts';
import type { CcpTest } from '../support/ccp-picture.ts';
import type { ApiCallbacks, LiveConnection } from '../support/ccp-streams.ts';

const customer = (ccp: CcpTest): LiveConnection => leg(ccp, (found) => found.isInitialConnection());
const own = (ccp: CcpTest): LiveConnection => leg(ccp, (found) => found.getType() === 'agent');
const third = (ccp: CcpTest): LiveConnection =>
  leg(ccp, (found) => !found.isInitialConnection() && found.getType() !== 'agent');

function leg(ccp: CcpTest, fits: (candidate: LiveConnection) => boolean): LiveConnection {
  const found = ccp.contact().getConnections().find(fits);
  if (found === undefined) throw new Error('there is no such leg');
  return found;
}

const PHONE = { type: 'phone_number', phoneNumber: '+12025550144' };

/** Each button, pressed by a person at the CCP or by the page through Streams, from the same situation. */
const BUTTONS: readonly {
  readonly title: string;
  readonly before: (ccp: CcpTest) => void;
  readonly pressed: (ccp: CcpTest) => void;
  readonly called: (ccp: CcpTest, callbacks: ApiCallbacks) => void;
  readonly after: string;
}[] = [
  {
    title: 'accept an inbound call',
    before: ({ engine }) => void engine.world.offerInbound(),
    pressed: ({ engine }) => engine.agent.accept(),
    called: (ccp, callbacks) => ccp.contact().accept(callbacks),
    after: 'connected: agent connected, customer connected | Busy',
  },
  {
    title: 'reject an inbound call',
    before: ({ engine }) => void engine.world.offerInbound(),
    pressed: ({ engine }) => engine.agent.reject(),
    called: (ccp, callbacks) => ccp.contact().reject(callbacks),
    after: 'rejected: agent disconnected, customer disconnected | MissedCallAgent',
  },
  {
    title: 'accept a queued callback',
    before: ({ engine }) => void engine.world.offerCallback(),
    pressed: ({ engine }) => engine.agent.accept(),
    called: (ccp, callbacks) => ccp.contact().accept(callbacks),
    after: 'connecting: agent connected, customer connecting | CallingCustomer',
  },
  {
    title: 'accept a preview',
    before: ({ engine }) => void engine.world.offerPreview(),
    pressed: ({ engine }) => engine.agent.accept(),
    called: (ccp, callbacks) => ccp.contact().accept(callbacks),
    after: 'incoming: agent connected, customer init | Pending',
  },
  {
    title: 'dial',
    before: () => undefined,
    pressed: ({ engine }) => void engine.agent.dial('+12025550144'),
    called: (ccp, callbacks) => ccp.agent().connect(PHONE, callbacks),
    after: 'connecting: agent connected, customer connecting | CallingCustomer',
  },
  {
    title: 'hold the customer',
    before: inCall,
    pressed: ({ engine }) => engine.agent.hold(),
    called: (ccp, callbacks) => customer(ccp).hold(callbacks),
    after: 'connected: agent connected, customer hold | Busy',
  },
  {
    title: 'resume the customer',
    before(ccp) {
      inCall(ccp);
      ccp.engine.agent.hold();
    },
    pressed: ({ engine }) => engine.agent.resume(),
    called: (ccp, callbacks) => customer(ccp).resume(callbacks),
    after: 'connected: agent connected, customer connected | Busy',
  },
  {
    title: 'call a consultant',
    before: inCall,
    pressed: ({ engine }) => void engine.agent.consult('+12025550144'),
    called: (ccp, callbacks) => ccp.contact().addConnection(PHONE, callbacks),
    after: 'connected: agent connected, customer hold, third connecting | Busy',
  },
  {
    title: 'add a party to a multi-party call',
    before({ engine }) {
      engine.world.offerInbound({ multiParty: true });
      engine.agent.accept();
    },
    pressed: ({ engine }) => void engine.agent.consult('Casey Consultant'),
    called: (ccp, callbacks) => ccp.contact().addParticipant(PHONE, callbacks),
    after: 'connected: agent connected, customer hold, third connecting | Busy',
  },
  {
    title: 'swap',
    before: inConsult,
    pressed: ({ engine }) => engine.agent.swap(),
    called: (ccp, callbacks) => ccp.contact().toggleActiveConnections(callbacks),
    after: 'connected: agent connected, customer connected, third hold | Busy',
  },
  {
    title: 'conference',
    before: inConsult,
    pressed: ({ engine }) => engine.agent.conference(),
    called: (ccp, callbacks) => ccp.contact().conferenceConnections(callbacks),
    after: 'connected: agent connected, customer connected, third connected | Busy',
  },
  {
    title: "end the consultant's leg",
    before: inConsult,
    pressed: (ccp) => ccp.engine.agent.hangUpLeg(third(ccp).getConnectionId()),
    called: (ccp, callbacks) => third(ccp).destroy(callbacks),
    after: 'connected: agent connected, customer hold, third disconnected | Busy',
  },
  {
    title: "end the customer's leg",
    before: inCall,
    pressed: (ccp) => ccp.engine.agent.hangUpLeg(customer(ccp).getConnectionId()),
    called: (ccp, callbacks) => customer(ccp).destroy(callbacks),
    after: 'ended: agent disconnected, customer disconnected | AfterCallWork',
  },
  {
    title: 'leave a call',
    before: inCall,
    pressed: ({ engine }) => engine.agent.hangUp(),
    called: (ccp, callbacks) => own(ccp).destroy(callbacks),
    after: 'ended: agent disconnected, customer disconnected | AfterCallWork',
  },
  {
    title: 'transfer by leaving a consult',
    before: inConsult,
    pressed: ({ engine }) => engine.agent.hangUp(),
    called: (ccp, callbacks) => own(ccp).destroy(callbacks),
    after: 'ended: agent disconnected, customer connected, third connected | AfterCallWork',
  },
  {
    title: 'clear',
    before(ccp) {
      inCall(ccp);
      ccp.engine.agent.hangUp();
    },
    pressed: ({ engine }) => engine.agent.clear(),
    called: (ccp, callbacks) => ccp.contact().clear(callbacks),
    after: 'none | Available',
  },
  {
    title: 'choose another state during after-call work',
    before(ccp) {
      inCall(ccp);
      ccp.engine.agent.hangUp();
    },
    pressed: ({ engine }) => engine.agent.setState('Break'),
    called: (ccp, callbacks) => ccp.agent().setState(ccp.agent().getAgentStates()[1], callbacks),
    after: 'none | Break',
  },
];

function inCall({ engine }: CcpTest): void {
  engine.world.offerInbound();
  engine.agent.accept();
}

function inConsult(ccp: CcpTest): void {
  inCall(ccp);
  ccp.engine.agent.consult('Casey Consultant');
  ccp.engine.world.thirdAnswers();
}

describe('a button of the CCP', () => {
  for (const { title, before, pressed, called, after } of BUTTONS) {
    it(`${title}: pressed by a person`, () => {
      const ccp = startCcp();
      before(ccp);
      pressed(ccp);
      expect(ccp.picture()).toBe(after);
      expect(ccp.errors).toEqual([]);
    });

    it(`${title}: called through Streams`, () => {
      const ccp = startCcp();
      const answers: string[] = [];
      before(ccp);
      called(ccp, {
        success: () => answers.push('success'),
        failure: (error) => answers.push(`failure ${String(error)}`),
      });
      expect(ccp.picture()).toBe(after);
      expect(answers).toEqual(['success']);
      expect(ccp.errors).toEqual([]);
    });
  }

  it('engages a preview, which dials the customer', () => {
    const ccp = startCcp();
    ccp.engine.world.offerPreview();
    ccp.engine.agent.accept();
    ccp.engine.agent.engage();
    expect(ccp.picture()).toBe('connecting: agent connected, customer connecting | CallingCustomer');
    ccp.engine.world.customerAnswers();
    expect(ccp.picture()).toBe('connected: agent connected, customer connected | Busy');
  });

  it('dials an accepted preview by itself when its time is over, once', () => {
    const ccp = startCcp();
    ccp.engine.world.offerPreview({ autoDialTimeout: 20 });
    ccp.engine.agent.accept();
    ccp.clock.advance(19_999);
    expect(ccp.picture()).toBe('incoming: agent connected, customer init | Pending');
    ccp.clock.advance(1);
    expect(ccp.picture()).toBe('connecting: agent connected, customer connecting | CallingCustomer');
    ccp.engine.world.customerAnswers();
    ccp.clock.advance(60_000);
    expect(ccp.picture()).toBe('connected: agent connected, customer connected | Busy');
  });

  it('mutes the agent and takes it back', () => {
    const ccp = startCcp();
    inCall(ccp);
    own(ccp).muteParticipant();
    expect(own(ccp).isMute()).toBe(true);
    expect(ccp.engine.view().contacts[0]?.muted).toBe(true);
    ccp.engine.agent.mute(false);
    expect(own(ccp).isMute()).toBe(false);
  });

  it('takes the next state after the call and says so to Streams', () => {
    const ccp = startCcp();
    inCall(ccp);
    ccp.agent().setState(ccp.agent().getAgentStates()[1], {}, { enqueueNextState: true });
    expect(ccp.engine.view().agent.nextState).toBe('Break');
    ccp.engine.agent.hangUp();
    ccp.engine.agent.clear();
    expect(ccp.picture()).toBe('none | Break');
    expect(ccp.events.filter((event) => event.includes('next_state'))).toEqual([
      'agent::enqueued_next_state',
      'agent::cleared_next_state',
    ]);
  });

  it('lists quick connects of each kind', () => {
    const ccp = startCcp();
    const names: string[] = [];
    ccp.agent().getEndpoints(ccp.agent().getAllQueueARNs(), {
      success: (data) =>
        names.push(
          ...(data as { endpoints: { type: string; name: string }[] }).endpoints.map(
            (endpoint) => `${endpoint.type} ${endpoint.name}`,
          ),
        ),
    });
    expect(names).toEqual(['agent Casey Consultant', 'queue Second line', 'phone_number Front desk']);
  });
});

/** What Amazon Connect would not do; the page gets the reason as JSON text. */
const REFUSED: readonly {
  readonly title: string;
  readonly before: (ccp: CcpTest) => void;
  readonly called: (ccp: CcpTest, callbacks: ApiCallbacks) => void;
  readonly type: string;
}[] = [
  {
    title: 'clearing a running call',
    before: inCall,
    called: (ccp, callbacks) => ccp.contact().clear(callbacks),
    type: 'InvalidStateException',
  },
  {
    title: 'holding a leg that is on hold',
    before(ccp) {
      inConsult(ccp);
    },
    called: (ccp, callbacks) => customer(ccp).hold(callbacks),
    type: 'InvalidStateException',
  },
  {
    title: "holding the agent's own leg",
    before: inCall,
    called: (ccp, callbacks) => own(ccp).hold(callbacks),
    type: 'ConnectionNotFoundException',
  },
  {
    title: 'a conference of two',
    before: inCall,
    called: (ccp, callbacks) => ccp.contact().conferenceConnections(callbacks),
    type: 'InvalidStateException',
  },
  {
    title: 'a second consultant without multi-party',
    before: inConsult,
    called: (ccp, callbacks) => ccp.contact().addConnection(PHONE, callbacks),
    type: 'InvalidStateException',
  },
  {
    title: 'a number that is none',
    before: () => undefined,
    called: (ccp, callbacks) => ccp.agent().connect({ type: 'phone_number', phoneNumber: '0202' }, callbacks),
    type: 'BadEndpointException',
  },
  {
    title: 'a quick connect that is unknown',
    before: inCall,
    called: (ccp, callbacks) =>
      ccp.contact().addConnection({ type: 'agent', endpointARN: 'arn:aws:connect:none' }, callbacks),
    type: 'BadEndpointException',
  },
  {
    title: 'a second outbound call',
    before: inCall,
    called: (ccp, callbacks) => ccp.agent().connect(PHONE, callbacks),
    type: 'InvalidStateException',
  },
  {
    title: 'another state during a call',
    before: inCall,
    called: (ccp, callbacks) => ccp.agent().setState({ name: 'Break' }, callbacks),
    type: 'InvalidStateException',
  },
  {
    title: 'a state that does not exist',
    before: () => undefined,
    called: (ccp, callbacks) => ccp.agent().setState({ name: 'Lunch' }, callbacks),
    type: 'InvalidParameterException',
  },
  {
    title: 'discarding a preview that must be dialled',
    before: ({ engine }) => void engine.world.offerPreview({ canDiscardPreview: false }),
    called: (ccp, callbacks) => ccp.contact().reject(callbacks),
    type: 'InvalidStateException',
  },
];

describe('a refusal', () => {
  for (const { title, before, called, type } of REFUSED) {
    it(`reaches the page's failure callback and changes nothing: ${title}`, () => {
      const ccp = startCcp();
      before(ccp);
      const picture = ccp.picture();
      const failures: unknown[] = [];
      called(ccp, { failure: (error) => failures.push(error) });
      expect(failures.map((error) => (JSON.parse(String(error)) as { type: string }).type)).toEqual([type]);
      expect(ccp.picture()).toBe(picture);
    });
  }

  it('names an unknown contact', () => {
    const ccp = startCcp();
    expect(() => ccp.engine.agent.accept('nobody')).toThrow('Paceline: there is no contact nobody');
  });

  it('asks for a contact where several could be meant', () => {
    const ccp = startCcp();
    ccp.engine.world.offerInbound();
    ccp.engine.world.offerInbound();
    expect(() => ccp.engine.agent.accept()).toThrow('several contacts allow, name one to: accept');
  });

  it('keeps an agent without the permission from dialling', () => {
    const ccp = startCcp({}, { agent: { outboundCalls: false } });
    expect(ccp.engine.view().canDial).toBe(false);
    expect(() => ccp.engine.agent.dial('+12025550144')).toThrow('may not place outbound calls');
  });

  it('fails the next method once, when told to', () => {
    const ccp = startCcp();
    const answers: string[] = [];
    const callbacks = {
      success: () => answers.push('success'),
      failure: (error: unknown) => answers.push(String(error)),
    };
    inCall(ccp);
    ccp.engine.world.failNextMethod({ type: 'Throttled', message: 'too fast' }, 'holdConnection');
    own(ccp).muteParticipant(callbacks);
    customer(ccp).hold(callbacks);
    customer(ccp).hold(callbacks);
    expect(answers).toEqual(['success', '{"type":"Throttled","message":"too fast"}', 'success']);
  });
});
