import type { WireConnection, WireEndpoint } from '../model/snapshot.ts';
import type { AgentVerbs } from './ccp-engine-types.ts';
import type { CcpButton } from './ccp-view.ts';
import { contactFor } from './contact-rules.ts';
import { readEndpoint } from './endpoints.ts';
import type { EngineContext } from './engine-context.ts';
import { refuse } from './refusal.ts';
import { customerLeg, newLeg, otherLegs, setLegState } from './sim-contact.ts';
import type { SimContact } from './sim-contact.ts';

function setHeld(context: EngineContext, contact: SimContact, leg: WireConnection, held: boolean): void {
  setLegState(leg, held ? 'hold' : 'connected', context.time());
  context.legHeld(contact, leg.connectionId, held);
}

/** The leg to hold or resume: the named one, else the customer's, else the only other one in that state. */
function legToChange(
  contact: SimContact,
  from: 'connected' | 'hold',
  legId: string | undefined,
): WireConnection {
  const legs = otherLegs(contact);
  const customer = customerLeg(contact);
  const leg =
    legId === undefined
      ? customer?.state.type === from
        ? customer
        : legs.find((candidate) => candidate.state.type === from)
      : legs.find((candidate) => candidate.connectionId === legId);
  if (leg === undefined) {
    throw refuse('ConnectionNotFoundException', `contact ${contact.wire.contactId} has no such other leg`);
  }
  if (leg.state.type !== from) {
    throw refuse('InvalidStateException', `leg ${leg.connectionId} is ${leg.state.type}, not ${from}`);
  }
  return leg;
}

/** Adds a third party; the customer goes on hold. Returns the leg's id. */
export function addThirdParty(
  context: EngineContext,
  contact: SimContact,
  endpoint: WireEndpoint,
  quickConnectName?: string,
): string {
  for (const leg of otherLegs(contact)) {
    if (leg.state.type === 'connected') setHeld(context, contact, leg, true);
  }
  if (context.behaviour.consult === 'two-updates') context.changed();
  const routed = context.behaviour.consultConnects === 'when-routed' && endpoint.type !== 'phone_number';
  const name = quickConnectName ?? endpoint.name;
  const leg = newLeg({
    id: context.ids.next(),
    type: 'outbound',
    initial: false,
    state: routed ? 'connected' : 'connecting',
    endpoint,
    at: context.time(),
    ...(name === null ? {} : { quickConnectName: name }),
  });
  contact.wire.connections.push(leg);
  context.changed();
  return leg.connectionId;
}

type LegVerbs = Pick<AgentVerbs, 'hold' | 'resume' | 'consult' | 'swap' | 'conference'>;

export function createLegVerbs(context: EngineContext): LegVerbs {
  const setHold = (button: CcpButton & ('hold' | 'resume'), contactId?: string, legId?: string): void => {
    const contact = contactFor(context, button, contactId);
    const leg = legToChange(contact, button === 'hold' ? 'connected' : 'hold', legId);
    setHeld(context, contact, leg, button === 'hold');
    context.changed();
  };
  return {
    hold: (contactId, legId) => setHold('hold', contactId, legId),
    resume: (contactId, legId) => setHold('resume', contactId, legId),
    consult(number, contactId, quickConnectName) {
      const contact = contactFor(context, 'consult', contactId);
      const quickConnect = context.quickConnects.find((candidate) => candidate.name === number);
      const endpoint = readEndpoint(context, quickConnect ?? { type: 'phone_number', phoneNumber: number });
      return addThirdParty(context, contact, endpoint, quickConnectName);
    },
    swap(contactId) {
      const contact = contactFor(context, 'swap', contactId);
      for (const leg of otherLegs(contact)) setHeld(context, contact, leg, leg.state.type !== 'hold');
      context.changed();
    },
    conference(contactId) {
      const contact = contactFor(context, 'conference', contactId);
      for (const leg of otherLegs(contact)) {
        if (leg.state.type === 'hold') setHeld(context, contact, leg, false);
      }
      context.changed();
    },
  };
}
