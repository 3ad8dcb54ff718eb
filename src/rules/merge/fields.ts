import type { ActionScope } from '../../model/action-request.ts';
import type { FieldValue } from '../../model/apex-contract.ts';
import { nearest } from '../../model/nearest.ts';
import { ownValue } from '../../model/plain-value.ts';
import { isWithheld } from '../phone.ts';
import { callTimes } from './call-times.ts';
import { isoTime } from './iso-time.ts';

/** A merge field: how it is written, what it holds, where it comes from. */
export interface MergeField {
  readonly path: string;
  readonly about: string;
  readonly read: (scope: ActionScope) => FieldValue;
}

/** Every merge field with a fixed name. Times are ISO 8601 UTC text, durations whole seconds. */
export const MERGE_FIELDS: readonly MergeField[] = [
  {
    path: 'call.phoneNumber',
    about: "The customer's number as received, empty when withheld",
    read: ({ call }) => (isWithheld(call.phoneNumber) ? null : call.phoneNumber),
  },
  { path: 'call.callId', about: 'Dialler call id or contact id', read: ({ call }) => call.callId },
  { path: 'call.callKey', about: 'The key that identifies this call', read: ({ call }) => call.callKey },
  { path: 'call.contactId', about: 'Amazon Connect contact id', read: ({ call }) => call.contactId },
  {
    path: 'call.initialContactId',
    about: 'Contact id before any transfer',
    read: ({ call }) => call.initialContactId,
  },
  { path: 'call.setup', about: 'tethered or hvoc', read: ({ call }) => call.setup },
  { path: 'call.pacingMode', about: 'How the call was paced', read: ({ call }) => call.pacingMode },
  {
    path: 'call.channelType',
    about: 'regular-call, outbound or inbound',
    read: ({ call }) => call.channelType,
  },
  { path: 'call.direction', about: 'inbound or outbound', read: ({ call }) => call.direction },
  { path: 'call.receiving', about: 'Reached by consult or transfer?', read: ({ call }) => call.receiving },
  { path: 'call.queue', about: 'Name of the queue', read: ({ call }) => call.queue?.name ?? null },
  { path: 'call.queueArn', about: 'ARN of the queue', read: ({ call }) => call.queue?.arn ?? null },
  { path: 'call.state', about: "State of the contact, in Amazon's words", read: ({ call }) => call.state },
  { path: 'call.answered', about: 'Was it ever connected?', read: ({ call }) => call.answered },
  { path: 'call.endedBy', about: 'agent, customer or unknown', read: ({ call }) => call.endedBy },
  { path: 'call.offeredAt', about: 'When it was offered', read: ({ call }) => isoTime(call.offeredAt) },
  { path: 'call.connectedAt', about: 'When it was answered', read: ({ call }) => isoTime(call.connectedAt) },
  { path: 'call.endedAt', about: 'When it ended', read: ({ call }) => isoTime(call.endedAt) },
  { path: 'call.clearedAt', about: 'When it was cleared', read: ({ call }) => isoTime(call.clearedAt) },
  { path: 'call.ringSeconds', about: 'Offer to answer', read: ({ call }) => callTimes(call).ringSeconds },
  {
    path: 'call.durationSeconds',
    about: 'Answer to end, hold included',
    read: ({ call }) => callTimes(call).durationSeconds,
  },
  {
    path: 'call.talkSeconds',
    about: 'Duration without hold',
    read: ({ call }) => callTimes(call).talkSeconds,
  },
  { path: 'call.holdSeconds', about: 'Time on hold', read: ({ call }) => callTimes(call).holdSeconds },
  {
    path: 'call.afterCallSeconds',
    about: 'End to clearing',
    read: ({ call }) => callTimes(call).afterCallSeconds,
  },
  { path: 'event.at', about: 'When the event happened', read: ({ event }) => isoTime(event.at) },
  { path: 'event.tuple', about: 'Its tuple', read: ({ event }) => event.tuple },
  { path: 'event.name', about: 'Its name, as connected', read: ({ event }) => event.event },
  { path: 'event.cause', about: 'Its cause', read: ({ event }) => event.cause },
  { path: 'event.leg', about: 'primary or consult', read: ({ event }) => event.leg },
  {
    path: 'event.occurrence',
    about: 'How often it happened on this leg',
    read: ({ event }) => event.occurrence,
  },
  { path: 'agent.name', about: 'Name of the agent', read: ({ agentName }) => agentName },
  {
    path: 'match.Id',
    about: 'Id of the record the screen pop found',
    read: ({ match }) => match?.recordId ?? null,
  },
  { path: 'match.Name', about: 'Its name', read: ({ match }) => match?.name ?? null },
  {
    path: 'match.Object',
    about: 'Its object, as Contact',
    read: ({ match }) => match?.objectApiName ?? null,
  },
  { path: 'log.Id', about: "Id of the call's interaction", read: ({ interactionId }) => interactionId },
  { path: 'log.TaskId', about: 'Id of the completed Task', read: ({ taskId }) => taskId },
];

const BY_PATH: ReadonlyMap<string, MergeField> = new Map(MERGE_FIELDS.map((field) => [field.path, field]));
const OBJECT_NAME = /^[A-Za-z]\w*$/;

/** The object whose new record's id a path names, `created.Case.Id`; null for any other path. */
export function createdObject(path: readonly string[]): string | null {
  const [root, object, field] = path;
  const named = root === 'created' && field === 'Id' && path.length === 3;
  return named && object !== undefined && OBJECT_NAME.test(object) ? object : null;
}

/** True for a field that exists, whether or not a call has a value for it. */
export function isKnownField(path: readonly string[]): boolean {
  const keyed = (path[0] === 'attributes' || path[0] === 'variables') && path.length === 2;
  return keyed || createdObject(path) !== null || BY_PATH.has(path.join('.'));
}

/** The value of a known field, null when there is none. */
export function readField(path: readonly string[], scope: ActionScope): FieldValue {
  const object = createdObject(path);
  if (object !== null) return ownValue(scope.created, object);
  const [root, name] = path;
  if (root === 'attributes' && name !== undefined) return ownValue(scope.call.attributes, name);
  if (root === 'variables' && name !== undefined) return ownValue(scope.call.variables, name);
  return BY_PATH.get(path.join('.'))?.read(scope) ?? null;
}

const KEYED = ['attributes', 'variables'];

/** What to write instead of an unknown field: the nearest one, or the fields of the same root. */
export function suggestField(path: readonly string[]): string {
  const written = path.join('.');
  const known = MERGE_FIELDS.map((field) => field.path);
  const same = known.find((name) => name.toLowerCase() === written.toLowerCase());
  if (same !== undefined) return `Write ${same}`;
  const [root = '', name, more] = path;
  const source = nearest(root, KEYED);
  if (source !== null && name !== undefined && more === undefined) return `Write ${source}.${name}`;
  const near = nearest(written, known);
  if (near !== null) return `Did you mean ${near}?`;
  const siblings = known.filter((field) => field.startsWith(`${root}.`));
  if (siblings.length > 0) return `Known fields: ${siblings.join(', ')}`;
  if (root === 'created') return 'Write created.<Object>.Id';
  if (KEYED.includes(root)) return `Write ${root}.name or ${root}['any name']`;
  return 'Fields begin with call, event, agent, match, created, log, attributes or variables';
}
