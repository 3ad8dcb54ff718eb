import type { WireAgentUpdate } from '../../src/model/snapshot.ts';
import { START } from '../support/ccp-clock.ts';
import { startCcp } from '../support/ccp-picture.ts';
import type { CcpTest } from '../support/ccp-picture.ts';

function inCall({ engine }: CcpTest): void {
  engine.world.offerInbound();
  engine.agent.accept();
}

function inConsult(ccp: CcpTest): void {
  inCall(ccp);
  ccp.engine.agent.consult('+12025550144');
  ccp.engine.world.thirdAnswers();
}

/** What happens outside, as Streams shows it afterwards. */
const HAPPENINGS: readonly {
  readonly title: string;
  readonly run: (ccp: CcpTest) => void;
  readonly after: string;
}[] = [
  {
    title: 'an inbound call is offered',
    run: ({ engine }) => void engine.world.offerInbound(),
    after: 'connecting: agent connecting, customer connected | PendingBusy',
  },
  {
    title: 'a campaign call is offered',
    run: ({ engine }) => void engine.world.offerCampaign(),
    after: 'connecting: agent connecting, customer connected | PendingBusy',
  },
  {
    title: 'a campaign call is accepted automatically',
    run: ({ engine }) => void engine.world.offerCampaign({ autoAccept: true }),
    after: 'connected: agent connected, customer connected | Busy',
  },
  {
    title: 'a preview is offered',
    run: ({ engine }) => void engine.world.offerPreview(),
    after: 'incoming: agent connecting, customer init | Pending',
  },
  {
    title: 'a callback is offered',
    run: ({ engine }) => void engine.world.offerCallback(),
    after: 'incoming: agent connecting, customer connected | Pending',
  },
  {
    title: "another agent's call is transferred here",
    run: ({ engine }) => void engine.world.transferIn({ initialContactId: 'first' }),
    after: 'connecting: agent connecting, customer connected | PendingBusy',
  },
  {
    title: 'a conversation is monitored',
    run: ({ engine }) => void engine.world.offerMonitoring(),
    after: 'connected: monitoring silent_monitor | Busy',
  },
  {
    title: 'a chat and a task are offered',
    run({ engine, clock }) {
      engine.world.offerOther('chat');
      clock.advance(1000);
      engine.world.offerOther('task');
    },
    after: 'connecting: chat; connecting: task | Available',
  },
  {
    title: 'the dialled customer answers',
    run({ engine }) {
      engine.agent.dial('+12025550144');
      engine.world.customerAnswers();
    },
    after: 'connected: agent connected, customer connected | Busy',
  },
  {
    title: 'the dialled customer answers and hears a whisper',
    run({ engine }) {
      engine.agent.dial('+12025550144');
      engine.world.customerAnswers(undefined, { whisper: true });
    },
    after: 'connecting: agent connected, customer connected | CallingCustomer',
  },
  {
    title: 'the whisper ends',
    run({ engine }) {
      engine.agent.dial('+12025550144');
      engine.world.customerAnswers(undefined, { whisper: true });
      engine.world.whisperEnds();
    },
    after: 'connected: agent connected, customer connected | Busy',
  },
  {
    title: 'the customer hangs up',
    run(ccp) {
      inCall(ccp);
      ccp.engine.world.customerHangsUp();
    },
    after: 'ended: agent disconnected, customer disconnected | AfterCallWork',
  },
  {
    title: 'the customer hangs up during a consult',
    run(ccp) {
      inConsult(ccp);
      ccp.engine.world.customerHangsUp();
    },
    after: 'connected: agent connected, customer disconnected, third connected | Busy',
  },
  {
    title: 'the consultant hangs up after the customer did',
    run(ccp) {
      inConsult(ccp);
      ccp.engine.world.customerHangsUp();
      ccp.engine.world.thirdHangsUp();
    },
    after: 'ended: agent disconnected, customer disconnected, third disconnected | AfterCallWork',
  },
  {
    title: 'nobody accepts in time',
    run({ engine }) {
      engine.world.offerInbound();
      engine.world.miss();
    },
    after: 'missed: agent disconnected, customer disconnected | MissedCallAgent',
  },
  {
    title: 'a call fails',
    run({ engine }) {
      engine.agent.dial('+12025550144');
      engine.world.fail();
    },
    after: 'error: agent disconnected, customer disconnected | FailedConnectCustomer',
  },
  {
    title: 'a contact vanishes',
    run(ccp) {
      inCall(ccp);
      ccp.engine.world.vanish();
    },
    after: 'none | Available',
  },
];

describe('outside the CCP', () => {
  for (const { title, run, after } of HAPPENINGS) {
    it(title, () => {
      const ccp = startCcp();
      run(ccp);
      expect(ccp.picture()).toBe(after);
      expect(ccp.errors).toEqual([]);
    });
  }

  it('changes arrive as one jump while updates are suspended', () => {
    const ccp = startCcp();
    const before = ccp.events.length;
    ccp.engine.world.suspend();
    inCall(ccp);
    ccp.engine.agent.hangUp();
    expect(ccp.events.length).toBe(before);
    ccp.engine.world.publish();
    expect(ccp.events.slice(before).filter((event) => event === 'agent::update')).toEqual(['agent::update']);
    expect(ccp.picture()).toBe('ended: agent disconnected, customer disconnected | AfterCallWork');
  });

  it('the same update can come twice', () => {
    const ccp = startCcp();
    inCall(ccp);
    const before = ccp.events.length;
    ccp.engine.world.publishDuplicate();
    expect(ccp.events.slice(before)).toEqual([
      'agent::update',
      'agent::refresh',
      'contact::refresh',
      'contact::refresh::id-2',
    ]);
  });

  it('attributes change in mid-call and keep the earlier ones', () => {
    const ccp = startCcp();
    ccp.engine.world.offerInbound({ attributes: { cti_pacing: 'progressive' } });
    ccp.engine.world.setAttributes({ tier: 'gold' });
    expect(ccp.agent().getContacts()[0]?.getAttributes()).toEqual({
      cti_pacing: { name: 'cti_pacing', value: 'progressive' },
      tier: { name: 'tier', value: 'gold' },
    });
  });

  it("timestamps are Amazon Connect's, and the skew tells by how much its clock differs", () => {
    for (const skew of [90_000, -90_000]) {
      const ccp = startCcp();
      const updates: WireAgentUpdate[] = [];
      ccp.connect.core.getEventBus().subscribe('agent::update', (data) => {
        updates.push(data as WireAgentUpdate);
      });
      ccp.engine.world.skewClock(skew);
      inCall(ccp);
      ccp.clock.advance(5000);
      ccp.engine.world.publishDuplicate();
      const snapshot = updates.at(-1)?.snapshot;
      expect(snapshot?.skew).toBe(skew);
      expect(snapshot?.localTimestamp).toBe(START + 5000);
      expect(snapshot?.contacts[0]?.state.timestamp).toEqual(new Date(START + skew));
    }
  });

  it('contacts come in the order of their state, as the worker sorts them', () => {
    const ccp = startCcp();
    ccp.engine.world.offerInbound({ contactId: 'a' });
    ccp.clock.advance(1000);
    ccp.engine.world.offerInbound({ contactId: 'b' });
    ccp.clock.advance(1000);
    ccp.engine.agent.accept('a');
    expect(
      ccp
        .agent()
        .getContacts()
        .map((contact) => contact.getContactId()),
    ).toEqual(['b', 'a']);
  });
});
