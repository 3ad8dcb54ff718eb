import type { CtiEvent } from '../model/cti-event.ts';
import { failedCondition } from './condition.ts';
import type { ConditionSubject } from './condition.ts';
import type { Trigger } from './rule.ts';

function failedList(what: string, actual: string, wanted: readonly string[] | undefined): string | null {
  if (wanted === undefined || wanted.includes(actual)) return null;
  return wanted.length === 1
    ? `${what} ${actual} is not ${wanted[0]}`
    : `${what} ${actual} is not one of ${wanted.join(', ')}`;
}

function failedReceiving(receiving: boolean, wanted: boolean | undefined): string | null {
  if (wanted === undefined || wanted === receiving) return null;
  return wanted
    ? 'the call did not reach this desktop by consult or transfer'
    : 'the call reached this desktop by consult or transfer';
}

/** Null when an event sets the trigger off, else the first reason why not. */
export function failedTrigger(trigger: Trigger, event: CtiEvent, subject: ConditionSubject): string | null {
  const failed =
    failedList('setup', event.setup, trigger.setup === undefined ? undefined : [trigger.setup]) ??
    failedList('pacing mode', event.pacingMode, trigger.pacingModes) ??
    failedList('channel type', event.channelType, trigger.channelTypes) ??
    failedList('event', event.event, trigger.events) ??
    failedList('cause', event.cause, trigger.causes) ??
    failedList('leg', event.leg, trigger.legs) ??
    failedReceiving(event.receiving, trigger.receiving);
  if (failed !== null) return failed;
  for (const condition of trigger.conditions) {
    const reason = failedCondition(condition, subject);
    if (reason !== null) return reason;
  }
  return null;
}
