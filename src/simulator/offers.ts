import { acceptContact } from './call-verbs.ts';
import type { OfferOptions, WorldVerbs } from './ccp-engine-types.ts';
import { createContact } from './create-contact.ts';
import type { ContactPlan } from './create-contact.ts';
import type { EngineContext } from './engine-context.ts';
import { agentLeg, phoneEndpoint, setLegState } from './sim-contact.ts';

const DEFAULT_CUSTOMER = '+12025550123';

type Offers = Pick<
  WorldVerbs,
  | 'offerInbound'
  | 'offerCampaign'
  | 'offerPreview'
  | 'offerCallback'
  | 'offerOther'
  | 'offerMonitoring'
  | 'transferIn'
>;

export function createOffers(context: EngineContext): Offers {
  const customer = (
    offer: OfferOptions | undefined,
    type: 'inbound' | 'outbound',
    state: 'init' | 'connecting' | 'connected',
  ): ContactPlan['customer'] => ({
    type,
    state,
    endpoint: phoneEndpoint(offer?.number ?? DEFAULT_CUSTOMER),
  });
  const ringing = { state: 'connecting', autoAccept: false } as const;
  const offer = (plan: ContactPlan): string => {
    const contact = createContact(context, plan);
    context.changed();
    return contact.wire.contactId;
  };
  const withOffer = (options: OfferOptions | undefined): { offer?: OfferOptions } =>
    options === undefined ? {} : { offer: options };

  return {
    offerInbound: (options) =>
      offer({
        type: 'voice',
        state: 'connecting',
        initiationMethod: 'inbound',
        agent: ringing,
        customer: customer(options, 'inbound', context.behaviour.ringingCustomerLeg),
        ...withOffer(options),
      }),
    offerCampaign(options) {
      const auto = options?.autoAccept === true;
      const contact = createContact(context, {
        type: 'voice',
        state: 'connecting',
        initiationMethod: 'api',
        agent: { state: 'connecting', autoAccept: auto },
        customer: customer(options, context.behaviour.campaignLeg, 'connected'),
        ...withOffer(options),
      });
      if (!auto || context.behaviour.autoAccept === 'connecting-first') context.changed();
      if (auto) {
        acceptContact(context, contact);
        context.changed();
      }
      return contact.wire.contactId;
    },
    offerPreview: (options) =>
      offer({
        type: 'voice',
        state: 'incoming',
        initiationMethod: 'campaign_preview',
        agent: ringing,
        customer: customer(options, context.behaviour.campaignLeg, 'init'),
        preview: {
          autoDialTimeout: options?.autoDialTimeout ?? null,
          canDiscardPreview: options?.canDiscardPreview ?? true,
        },
        ...withOffer(options),
      }),
    offerCallback: (options) =>
      offer({
        type: 'queue_callback',
        state: 'incoming',
        initiationMethod: 'callback',
        agent: ringing,
        customer: customer(options, 'inbound', 'connected'),
        ...withOffer(options),
      }),
    offerOther: (channel, options) =>
      offer({
        type: channel,
        state: 'connecting',
        initiationMethod: channel === 'task' ? 'api' : 'inbound',
        agent: ringing,
        customer: customer(options, 'inbound', 'connected'),
        ...withOffer(options),
      }),
    offerMonitoring(options) {
      const contact = createContact(context, {
        type: 'voice',
        state: 'connected',
        initiationMethod: 'monitor',
        agent: { state: 'connected', autoAccept: true, monitoring: true },
        customer: null,
        ...withOffer(options),
      });
      const own = agentLeg(contact);
      if (own !== undefined) setLegState(own, 'silent_monitor', context.time());
      context.changed();
      return contact.wire.contactId;
    },
    transferIn: (options) =>
      offer({
        type: 'voice',
        state: 'connecting',
        initiationMethod: 'transfer',
        agent: ringing,
        customer: customer(options, context.behaviour.receivedLeg, context.behaviour.ringingCustomerLeg),
        offer: options,
      }),
  };
}
