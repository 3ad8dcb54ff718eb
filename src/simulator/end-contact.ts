import type { EngineContext } from './engine-context.ts';
import { agentLeg, customerLeg, otherLegs, setContactState, setLegState } from './sim-contact.ts';
import type { ContactState, SimContact } from './sim-contact.ts';

/** Ends every leg and moves the contact into a final state. */
export function closeContact(context: EngineContext, contact: SimContact, state: ContactState): void {
  const at = context.time();
  for (const leg of contact.wire.connections) {
    if (leg.state.type !== 'disconnected') setLegState(leg, 'disconnected', at);
  }
  setContactState(contact, state, at);
}

export function removeContact(context: EngineContext, contact: SimContact): void {
  context.contacts = context.contacts.filter((other) => other !== contact);
}

const isManualOutbound = (contact: SimContact): boolean =>
  contact.preview === null && customerLeg(contact)?.type === 'outbound';

/** The final state of a call that ends now, by what it had reached. */
function finalState(context: EngineContext, contact: SimContact): ContactState {
  if (contact.wire.state.type === 'connected') return 'ended';
  return isManualOutbound(contact) ? context.behaviour.unansweredOutbound : 'ended';
}

/** The agent's leg ends; two or more other parties stay bridged where the behaviour says so. */
export function agentLeaves(context: EngineContext, contact: SimContact): void {
  const bridged = otherLegs(contact).length >= 2 && context.behaviour.legsAfterAgentLeaves === 'stay';
  if (!bridged) {
    closeContact(context, contact, finalState(context, contact));
    return;
  }
  const at = context.time();
  const own = agentLeg(contact);
  if (own !== undefined) setLegState(own, 'disconnected', at);
  for (const leg of otherLegs(contact)) {
    if (leg.state.type === 'hold') setLegState(leg, 'connected', at);
  }
  setContactState(contact, 'ended', at);
}

/** The customer's leg ends, by whichever side; the call goes on while a third party is there. */
export function customerLeaves(context: EngineContext, contact: SimContact): void {
  const leg = customerLeg(contact);
  if (contact.wire.state.type === 'connected') {
    if (leg !== undefined) setLegState(leg, 'disconnected', context.time());
    if (otherLegs(contact).length === 0) closeContact(context, contact, 'ended');
    return;
  }
  const ringsAtAgent = agentLeg(contact)?.state.type === 'connecting';
  if (!ringsAtAgent) closeContact(context, contact, finalState(context, contact));
  else if (context.behaviour.abandonedWhileRinging === 'removed') removeContact(context, contact);
  else closeContact(context, contact, context.behaviour.abandonedWhileRinging);
}

/** A third party's leg ends; the last other party takes the call with it. */
export function thirdLeaves(context: EngineContext, contact: SimContact, legId: string): void {
  const leg = contact.wire.connections.find((candidate) => candidate.connectionId === legId);
  if (leg === undefined) return;
  setLegState(leg, 'disconnected', context.time());
  if (context.behaviour.thirdLegAfterHangUp === 'removed') {
    contact.wire.connections = contact.wire.connections.filter((candidate) => candidate !== leg);
  }
  if (otherLegs(contact).length === 0) closeContact(context, contact, 'ended');
}
