import type { ActionScope } from '../../model/action-request.ts';
import type { FieldValue } from '../../model/apex-contract.ts';
import type { Cause } from '../../catalog/vocabulary.ts';
import { callTimes } from '../merge/call-times.ts';
import { isoTime } from '../merge/iso-time.ts';
import { interactionRelation } from './relate-match.ts';

export type CallOutcome = 'answered' | 'not-answered' | 'rejected' | 'failed';

const MISSED_OUTCOME: Partial<Record<Cause, CallOutcome>> = { rejected: 'rejected', failed: 'failed' };

/** How the call came out; null while it may still be answered. */
export function callOutcome({ call, event }: ActionScope): CallOutcome | null {
  if (call.answered || event.answered === true) return 'answered';
  if (event.event === 'missed') return MISSED_OUTCOME[event.cause] ?? 'not-answered';
  return call.endedAt !== null || event.event === 'dropped' ? 'not-answered' : null;
}

/** What is known of a call, as fields of `Paceline_Interaction__c`; what is not known is left out, what the match rules out is null. */
export function interactionFields(scope: ActionScope): Record<string, FieldValue> {
  const { call, event } = scope;
  const times = callTimes(call);
  const outcome = callOutcome(scope);
  const ended = call.endedAt !== null || event.event === 'dropped' || event.event === 'missed';
  const known: Record<string, FieldValue> = {
    Contact_Id__c: call.contactId,
    Initial_Contact_Id__c: call.initialContactId,
    Dialer_Call_Id__c: call.callId === call.contactId ? null : call.callId,
    Setup__c: call.setup,
    Pacing_Mode__c: call.pacingMode,
    Channel_Type__c: call.channelType,
    Direction__c: call.direction,
    Queue__c: call.queue?.name ?? call.queue?.id ?? null,
    Customer_Number__c: call.phoneNumber,
    Started_At__c: isoTime(call.offeredAt ?? call.connectedAt),
    Answered_At__c: isoTime(call.connectedAt),
    Ended_At__c: isoTime(call.endedAt),
    Cleared_At__c: isoTime(call.clearedAt),
    Ring_Seconds__c: times.ringSeconds,
    Talk_Seconds__c: times.talkSeconds,
    Hold_Seconds__c: ended && outcome === 'answered' ? times.holdSeconds : null,
    After_Call_Seconds__c: times.afterCallSeconds,
    Estimated_End__c: ended ? call.estimatedEnd || event.estimatedEnd === true : null,
    Outcome__c: outcome,
    Ended_By__c: call.endedBy ?? event.endedBy ?? null,
    Receiving__c: call.receiving,
  };
  const given = Object.entries(known).filter(([, value]) => value !== null && value !== '');
  return { ...Object.fromEntries(given), ...interactionRelation(scope.match) };
}
