import type { CtiEvent } from '../model/cti-event.ts';
import type { ActionPlan } from '../model/plan.ts';
import type { TraceEntry } from '../model/trace-entry.ts';

/** One line of `paceline replay`'s output. */
export type ReplayLine =
  | ({ readonly type: 'event' } & CtiEvent)
  | ({ readonly type: 'trace' } & TraceEntry)
  | ({ readonly type: 'plan' } & ActionPlan);

/** The event as an output line, its keys in this order. */
export function toEventLine(event: CtiEvent): ReplayLine {
  return {
    type: 'event',
    at: event.at,
    tuple: event.tuple,
    setup: event.setup,
    pacingMode: event.pacingMode,
    channelType: event.channelType,
    event: event.event,
    cause: event.cause,
    leg: event.leg,
    legId: event.legId,
    occurrence: event.occurrence,
    contactId: event.contactId,
    initialContactId: event.initialContactId,
    callId: event.callId,
    callKey: event.callKey,
    receiving: event.receiving,
    ...(event.endedBy === undefined ? {} : { endedBy: event.endedBy }),
    ...(event.answered === undefined ? {} : { answered: event.answered }),
    ...(event.estimatedEnd === undefined ? {} : { estimatedEnd: event.estimatedEnd }),
    synthetic: event.synthetic,
    replayed: event.replayed,
    evidence: event.evidence,
  };
}
