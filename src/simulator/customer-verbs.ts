import type { WorldVerbs } from './ccp-engine-types.ts';
import { findContact } from './contact-rules.ts';
import { attributesOnWire } from './create-contact.ts';
import { closeContact, customerLeaves, removeContact, thirdLeaves } from './end-contact.ts';
import type { EngineContext } from './engine-context.ts';
import {
  agentLeg,
  customerLeg,
  isAlive,
  isLive,
  setContactState,
  setLegState,
  thirdLegs,
} from './sim-contact.ts';
import type { SimContact } from './sim-contact.ts';

type CustomerVerbs = Pick<
  WorldVerbs,
  | 'customerAnswers'
  | 'whisperEnds'
  | 'customerHangsUp'
  | 'thirdAnswers'
  | 'thirdHangsUp'
  | 'setAttributes'
  | 'miss'
  | 'fail'
  | 'vanish'
>;

const isDialled = (contact: SimContact): boolean =>
  contact.wire.state.type === 'connecting' &&
  agentLeg(contact)?.state.type === 'connected' &&
  customerLeg(contact)?.state.type === 'connecting';

const isWhispered = (contact: SimContact): boolean =>
  contact.wire.state.type === 'connecting' &&
  agentLeg(contact)?.state.type === 'connected' &&
  customerLeg(contact)?.state.type === 'connected';

const hasCustomer = (contact: SimContact): boolean => {
  const leg = customerLeg(contact);
  return isLive(contact) && leg !== undefined && isAlive(leg);
};

const isRinging = (contact: SimContact): boolean =>
  ['incoming', 'connecting'].includes(contact.wire.state.type);

export function createCustomerVerbs(context: EngineContext): CustomerVerbs {
  const close = (
    state: 'missed' | 'error',
    what: string,
    contactId: string | undefined,
    fits: (contact: SimContact) => boolean,
  ): void => {
    closeContact(context, findContact(context, contactId, what, fits), state);
    context.changed();
  };
  return {
    customerAnswers(contactId, options) {
      const contact = findContact(context, contactId, 'the customer answers', isDialled);
      const leg = customerLeg(contact);
      if (leg !== undefined) setLegState(leg, 'connected', context.time());
      if (options?.whisper !== true) setContactState(contact, 'connected', context.time());
      context.changed();
    },
    whisperEnds(contactId) {
      const contact = findContact(context, contactId, 'the whisper ends', isWhispered);
      setContactState(contact, 'connected', context.time());
      context.changed();
    },
    customerHangsUp(contactId) {
      customerLeaves(context, findContact(context, contactId, 'the customer hangs up', hasCustomer));
      context.changed();
    },
    thirdAnswers(contactId) {
      const answers = (contact: SimContact): boolean =>
        isLive(contact) && thirdLegs(contact).some((leg) => leg.state.type === 'connecting');
      const contact = findContact(context, contactId, 'a third party answers', answers);
      const leg = thirdLegs(contact).find((candidate) => candidate.state.type === 'connecting');
      if (leg !== undefined) setLegState(leg, 'connected', context.time());
      context.changed();
    },
    thirdHangsUp(contactId) {
      const present = (contact: SimContact): boolean => isLive(contact) && thirdLegs(contact).some(isAlive);
      const contact = findContact(context, contactId, 'a third party hangs up', present);
      const leg = thirdLegs(contact).findLast(isAlive);
      if (leg !== undefined) thirdLeaves(context, contact, leg.connectionId);
      context.changed();
    },
    setAttributes(attributes, contactId) {
      const contact = findContact(context, contactId, 'attributes are set', () => true);
      contact.wire.attributes = { ...contact.wire.attributes, ...attributesOnWire(attributes) };
      context.changed();
    },
    miss: (contactId) =>
      close('missed', 'nobody accepts', contactId, (contact) => {
        return isRinging(contact) && agentLeg(contact)?.state.type === 'connecting';
      }),
    fail: (contactId) => close('error', 'the call fails', contactId, isRinging),
    vanish(contactId) {
      removeContact(
        context,
        findContact(context, contactId, 'the contact vanishes', () => true),
      );
      context.changed();
    },
  };
}
