import type { CallView } from '../model/call-view.ts';
import type { EventSettings } from '../model/settings.ts';
import { isEstimated } from './call-times.ts';
import type { DialerCallState } from './tracker-state.ts';

/** A dialler's call as it is now; Streams does not see it, so it has no contact, queue, attributes or legs. */
export function viewDialerCall(call: DialerCallState, settings: EventSettings): CallView {
  const { pacing, times, machine } = call;
  return {
    callKey: call.callKey,
    callId: call.callId,
    contactId: null,
    initialContactId: null,
    setup: settings.setup,
    pacingMode: pacing.mode,
    pacingSource: pacing.source,
    channelType: 'regular-call',
    direction: call.receiving ? 'inbound' : 'outbound',
    receiving: call.receiving,
    phoneNumber: call.phoneNumber,
    queue: null,
    attributes: {},
    variables: call.variables,
    state: machine.value,
    legs: [],
    ...times,
    answered: machine.context.wasAnswered,
    endedBy: times.endedAt === null ? null : 'unknown',
    estimatedEnd: isEstimated(call),
  };
}
