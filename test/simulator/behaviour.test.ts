import { BEHAVIOUR_CHOICES, DEFAULT_BEHAVIOUR } from '../../src/simulator/index.ts';
import type { CcpBehaviour } from '../../src/simulator/index.ts';
import { startCcp } from '../support/ccp-picture.ts';
import type { CcpTest } from '../support/ccp-picture.ts';

type Case = {
  [K in keyof CcpBehaviour]: {
    readonly option: K;
    readonly run: (ccp: CcpTest) => void;
    readonly expected: Readonly<Record<CcpBehaviour[K], readonly string[]>>;
  };
}[keyof CcpBehaviour];

const call = ({ engine }: CcpTest): void => {
  engine.world.offerInbound();
  engine.agent.accept();
};
const consult = (ccp: CcpTest): void => {
  call(ccp);
  ccp.engine.agent.consult('Casey Consultant');
};

/** Each simulated assumption: the same verbs, and every picture that Streams showed, in order. */
const CASES: readonly Case[] = [
  {
    option: 'consult',
    run: consult,
    expected: {
      'one-update': ['connected: agent connected, customer hold, third connecting | Busy'],
      'two-updates': [
        'connected: agent connected, customer hold | Busy',
        'connected: agent connected, customer hold, third connecting | Busy',
      ],
    },
  },
  {
    option: 'legsAfterAgentLeaves',
    run(ccp) {
      consult(ccp);
      ccp.engine.agent.hangUp();
    },
    expected: {
      stay: ['ended: agent disconnected, customer connected, third connecting | AfterCallWork'],
      disconnected: ['ended: agent disconnected, customer disconnected, third disconnected | AfterCallWork'],
    },
  },
  {
    option: 'thirdLegAfterHangUp',
    run(ccp) {
      consult(ccp);
      ccp.engine.world.thirdHangsUp();
    },
    expected: {
      disconnected: ['connected: agent connected, customer hold, third disconnected | Busy'],
      removed: ['connected: agent connected, customer hold | Busy'],
    },
  },
  {
    option: 'ringingCustomerLeg',
    run: ({ engine }) => void engine.world.offerInbound(),
    expected: {
      connecting: ['connecting: agent connecting, customer connecting | PendingBusy'],
      connected: ['connecting: agent connecting, customer connected | PendingBusy'],
    },
  },
  {
    option: 'previewAfterAccept',
    run({ engine }) {
      engine.world.offerPreview();
      engine.agent.accept();
    },
    expected: {
      incoming: ['incoming: agent connected, customer init | Pending'],
      connecting: ['connecting: agent connected, customer init | CallingCustomer'],
    },
  },
  {
    option: 'campaignLeg',
    run(ccp) {
      ccp.engine.world.offerCampaign();
      ccp.notes.push(ccp.contact().getConnections()[1]?.getType() ?? '');
    },
    expected: { inbound: ['inbound'], outbound: ['outbound'] },
  },
  {
    option: 'receivedLeg',
    run(ccp) {
      ccp.engine.world.transferIn({ initialContactId: 'first' });
      ccp.notes.push(ccp.contact().getConnections()[1]?.getType() ?? '');
    },
    expected: { inbound: ['inbound'], outbound: ['outbound'] },
  },
  {
    option: 'initiationMethod',
    run(ccp) {
      for (const [offer, vanish] of [
        ['offerInbound', true],
        ['offerCallback', true],
        ['offerPreview', true],
      ] as const) {
        ccp.engine.world[offer]();
        ccp.notes.push(String(ccp.agent().getContacts()[0]?.getInitiationMethod()));
        if (vanish) ccp.engine.world.vanish();
      }
    },
    expected: {
      set: ['inbound', 'callback', 'campaign_preview'],
      null: ['null', 'null', 'campaign_preview'],
    },
  },
  {
    option: 'autoAccept',
    run: ({ engine }) => void engine.world.offerCampaign({ autoAccept: true }),
    expected: {
      'connecting-first': [
        'connecting: agent connecting, customer connected | PendingBusy',
        'connected: agent connected, customer connected | Busy',
      ],
      'connected-at-once': ['connected: agent connected, customer connected | Busy'],
    },
  },
  {
    option: 'unansweredOutbound',
    run({ engine }) {
      engine.agent.dial('+12025550144');
      engine.world.customerHangsUp();
    },
    expected: {
      ended: ['ended: agent disconnected, customer disconnected | AfterCallWork'],
      missed: ['missed: agent disconnected, customer disconnected | MissedCallAgent'],
      error: ['error: agent disconnected, customer disconnected | FailedConnectCustomer'],
    },
  },
  {
    option: 'abandonedWhileRinging',
    run({ engine }) {
      engine.world.offerInbound();
      engine.world.customerHangsUp();
    },
    expected: {
      missed: ['missed: agent disconnected, customer disconnected | MissedCallAgent'],
      removed: ['none | Available'],
      ended: ['ended: agent disconnected, customer disconnected | AfterCallWork'],
    },
  },
  {
    option: 'consultConnects',
    run: consult,
    expected: {
      'when-answered': ['connected: agent connected, customer hold, third connecting | Busy'],
      'when-routed': ['connected: agent connected, customer hold, third connected | Busy'],
    },
  },
];

function run(option: keyof CcpBehaviour, value: string, steps: (ccp: CcpTest) => void): string[] {
  const pictures: string[] = [];
  const ccp = startCcp({ [option]: value });
  ccp.connect.core.getEventBus().subscribe('agent::refresh', () => pictures.push(ccp.picture()));
  steps(ccp);
  expect(ccp.errors).toEqual([]);
  return ccp.notes.length > 0 ? ccp.notes : pictures;
}

describe('a simulated assumption', () => {
  for (const { option, run: steps, expected } of CASES) {
    for (const [value, pictures] of Object.entries(expected)) {
      it(`${option} = ${value}`, () => {
        expect(run(option, value, steps).slice(-pictures.length)).toEqual(pictures);
      });
    }
  }

  it('has a test for every value of every assumption', () => {
    expect(CASES.map((tested) => tested.option).sort()).toEqual(Object.keys(DEFAULT_BEHAVIOUR).sort());
    for (const { option, expected } of CASES) {
      expect(Object.keys(expected).sort()).toEqual([...BEHAVIOUR_CHOICES[option]].sort());
    }
  });
});
