import type { WireConnection } from '../model/snapshot.ts';
import type { CcpContactView, CcpLegView, CcpView } from './ccp-view.ts';
import { allowedButtons } from './contact-rules.ts';
import type { EngineContext } from './engine-context.ts';
import { agentLeg, customerLeg, isLive, isVoice } from './sim-contact.ts';
import type { SimContact } from './sim-contact.ts';

function kindOf(leg: WireConnection): CcpLegView['kind'] {
  if (leg.initial) return 'customer';
  if (leg.type === 'agent' || leg.type === 'monitoring') return leg.type;
  return 'third';
}

function legView(leg: WireConnection): CcpLegView {
  return {
    legId: leg.connectionId,
    kind: kindOf(leg),
    type: leg.type,
    state: leg.state.type,
    number: leg.endpoint.phoneNumber,
    name: leg.quickConnectName ?? leg.endpoint.name,
    since: leg.state.timestamp.getTime(),
  };
}

function contactView(contact: SimContact): CcpContactView {
  const { wire } = contact;
  const customer = customerLeg(contact);
  const attributes = Object.values(wire.attributes ?? {});
  return {
    contactId: wire.contactId,
    initialContactId: wire.initialContactId,
    type: wire.type,
    state: wire.state.type,
    number: customer?.endpoint.phoneNumber ?? null,
    direction: customer?.type === 'outbound' ? 'outbound' : 'inbound',
    queueName: wire.queue?.name ?? null,
    since: wire.state.timestamp.getTime(),
    preview: contact.preview,
    attributes: Object.fromEntries(attributes.map(({ name, value }) => [name, value])),
    muted: agentLeg(contact)?.mute ?? false,
    legs: wire.connections.map(legView),
    buttons: allowedButtons(contact),
  };
}

/** What a CCP shows now. */
export function buildView(
  context: EngineContext,
  link: Pick<CcpView, 'pages' | 'link' | 'suspended'>,
): CcpView {
  const onCall = context.contacts.some((contact) => isVoice(contact) && isLive(contact));
  return {
    agent: {
      name: context.configuration.name,
      state: context.agent.state.name,
      stateType: context.agent.state.type,
      since: context.agent.state.startTimestamp.getTime(),
      nextState: context.agent.nextState,
    },
    states: context.configuration.agentStates.map((state) => state.name),
    canDial: !onCall && context.configuration.permissions.includes('outboundCall'),
    contacts: context.contacts.map(contactView),
    ...link,
  };
}
