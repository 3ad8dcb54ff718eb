import type { CcpButton } from './ccp-view.ts';
import type { EngineContext } from './engine-context.ts';
import { refuse } from './refusal.ts';
import { agentLeg, isLive, isVoice, otherLegs, thirdLegs, isAlive } from './sim-contact.ts';
import type { SimContact } from './sim-contact.ts';

/** Amazon Connect's limit on parties of a multi-party call, the agent included. */
const MOST_PARTIES = 6;

const inState = (contact: SimContact, ...states: string[]): boolean =>
  states.includes(contact.wire.state.type);

const rings = (contact: SimContact): boolean =>
  inState(contact, 'incoming', 'connecting') && agentLeg(contact)?.state.type === 'connecting';

const waitsForDial = (contact: SimContact): boolean =>
  contact.preview !== null && !contact.engaged && inState(contact, 'incoming', 'connecting');

const onCall = (contact: SimContact): boolean => isVoice(contact) && inState(contact, 'connected');

const canTalkTo = (state: string): boolean => state === 'connected' || state === 'hold';

const RULES: Readonly<Record<CcpButton, (contact: SimContact) => boolean>> = {
  accept: rings,
  reject: (contact) =>
    (rings(contact) || waitsForDial(contact)) && (contact.preview?.canDiscardPreview ?? true),
  engage: (contact) => waitsForDial(contact) && agentLeg(contact)?.state.type === 'connected',
  hold: (contact) => onCall(contact) && otherLegs(contact).some((leg) => leg.state.type === 'connected'),
  resume: (contact) => onCall(contact) && otherLegs(contact).some((leg) => leg.state.type === 'hold'),
  'hang-up': (contact) => isLive(contact) && !rings(contact),
  clear: (contact) => !isLive(contact),
  consult: (contact) =>
    onCall(contact) &&
    agentLeg(contact)?.type === 'agent' &&
    (contact.wire.contactFeatures.multiPartyConferenceEnabled
      ? otherLegs(contact).length + 1 < MOST_PARTIES
      : !thirdLegs(contact).some(isAlive)),
  swap: (contact) =>
    onCall(contact) &&
    otherLegs(contact).length === 2 &&
    otherLegs(contact).every((leg) => canTalkTo(leg.state.type)) &&
    otherLegs(contact).some((leg) => leg.state.type === 'hold'),
  conference: (contact) =>
    onCall(contact) &&
    otherLegs(contact).length >= 2 &&
    otherLegs(contact).every((leg) => canTalkTo(leg.state.type)) &&
    otherLegs(contact).some((leg) => leg.state.type === 'hold'),
  mute: (contact) => onCall(contact) && agentLeg(contact)?.mute === false,
  unmute: (contact) => onCall(contact) && agentLeg(contact)?.mute === true,
};

/** The buttons that the CCP shows for a contact now. */
export function allowedButtons(contact: SimContact): CcpButton[] {
  return (Object.keys(RULES) as CcpButton[]).filter((button) => RULES[button](contact));
}

/** The contact with that id; refused if there is none. */
export function contactById(context: EngineContext, contactId: string): SimContact {
  const contact = context.contacts.find((candidate) => candidate.wire.contactId === contactId);
  if (contact === undefined) throw refuse('ContactNotFoundException', `there is no contact ${contactId}`);
  return contact;
}

/** The contact that `what` is about: the named one, else the only one that `fits`; refused otherwise. */
export function findContact(
  context: EngineContext,
  contactId: string | undefined,
  what: string,
  fits: (contact: SimContact) => boolean,
): SimContact {
  if (contactId !== undefined) {
    const named = contactById(context, contactId);
    if (fits(named)) return named;
    throw refuse(
      'InvalidStateException',
      `contact ${contactId} is ${named.wire.state.type}, which does not allow: ${what}`,
    );
  }
  const candidates = context.contacts.filter(fits);
  const [only] = candidates;
  if (only !== undefined && candidates.length === 1) return only;
  throw refuse(
    'InvalidStateException',
    `${candidates.length === 0 ? 'no contact allows' : 'several contacts allow, name one to'}: ${what}`,
  );
}

/** The contact that a button is pressed on; refused where the CCP would not show the button. */
export function contactFor(context: EngineContext, button: CcpButton, contactId?: string): SimContact {
  return findContact(context, contactId, button, RULES[button]);
}
