import type { WireAgentState } from '../model/snapshot.ts';
import type { EngineContext } from './engine-context.ts';
import { agentLeg, isLive, isVoice } from './sim-contact.ts';
import type { SimContact } from './sim-contact.ts';

const SYSTEM_STATES: Readonly<Record<string, WireAgentState['type']>> = {
  Busy: 'system',
  CallingCustomer: 'system',
  PendingBusy: 'system',
  Pending: 'system',
  AfterCallWork: 'system',
  MissedCallAgent: 'error',
  FailedConnectCustomer: 'error',
};

/** The agent state that one contact asks for; null if none. */
function stateForContact(contact: SimContact): string | null {
  if (!isVoice(contact) && isLive(contact)) return null;
  const ringing = agentLeg(contact)?.state.type === 'connecting';
  switch (contact.wire.state.type) {
    case 'connected':
      return 'Busy';
    case 'connecting':
      return ringing ? 'PendingBusy' : 'CallingCustomer';
    case 'incoming':
      return 'Pending';
    case 'ended':
      return 'AfterCallWork';
    case 'error':
      return 'FailedConnectCustomer';
    default:
      return 'MissedCallAgent';
  }
}

const PRECEDENCE = [
  'Busy',
  'CallingCustomer',
  'PendingBusy',
  'Pending',
  'AfterCallWork',
  'FailedConnectCustomer',
  'MissedCallAgent',
];

/** One of the agent's own states, by name; undefined for any other word. */
export function chosenState(context: EngineContext, name: string): WireAgentState | undefined {
  return context.configuration.agentStates.find((state) => state.name === name);
}

/** Moves the agent into the state that the contacts ask for, else into the next or the chosen one. */
export function settleAgentState(context: EngineContext): void {
  const asked = new Set(context.contacts.map(stateForContact));
  let name = PRECEDENCE.find((state) => asked.has(state));
  if (name === undefined) {
    context.agent.chosen = context.agent.nextState ?? context.agent.chosen;
    context.agent.nextState = null;
    name = context.agent.chosen;
  }
  if (context.agent.state.name === name) return;
  const chosen = chosenState(context, name);
  context.agent.state = {
    agentStateARN: chosen?.agentStateARN ?? null,
    type: chosen?.type ?? SYSTEM_STATES[name] ?? 'system',
    name,
    startTimestamp: context.time(),
  };
}
