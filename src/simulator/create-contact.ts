import type { WireConnection, WireContact, WireEndpoint } from '../model/snapshot.ts';
import { queueNamed } from './agent-configuration.ts';
import type { OfferOptions } from './ccp-engine-types.ts';
import type { EngineContext } from './engine-context.ts';
import { refuse } from './refusal.ts';
import { newLeg, phoneEndpoint } from './sim-contact.ts';
import type { ContactState, LegState, SimContact } from './sim-contact.ts';

export interface ContactPlan {
  readonly type: WireContact['type'];
  readonly state: ContactState;
  /** Sent as it is or as null, as the behaviour says; `campaign_preview` always. */
  readonly initiationMethod: string;
  readonly agent: { readonly state: LegState; readonly autoAccept: boolean; readonly monitoring?: boolean };
  readonly customer: {
    readonly type: 'inbound' | 'outbound';
    readonly state: LegState;
    readonly endpoint: WireEndpoint;
  } | null;
  readonly preview?: SimContact['preview'];
  readonly offer?: OfferOptions;
}

function legs(context: EngineContext, plan: ContactPlan, at: Date): WireConnection[] {
  const softphone = context.configuration.softphoneEnabled
    ? { softphone: { autoAccept: plan.agent.autoAccept } }
    : {};
  const own = newLeg({
    id: context.ids.next(),
    type: plan.agent.monitoring === true ? 'monitoring' : 'agent',
    initial: false,
    state: plan.agent.state,
    endpoint: phoneEndpoint(context.configuration.extension),
    at,
    ...softphone,
  });
  if (plan.customer === null) return [own];
  return [own, newLeg({ id: context.ids.next(), initial: true, at, ...plan.customer })];
}

/** Adds a contact to the engine; nothing is published yet. */
export function createContact(context: EngineContext, plan: ContactPlan): SimContact {
  const at = context.time();
  const offer = plan.offer ?? {};
  const contactId = offer.contactId ?? context.ids.next();
  if (context.contacts.some((contact) => contact.wire.contactId === contactId)) {
    throw refuse('InvalidParameterException', `there is a contact ${contactId} already`);
  }
  const monitoring = plan.agent.monitoring === true;
  const queue =
    offer.queueName === undefined
      ? context.configuration.routingProfile.defaultOutboundQueue
      : queueNamed(offer.queueName);
  const keepMethod =
    context.behaviour.initiationMethod === 'set' || plan.initiationMethod === 'campaign_preview';
  const state = { type: plan.state, timestamp: at };
  const contact: SimContact = {
    preview: plan.preview ?? null,
    engaged: false,
    wire: {
      contactId,
      initialContactId: offer.initialContactId ?? null,
      relatedContactId: null,
      contactAssociationId: contactId,
      type: plan.type,
      state,
      status: state,
      queue: monitoring ? null : { ...queue },
      queueTimestamp: monitoring ? null : at,
      connections: legs(context, plan, at),
      attributes: monitoring ? null : attributesOnWire(offer.attributes ?? {}),
      contactDuration: '0',
      name: null,
      description: null,
      references: {},
      initiationMethod: keepMethod ? plan.initiationMethod : null,
      contactFeatures: {
        attachmentsEnabled: null,
        messagingMarkdownEnabled: null,
        multiPartyConferenceEnabled: offer.multiParty ?? false,
      },
      channelContext: null,
      segmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Telephony' } },
      customerEndpoint: null,
    },
  };
  context.contacts = [...context.contacts, contact];
  return contact;
}

export function attributesOnWire(
  attributes: Readonly<Record<string, string>>,
): Record<string, { name: string; value: string }> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, { name, value }]));
}
