import type { Cause } from '../catalog/vocabulary.ts';
import type { CallFacts } from './call-facts.ts';
import type { EndChange } from './contact-change.ts';
import { isCampaignPacing } from './call-facts.ts';
import type { ContactMachineContext } from './tracker-state.ts';

/** Why the contact is connecting: R2 of docs/decisions/0027-when-a-contact-gives-an-event.md, as R3 to R10 below. */
export function causeOfConnecting(facts: CallFacts, wasIncoming: boolean): Cause {
  if (facts.pacingMode === 'direct-preview' || wasIncoming) return 'agent-accepted';
  if (facts.pacingMode === 'manual-outbound' && !facts.receiving) return 'call-placed';
  return 'call-offered';
}

/** R3: who answered. In the tethered per-call style the customer did, or the call came by transfer. */
export function causeOfConnected(facts: CallFacts): Cause {
  if (facts.setup === 'tethered' && isCampaignPacing(facts.pacingMode)) {
    return facts.receiving ? 'blind-transferred' : 'customer-answered';
  }
  if (facts.receiving) return 'consultant-answered';
  if (facts.queueCallback) return 'customer-answered';
  return facts.pacingMode === 'direct-preview' || facts.pacingMode === 'manual-outbound'
    ? 'customer-answered'
    : 'agent-accepted';
}

/** R9: how the agent left, from the third legs that stayed with the customer. */
export function causeOfLeaving(
  thirdsLeft: readonly string[],
  thirdsConnected: readonly string[],
): ContactMachineContext['leaving'] {
  if (thirdsLeft.length === 0) return 'contact-cleared';
  return thirdsLeft.some((legId) => thirdsConnected.includes(legId))
    ? 'consult-transferred'
    : 'blind-transferred';
}

/** R10: why a call that was never connected is over. */
export function causeOfMissed(type: EndChange['type']): Cause {
  if (type === 'contact.rejected') return 'rejected';
  return type === 'contact.error' ? 'failed' : 'not-answered';
}
