import type {
  AgentObservation,
  ConnectionObservation,
  ContactObservation,
} from '../../src/model/observation.ts';

export const AGENT_ID = 'arn:aws:connect:eu-west-2:111122223333:instance/i-1/agent/a-1';
export const CALLER = '+12025550143';

const leg = (
  legId: string,
  type: string,
  state: string,
  initial: boolean,
  phoneNumber: string | null,
): ConnectionObservation => ({
  legId,
  type,
  state,
  stateAt: null,
  initial,
  phoneNumber,
  quickConnectName: null,
});

/** An inbound voice contact; `customer` and `agent` are the states of its legs. */
export function inboundContact(
  contactId: string,
  state: string,
  customer: string,
  agent: string,
  caller = CALLER,
): ContactObservation {
  return {
    contactId,
    initialContactId: null,
    type: 'voice',
    state,
    stateAt: null,
    queue: { arn: 'arn:queue/q-1', id: 'q-1', name: 'Service' },
    initiationMethod: 'inbound',
    attributes: {},
    connections: [
      leg(`${contactId}-agent`, 'agent', agent, false, null),
      leg(`${contactId}-customer`, 'inbound', customer, true, caller),
    ],
  };
}

export function agentObservation(
  at: number,
  contacts: readonly ContactObservation[],
  state = 'Available',
): AgentObservation {
  return { at, agent: { id: AGENT_ID, name: 'Sam Agent', state }, contacts: [...contacts] };
}

/** The stages of an inbound call, as Streams shows them one after the other. */
export const INBOUND_STAGES = {
  ringing: (id: string, caller?: string) =>
    inboundContact(id, 'connecting', 'connected', 'connecting', caller),
  talking: (id: string, caller?: string) => inboundContact(id, 'connected', 'connected', 'connected', caller),
  held: (id: string, caller?: string) => inboundContact(id, 'connected', 'hold', 'connected', caller),
  ended: (id: string, caller?: string) => inboundContact(id, 'ended', 'disconnected', 'disconnected', caller),
} as const;
