import type { AgentObservation } from '../model/observation.ts';
import type { ActionOutcome } from '../model/outcome.ts';
import type { CtiEvent } from '../model/cti-event.ts';
import type { ActionPlan, PlannedAction } from '../model/plan.ts';
import type { TraceEntry } from '../model/trace-entry.ts';
import { describeEvent } from './sentences.ts';

/** The line of an observation carries it whole, so that a trace can be replayed. */
export function traceObservation(observation: AgentObservation): TraceEntry {
  const count = observation.contacts.length;
  const text = `Amazon Connect showed ${count === 1 ? 'one contact' : `${count} contacts`}.`;
  return { at: observation.at, kind: 'observation', callKey: null, text, data: { observation } };
}

/** The line of a raw dialler message carries it whole. */
export function traceDialerMessage(message: unknown, at: number): TraceEntry {
  return { at, kind: 'dialer', callKey: null, text: 'The dialler sent a message.', data: { message } };
}

export function traceEvent(event: CtiEvent): TraceEntry {
  return {
    at: event.at,
    kind: 'event',
    callKey: event.callKey,
    text: describeEvent(event),
    data: { event },
  };
}

function describePlan(plan: ActionPlan): string {
  const matched = plan.considered.filter((one) => one.matched).map((one) => one.ruleKey);
  if (matched.length === 0) return `No rule applies to ${plan.event.event}.`;
  const actions = plan.actions.length === 1 ? 'one action' : `${plan.actions.length} actions`;
  const rules = matched.length === 1 ? `Rule ${matched[0]} applies` : `Rules ${matched.join(', ')} apply`;
  return `${rules}: ${actions}.`;
}

/** The line of a plan keeps why each rule did or did not apply. */
export function tracePlan(plan: ActionPlan): TraceEntry {
  return {
    at: plan.event.at,
    kind: 'plan',
    callKey: plan.callKey,
    text: describePlan(plan),
    data: {
      event: plan.event,
      considered: plan.considered,
      actions: plan.actions.map(({ key, ruleKey, action }) => ({ key, ruleKey, type: action.type })),
    },
  };
}

/** The line of an action's change of status. */
export function traceOutcome(
  outcome: ActionOutcome,
  planned: PlannedAction,
  callKey: string,
  notes: readonly string[],
): TraceEntry {
  const { key, status, attempts, failure, recordId, objectApiName } = outcome;
  const said = outcome.text === '' ? status : outcome.text;
  return {
    at: outcome.at,
    kind: 'action',
    callKey,
    text: said,
    data: {
      key,
      status,
      type: planned.action.type,
      ruleKey: planned.ruleKey,
      ruleLabel: planned.ruleLabel,
      attempts,
      failure: failure === null ? null : { code: failure.code, message: failure.message },
      recordId,
      objectApiName,
      notes,
    },
  };
}
