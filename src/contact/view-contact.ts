import type { CallView, LegView } from '../model/call-view.ts';
import type { ConnectionObservation } from '../model/observation.ts';
import type { EventSettings } from '../model/settings.ts';
import { isCampaignPacing } from './call-facts.ts';
import { isEstimated } from './call-times.ts';
import { initialLeg, isThirdLeg, legsOf } from './legs.ts';
import { channelTypeOf } from './name-event.ts';
import type { ContactCallState } from './tracker-state.ts';

function legKind(leg: ConnectionObservation): LegView['kind'] {
  if (leg.initial) return 'customer';
  if (leg.type === 'agent') return 'agent';
  return isThirdLeg(leg) ? 'third' : 'other';
}

/** The call as it is now, for cards, merge fields, conditions and the call log. */
export function viewContact(call: ContactCallState, settings: EventSettings): CallView {
  const { observation, pacing, times, machine } = call;
  const legs = legsOf(observation);
  const customer = initialLeg(legs);
  const queueCallback = observation.type === 'queue_callback';
  const channelType =
    pacing.mode === null
      ? null
      : channelTypeOf(
          {
            setup: settings.setup,
            pacingMode: pacing.mode,
            queueCallback,
            initialLegType: call.initialLegType,
          },
          false,
        );
  const placed = pacing.mode !== null && isCampaignPacing(pacing.mode) && !call.receiving;
  return {
    callKey: call.callKey,
    callId: observation.contactId,
    contactId: observation.contactId,
    initialContactId: observation.initialContactId,
    setup: settings.setup,
    pacingMode: pacing.mode,
    pacingSource: pacing.source,
    channelType,
    direction: placed || queueCallback || call.initialLegType === 'outbound' ? 'outbound' : 'inbound',
    receiving: call.receiving,
    phoneNumber: customer?.phoneNumber ?? null,
    queue: observation.queue,
    attributes: observation.attributes,
    variables: {},
    state: machine.value === 'ended-unanswered' ? 'ended' : machine.value,
    legs: legs.map((leg) => ({
      legId: leg.legId,
      kind: legKind(leg),
      state: leg.state,
      phoneNumber: leg.phoneNumber,
      name: leg.quickConnectName,
    })),
    ...times,
    ...(call.offerEstimated === true ? { offerEstimated: true } : {}),
    answered: machine.context.wasConnected,
    endedBy: times.endedAt === null ? null : (machine.context.endedBy ?? 'unknown'),
    estimatedEnd: isEstimated(call),
  };
}
