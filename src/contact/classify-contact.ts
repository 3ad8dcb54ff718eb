import type { ContactObservation } from '../model/observation.ts';
import type { EventSettings } from '../model/settings.ts';
import { initialLeg, legsOf } from './legs.ts';
import { pacingOfQueue } from './pacing-of-queue.ts';

/** What a contact is to Paceline: a call, the agent's standing tether, or nothing, for a reason. */
export type ContactClass =
  | { readonly kind: 'call' }
  | { readonly kind: 'tether' }
  | { readonly kind: 'ignored'; readonly reason: string };

function isTether(contact: ContactObservation, settings: EventSettings): boolean {
  if (settings.setup !== 'tethered' || settings.tether.style !== 'standing') return false;
  const marked = Object.hasOwn(contact.attributes, settings.tether.attribute)
    ? contact.attributes[settings.tether.attribute]
    : undefined;
  return marked?.trim().toLowerCase() === 'true' || pacingOfQueue(contact, settings) === 'tether';
}

function isMonitoring(contact: ContactObservation): boolean {
  const legs = legsOf(contact);
  if (contact.initiationMethod === 'monitor' || initialLeg(legs)?.type === 'monitoring') return true;
  return legs.some((leg) => leg.type === 'monitoring') && !legs.some((leg) => leg.type === 'agent');
}

/** Decides what a contact is; the first reason that holds counts. */
export function classifyContact(contact: ContactObservation, settings: EventSettings): ContactClass {
  if (contact.type !== 'voice' && contact.type !== 'queue_callback') {
    return { kind: 'ignored', reason: `a contact of type ${contact.type} is not a call` };
  }
  if (isMonitoring(contact)) return { kind: 'ignored', reason: 'the agent is monitoring this call' };
  if (isTether(contact, settings)) return { kind: 'tether' };
  if (initialLeg(legsOf(contact)) === undefined) {
    return { kind: 'ignored', reason: 'the contact has no initial connection' };
  }
  return { kind: 'call' };
}

/** True on a desktop that a voice call reached by consult or transfer. */
export function isReceiving(contact: ContactObservation): boolean {
  return (
    contact.type === 'voice' &&
    contact.initialContactId !== null &&
    contact.initialContactId !== contact.contactId
  );
}
