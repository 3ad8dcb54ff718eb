import type { AgentObservation } from '../../src/model/observation.ts';
import { observeAgent } from '../../src/streams/observe-agent.ts';
import type { StreamsAgent, StreamsContact } from '../../src/streams/streams-port.ts';
import { START } from '../support/ccp-clock.ts';
import { startCcp } from '../support/ccp-picture.ts';
import type { CcpTest } from '../support/ccp-picture.ts';

const strict = (): never => {
  throw new Error('every contact should have been read');
};

const observe = (ccp: CcpTest): AgentObservation => observeAgent(ccp.agent(), ccp.clock.now(), null, strict);

describe('observing the agent', () => {
  it('writes down a consult, whole', () => {
    const ccp = startCcp();
    const { engine, clock } = ccp;
    engine.world.offerInbound({
      contactId: 'c1',
      initialContactId: 'c0',
      number: '+12025550111',
      queueName: 'Sales',
      attributes: { cti_pacing: 'progressive' },
    });
    clock.advance(2000);
    engine.agent.accept();
    clock.advance(3000);
    engine.agent.consult('Casey Consultant');
    expect(observe(ccp)).toEqual({
      at: START + 5000,
      agent: {
        id: 'arn:aws:connect:eu-west-2:000000000000:instance/11111111-2222-4333-8444-555555555555/agent/00000000-0000-4000-8000-00000000a6e7',
        name: 'Robin Example',
        state: 'Busy',
      },
      contacts: [
        {
          contactId: 'c1',
          initialContactId: 'c0',
          type: 'voice',
          state: 'connected',
          stateAt: START + 2000,
          queue: {
            arn: 'arn:aws:connect:eu-west-2:000000000000:instance/11111111-2222-4333-8444-555555555555/queue/sales',
            id: 'arn:aws:connect:eu-west-2:000000000000:instance/11111111-2222-4333-8444-555555555555/queue/sales',
            name: 'Sales',
          },
          initiationMethod: 'inbound',
          attributes: { cti_pacing: 'progressive' },
          connections: [
            {
              legId: 'id-2',
              type: 'agent',
              state: 'connected',
              stateAt: START + 2000,
              initial: false,
              phoneNumber: null,
              quickConnectName: null,
            },
            {
              legId: 'id-3',
              type: 'inbound',
              state: 'hold',
              stateAt: START + 5000,
              initial: true,
              phoneNumber: '+12025550111',
              quickConnectName: null,
            },
            {
              legId: 'id-4',
              type: 'outbound',
              state: 'connecting',
              stateAt: START + 5000,
              initial: false,
              phoneNumber: null,
              quickConnectName: 'Casey Consultant',
            },
          ],
        },
      ],
    });
  });

  for (const channel of ['chat', 'task', 'email'] as const) {
    it(`never touches the connections of a ${channel}`, () => {
      const ccp = startCcp();
      ccp.engine.world.offerOther(channel, { contactId: 'o1' });
      const [contact] = observe(ccp).contacts;
      expect([contact?.type, contact?.connections]).toEqual([channel, null]);
      expect(ccp.errors).toEqual([]);
    });
  }

  it('reads a monitored conversation: no queue, no attributes, no customer', () => {
    const ccp = startCcp();
    ccp.engine.world.offerMonitoring();
    const [contact] = observe(ccp).contacts;
    expect([contact?.queue, contact?.attributes, contact?.connections?.map((leg) => leg.type)]).toEqual([
      null,
      {},
      ['monitoring'],
    ]);
  });

  it.each([
    ['sip:+12025550143@lily-outbound', '+12025550143'],
    ['sip:robin@example.com', 'robin'],
    ['+12025550143', '+12025550143'],
    ['anonymous', 'anonymous'],
    ['', null],
  ])("sees a customer's number %j as %j, which is how Streams strips it", (number, seen) => {
    const ccp = startCcp();
    ccp.engine.world.offerInbound({ number });
    const customer = observe(ccp).contacts[0]?.connections?.find((leg) => leg.initial);
    expect(customer?.phoneNumber).toBe(seen);
    const { Endpoint } = ccp.connect as unknown as {
      Endpoint: new (of: object) => { stripPhoneNumber(): string };
    };
    expect(new Endpoint({ phoneNumber: number }).stripPhoneNumber() || null).toBe(seen);
  });

  it('keeps the order in which Streams holds the contacts', () => {
    const ccp = startCcp();
    ccp.engine.world.offerInbound({ contactId: 'b' });
    ccp.clock.advance(1);
    ccp.engine.world.offerInbound({ contactId: 'a' });
    expect(observe(ccp).contacts.map((contact) => contact.contactId)).toEqual(['b', 'a']);
  });
});

/** A contact as Streams could hand it out, with single answers replaced. */
function contactWith(changes: Partial<StreamsContact>): StreamsContact {
  return {
    getContactId: () => 'c1',
    getInitialContactId: () => null,
    getType: () => 'voice',
    getState: () => ({ type: 'connected', timestamp: new Date(START) }),
    getQueue: () => null,
    getInitiationMethod: () => null,
    getAttributes: () => ({}),
    getConnections: () => [],
    ...changes,
  };
}

function agentWith(...contacts: StreamsContact[]): StreamsAgent {
  return { getConfiguration: () => null, getState: () => null, getContacts: () => contacts };
}

describe('odd data', () => {
  const ATTRIBUTES: readonly (readonly [string, unknown, Record<string, string>])[] = [
    ['masked as a string', '[redacted]', {}],
    ['null', null, {}],
    ['values that are no text', { a: { value: 1 }, b: { value: 'x' }, c: null, d: 'plain' }, { b: 'x' }],
    ['a list', ['x'], {}],
  ];
  for (const [title, attributes, expected] of ATTRIBUTES) {
    it(`attributes: ${title}`, () => {
      const observation = observeAgent(
        agentWith(contactWith({ getAttributes: () => attributes })),
        START,
        null,
        strict,
      );
      expect(observation.contacts[0]?.attributes).toEqual(expected);
    });
  }

  it('has an empty agent id while no configuration was seen, and no invented times', () => {
    const contact = contactWith({ getState: () => ({ type: 'connected' }) });
    expect(observeAgent(agentWith(contact), START, null, strict)).toEqual({
      at: START,
      agent: { id: '', name: null, state: null },
      contacts: [
        {
          contactId: 'c1',
          initialContactId: null,
          type: 'voice',
          state: 'connected',
          stateAt: null,
          queue: null,
          initiationMethod: null,
          attributes: {},
          connections: [],
        },
      ],
    });
  });

  it('keeps what was known of a contact that cannot be read, so that it does not look removed', () => {
    const known = observeAgent(agentWith(contactWith({})), START, null, strict);
    const broken = contactWith({
      getConnections() {
        throw new Error('no longer exists');
      },
    });
    const unread: unknown[] = [];
    const next = observeAgent(agentWith(broken), START + 1, known, (contact) => unread.push(contact));
    expect(next).toEqual({ ...known, at: START + 1 });
    expect(unread).toEqual([{ contactId: 'c1', error: new Error('no longer exists') }]);
  });

  it('leaves out a contact that was never read, and reads the others', () => {
    const broken = contactWith({
      getContactId: () => 'c2',
      getState() {
        throw new Error('broken');
      },
    });
    const unread: unknown[] = [];
    const next = observeAgent(agentWith(broken, contactWith({})), START, null, (contact) =>
      unread.push(contact),
    );
    expect(next.contacts.map((contact) => contact.contactId)).toEqual(['c1']);
    expect(unread.length).toBe(1);
  });
});
