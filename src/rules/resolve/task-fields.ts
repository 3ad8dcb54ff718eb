import { CHANNEL_TYPES, PACING_MODES, SETUPS } from '../../catalog/vocabulary.ts';
import type { ActionScope } from '../../model/action-request.ts';
import type { FieldValue, WrapUpFields } from '../../model/apex-contract.ts';
import { callTimes } from '../merge/call-times.ts';
import { formatDate } from '../merge/format-date.ts';
import { formatDuration } from '../merge/format-duration.ts';
import { isoTime } from '../merge/iso-time.ts';
import { normalizePhone } from '../phone.ts';
import { callOutcome } from './interaction-fields.ts';
import type { CallOutcome } from './interaction-fields.ts';
import { taskRelation } from './relate-match.ts';
import type { ResolveOptions } from './resolve-options.ts';

/** Where a Task takes what the agent entered: the disposition instead of the outcome, the notes before the times. */
export const WRAP_UP_FIELDS = {
  disposition: 'CallDisposition',
  notes: 'Description',
} as const satisfies WrapUpFields;

const OUTCOMES: Readonly<Record<CallOutcome, string>> = {
  answered: 'Answered',
  'not-answered': 'Not answered',
  rejected: 'Rejected',
  failed: 'Failed',
};

function customerOf({ call, match }: ActionScope, { defaultCountry }: ResolveOptions): string {
  if (match !== null && match.name !== '') return match.name;
  const number = normalizePhone(call.phoneNumber, defaultCountry);
  return number.ok ? (number.value.e164 ?? number.value.national) : 'unknown number';
}

function subjectOf(scope: ActionScope, options: ResolveOptions): string {
  const customer = customerOf(scope, options);
  const answered = callOutcome(scope) === 'answered';
  if (scope.call.direction === 'outbound') return `Call to ${customer}`;
  return `${answered ? 'Call' : 'Missed call'} from ${customer}`;
}

function describeCall(scope: ActionScope): string {
  const { call, event } = scope;
  const { ringSeconds, talkSeconds, holdSeconds, afterCallSeconds } = callTimes(call);
  const span = (name: string, seconds: number | null): string[] =>
    seconds === null ? [] : [`${name} ${formatDuration(seconds)}`];
  const spans = [
    ...span('ring', ringSeconds),
    ...span('talk', talkSeconds),
    ...span('hold', talkSeconds === null ? null : holdSeconds),
    ...span('after-call work', afterCallSeconds),
  ];
  const endedBy = call.endedBy ?? event.endedBy ?? 'unknown';
  return [
    `${SETUPS[call.setup]}, ${call.pacingMode === null ? 'unknown pacing' : PACING_MODES[call.pacingMode]}${
      call.channelType === null ? '' : `, ${CHANNEL_TYPES[call.channelType]}`
    }`,
    ...(call.queue?.name ? [`Queue: ${call.queue.name}`] : []),
    ...(spans.length === 0 ? [] : [`Times: ${spans.join(', ')}`]),
    ...(endedBy === 'unknown' ? [] : [`Ended by: ${endedBy}`]),
    ...(call.estimatedEnd || event.estimatedEnd === true
      ? ['Not every moment of the call was observed: its times are estimated.']
      : []),
  ].join('\n');
}

/** The completed Task of a call: standard fields only, all of which an action's field map may override. */
export function taskFields(scope: ActionScope, options: ResolveOptions): Record<string, FieldValue> {
  const { call, event } = scope;
  const start = isoTime(call.offeredAt ?? call.connectedAt ?? event.at) ?? '';
  const outcome = callOutcome(scope) ?? 'not-answered';
  return {
    Subject: subjectOf(scope, options),
    Status: 'Completed',
    Priority: 'Normal',
    TaskSubtype: 'Call',
    CallType: call.direction === 'inbound' ? 'Inbound' : 'Outbound',
    CallDurationInSeconds: callTimes(call).durationSeconds ?? 0,
    CallDisposition: OUTCOMES[outcome],
    CallObject: call.contactId ?? call.callId,
    ActivityDate: formatDate(start, 'yyyy-MM-dd', options.timeZone),
    Description: describeCall(scope),
    ...taskRelation(scope.match),
  };
}
