import type { AgentVerbs } from './ccp-engine-types.ts';
import { chosenState } from './agent-state.ts';
import { contactFor } from './contact-rules.ts';
import { agentLeaves, closeContact, customerLeaves, removeContact, thirdLeaves } from './end-contact.ts';
import { readEndpoint } from './endpoints.ts';
import type { EngineContext } from './engine-context.ts';
import { createContact } from './create-contact.ts';
import { refuse } from './refusal.ts';
import {
  agentLeg,
  customerLeg,
  isAlive,
  isLive,
  isVoice,
  setContactState,
  setLegState,
} from './sim-contact.ts';
import type { SimContact } from './sim-contact.ts';
import type { WireEndpoint } from '../model/snapshot.ts';

/** Dials the customer of a preview that the agent accepted. */
export function engagePreview(context: EngineContext, contact: SimContact): void {
  contact.engaged = true;
  const leg = customerLeg(contact);
  if (leg !== undefined) setLegState(leg, 'connecting', context.time());
  if (contact.wire.state.type !== 'connecting') setContactState(contact, 'connecting', context.time());
  context.changed();
}

function acceptPreview(context: EngineContext, contact: SimContact): void {
  if (context.behaviour.previewAfterAccept === 'connecting') {
    setContactState(contact, 'connecting', context.time());
  }
  const seconds = contact.preview?.autoDialTimeout ?? null;
  if (seconds === null) return;
  context.clock.setTimer(seconds * 1000, () => {
    const present = context.contacts.includes(contact) && isLive(contact) && !contact.engaged;
    if (present) engagePreview(context, contact);
  });
}

/** The agent's side of a ringing contact is picked up. */
export function acceptContact(context: EngineContext, contact: SimContact): void {
  const at = context.time();
  const own = agentLeg(contact);
  const customer = customerLeg(contact);
  if (own !== undefined) setLegState(own, 'connected', at);
  if (contact.preview !== null) {
    acceptPreview(context, contact);
  } else if (contact.wire.type === 'queue_callback') {
    if (customer !== undefined) setLegState(customer, 'connecting', at);
    setContactState(contact, 'connecting', at);
  } else {
    if (customer !== undefined && customer.state.type !== 'connected') setLegState(customer, 'connected', at);
    setContactState(contact, 'connected', at);
  }
}

/** Places an outbound call to a checked endpoint; returns the contact's id. */
export function placeCall(context: EngineContext, endpoint: WireEndpoint): string {
  if (!context.configuration.permissions.includes('outboundCall')) {
    throw refuse('AccessDeniedException', 'this agent may not place outbound calls');
  }
  if (context.contacts.some((contact) => isVoice(contact) && isLive(contact))) {
    throw refuse('InvalidStateException', 'the agent is on a call already');
  }
  const contact = createContact(context, {
    type: 'voice',
    state: 'connecting',
    initiationMethod: 'outbound',
    agent: { state: 'connected', autoAccept: false },
    customer: { type: 'outbound', state: 'connecting', endpoint },
  });
  context.changed();
  return contact.wire.contactId;
}

/** Ends one leg, as `destroyConnection` does. */
export function endLeg(context: EngineContext, contact: SimContact, legId: string): void {
  const leg = contact.wire.connections.find((candidate) => candidate.connectionId === legId);
  if (leg === undefined) {
    throw refuse('ConnectionNotFoundException', `contact ${contact.wire.contactId} has no leg ${legId}`);
  }
  if (!isLive(contact) || !isAlive(leg)) {
    throw refuse('InvalidStateException', `leg ${legId} is ${leg.state.type} and cannot be ended`);
  }
  if (leg === agentLeg(contact)) agentLeaves(context, contact);
  else if (leg.initial) customerLeaves(context, contact);
  else thirdLeaves(context, contact, legId);
  context.changed();
}

type CallVerbs = Pick<
  AgentVerbs,
  | 'accept'
  | 'reject'
  | 'engage'
  | 'hangUp'
  | 'hangUpLeg'
  | 'clear'
  | 'dial'
  | 'setState'
  | 'setNextState'
  | 'mute'
>;

export function createCallVerbs(context: EngineContext): CallVerbs {
  const knownState = (name: string): string => {
    if (chosenState(context, name) === undefined) {
      const names = context.configuration.agentStates.map((state) => state.name).join(', ');
      throw refuse('InvalidParameterException', `${name} is not one of the agent's states: ${names}`);
    }
    return name;
  };
  return {
    accept(contactId) {
      acceptContact(context, contactFor(context, 'accept', contactId));
      context.changed();
    },
    reject(contactId) {
      closeContact(context, contactFor(context, 'reject', contactId), 'rejected');
      context.changed();
    },
    engage(contactId) {
      engagePreview(context, contactFor(context, 'engage', contactId));
    },
    hangUp(contactId) {
      agentLeaves(context, contactFor(context, 'hang-up', contactId));
      context.changed();
    },
    hangUpLeg(legId, contactId) {
      const contact =
        contactId === undefined
          ? context.contacts.find((candidate) =>
              candidate.wire.connections.some((leg) => leg.connectionId === legId),
            )
          : context.contacts.find((candidate) => candidate.wire.contactId === contactId);
      if (contact === undefined)
        throw refuse('ContactNotFoundException', `there is no contact with leg ${legId}`);
      endLeg(context, contact, legId);
    },
    clear(contactId) {
      removeContact(context, contactFor(context, 'clear', contactId));
      context.changed();
    },
    dial: (number) =>
      placeCall(context, readEndpoint(context, { type: 'phone_number', phoneNumber: number })),
    setState(name) {
      const state = knownState(name);
      if (context.contacts.some((contact) => isVoice(contact) && isLive(contact))) {
        throw refuse('InvalidStateException', 'the agent is on a call: choose the next state instead');
      }
      context.contacts = context.contacts.filter(isLive);
      context.agent.chosen = state;
      context.agent.nextState = null;
      context.changed();
    },
    setNextState(name) {
      context.agent.nextState = name === null ? null : knownState(name);
      context.changed();
    },
    mute(on, contactId) {
      const own = agentLeg(contactFor(context, on ? 'mute' : 'unmute', contactId));
      if (own !== undefined) own.mute = on;
      context.changed();
    },
  };
}
