import type { Cause, EventName } from '../catalog/vocabulary.ts';
import type { CtiEvent } from '../model/cti-event.ts';

type Sentences = Partial<Record<Cause, string>>;

/** What each event says to people, by its cause. */
const SENTENCES: Readonly<Record<EventName, Sentences>> = {
  preview: { 'preview-offered': 'A call was offered for preview' },
  initiate: {
    'call-placed': 'The previewed call is being dialled',
    'agent-accepted': 'The agent accepted the preview; the customer is being dialled',
    'call-offered': 'The previewed call is being connected',
  },
  connecting: {
    'agent-accepted': 'The agent accepted the preview; the customer is being dialled',
    'call-placed': 'The agent is calling the customer',
    'call-offered': 'The call is ringing at the agent',
    'consult-placed': 'A consultant is being called',
  },
  connected: {
    'agent-accepted': 'The agent took the call and talks to the customer',
    'customer-answered': 'The customer answered',
    'consultant-answered': 'The consultant answered',
  },
  'cust-answered': {
    'customer-answered': 'The customer answered',
    'customer-resumed': 'The customer was taken off hold',
    'conference-started': 'The customer is back from the conference',
    'consult-transferred': 'The call was transferred here after a consultation',
    'blind-transferred': 'The call was transferred here without a consultation',
  },
  hold: {
    'agent-held': 'The agent put the customer on hold',
    'consult-placed': 'The customer was put on hold to consult',
  },
  consult: { 'consult-placed': 'A consultant is being called' },
  conference: { 'conference-started': 'A conference was started' },
  acw: { 'call-ended': 'The call ended; after-call work began' },
  dropped: {
    'contact-cleared': 'The contact was cleared',
    'consult-transferred': 'The call left this desktop: transferred after a consultation',
    'blind-transferred': 'The call left this desktop: transferred without a consultation',
  },
  missed: {
    'not-answered': 'The call was not answered',
    rejected: 'The call was rejected',
    failed: 'The call failed',
  },
  resume: { 'customer-resumed': 'The customer was taken off hold' },
};

const ENDED_BY = { agent: ' by the agent', customer: ' by the customer', unknown: '' } as const;

/** The sentence of an event and cause, without what a single event adds; undefined for a pair that no row has. */
export function findSentence(event: EventName, cause: Cause): string | undefined {
  return SENTENCES[event][cause];
}

/** What happened, in one sentence for the agent. */
export function describeEvent(event: CtiEvent): string {
  const plain = findSentence(event.event, event.cause) ?? `${event.event} (${event.cause})`;
  const said =
    event.event === 'acw' ? plain.replace('ended', `ended${ENDED_BY[event.endedBy ?? 'unknown']}`) : plain;
  const remarks = [
    ...(event.answered === false && event.event !== 'missed' ? ['it was never answered'] : []),
    ...(event.estimatedEnd === true ? ['its end was not seen and is estimated'] : []),
    ...(event.occurrence > 1 ? [`time ${event.occurrence}`] : []),
    ...(event.replayed ? ['seen after a page load'] : []),
  ];
  return remarks.length === 0 ? `${said}.` : `${said} (${remarks.join('; ')}).`;
}
