import type { AgentObservation } from '../model/observation.ts';
import type { ActionOutcome } from '../model/outcome.ts';
import type { CtiEvent } from '../model/cti-event.ts';
import type { ActionPlan, PlannedAction } from '../model/plan.ts';
import type { TraceEntry } from '../model/trace-entry.ts';
import { failureFields } from './failure-fields.ts';
import { describeEvent } from './sentences.ts';

/** The line of an observation carries it whole, so that a trace can be replayed. */
export function traceObservation(observation: AgentObservation): TraceEntry {
  const count = observation.contacts.length;
  const text = `Amazon Connect showed ${count === 1 ? 'one contact' : `${count} contacts`}.`;
  return { at: observation.at, kind: 'observation', callKey: null, text, data: { observation } };
}

/** The line of a dialler message carries it, as its plain copy. */
export function traceDialerMessage(message: unknown, at: number): TraceEntry {
  return {
    at,
    kind: 'dialer',
    callKey: null,
    text: 'The dialler sent a message.',
    data: { message },
  };
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
      tuple: plan.event.tuple,
      considered: plan.considered,
      actions: plan.actions.map(({ key, ruleKey, action }) => ({ key, ruleKey, type: action.type })),
    },
  };
}

/** The line of an action's change of status; null for a step that says nothing by itself. */
export function traceOutcome(
  outcome: ActionOutcome,
  planned: PlannedAction,
  callKey: string,
  notes: readonly string[],
): TraceEntry | null {
  const { key, status, at, attempts, text, failure, recordId, objectApiName } = outcome;
  if ((status === 'pending' || status === 'running') && notes.length === 0) return null;
  const { ruleKey, ruleLabel, action } = planned;
  const fault =
    failure === null
      ? null
      : {
          code: failure.code,
          message: failure.message,
          fields: failureFields(failure.message, action),
        };
  const data = {
    key,
    status,
    type: action.type,
    ruleKey,
    ruleLabel,
    attempts,
    recordId,
    objectApiName,
    notes,
  };
  return {
    at,
    kind: 'action',
    callKey,
    text: text === '' ? notes.join('; ') : text,
    data: { ...data, failure: fault },
  };
}
