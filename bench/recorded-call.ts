import type { AgentObservation, ConnectionObservation } from '../src/model/observation.ts';

const TALK = 'agent:connected customer:connected';

/** Agent state, contact state, legs; each is seen as often as Streams refreshes without a change. */
const STAGES: readonly (readonly [string, string, string])[] = [
  ['PendingBusy', 'connecting', 'agent:connecting customer:connected'],
  ['Busy', 'connected', TALK],
  ['Busy', 'connected', 'agent:connected customer:hold'],
  ['Busy', 'connected', 'agent:connected customer:hold third:connecting'],
  ['Busy', 'connected', 'agent:connected customer:hold third:connected'],
  ['Busy', 'connected', 'agent:connected customer:connected third:connected'],
  ['Busy', 'connected', TALK],
  ['AfterCallWork', 'ended', 'agent:disconnected customer:disconnected'],
];

function leg(contactId: string, text: string): ConnectionObservation {
  const [name = '', state = ''] = text.split(':');
  return {
    legId: `${contactId}-${name}`,
    type: name === 'agent' ? 'agent' : name === 'customer' ? 'inbound' : 'outbound',
    state,
    stateAt: 1,
    initial: name === 'customer',
    phoneNumber: '+12025550101',
    quickConnectName: null,
  };
}

/** A call of 40 observations: eight stages seen five times each but the last, and the removal. */
export function recordCall(contactId: string, start: number): AgentObservation[] {
  const stages = STAGES.flatMap((stage) => Array.from({ length: 5 }, () => stage)).slice(0, 39);
  const observations = stages.map(([agentState, state, legs], index) => ({
    at: start + index * 1000,
    agent: { id: 'agent-1', name: null, state: agentState },
    contacts: [
      {
        contactId,
        initialContactId: contactId,
        type: 'voice',
        state,
        stateAt: 1,
        queue: { arn: 'arn:queue/1', id: 'queue-1', name: 'BasicQueue' },
        initiationMethod: null,
        attributes: { cti_pacing: 'progressive', customer: '4711' },
        connections: legs.split(' ').map((text) => leg(contactId, text)),
      },
    ],
  }));
  return [
    ...observations,
    { at: start + 39_000, agent: { id: 'agent-1', name: null, state: 'Available' }, contacts: [] },
  ];
}
