import { readTime } from './read-time.ts';
import { readArray, readObject, refuseRecording } from './refuse-recording.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A contact or leg without a state: the machine reports it and goes on. */
const NO_STATE: Fields = { type: '', timestamp: null };

function readOptionalObject(value: unknown, path: string): Fields | null {
  return value === undefined || value === null ? null : readObject(value, path);
}

function refuseUnlessText(value: unknown, path: string): void {
  if (value !== undefined && value !== null && typeof value !== 'string') {
    throw refuseRecording(path, 'must be text');
  }
}

function readState(value: unknown, timeKey: string, path: string): Fields | null {
  const state = readOptionalObject(value, path);
  if (state === null) return null;
  refuseUnlessText(state['type'], `${path}.type`);
  refuseUnlessText(state['name'], `${path}.name`);
  return {
    ...state,
    type: state['type'] ?? '',
    [timeKey]: readTime(state[timeKey], `${path}.${timeKey}`),
  };
}

function lastSegment(arn: unknown): string | null {
  return typeof arn === 'string' ? (arn.split('/').at(-1) ?? null) : null;
}

function readQueue(value: unknown, path: string): Fields | null {
  const queue = readOptionalObject(value, path);
  return queue === null ? null : { ...queue, queueId: queue['queueId'] ?? lastSegment(queue['queueARN']) };
}

function readConnection(value: unknown, path: string): Fields {
  const connection = readObject(value, path);
  refuseUnlessText(connection['type'], `${path}.type`);
  const endpoint =
    readOptionalObject(connection['endpoint'], `${path}.endpoint`) ??
    readOptionalObject(connection['address'], `${path}.address`);
  return {
    ...connection,
    state: readState(connection['state'], 'timestamp', `${path}.state`) ?? NO_STATE,
    endpoint,
    address: readOptionalObject(connection['address'], `${path}.address`) ?? endpoint,
  };
}

/** The CCP's logs mask attributes as a string; whatever is not an object counts as none. */
function readAttributes(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function readContact(value: unknown, path: string): Fields {
  const contact = readObject(value, path);
  const id = contact['contactId'];
  if (typeof id !== 'string' || id === '') throw refuseRecording(`${path}.contactId`, 'must be text');
  refuseUnlessText(contact['type'], `${path}.type`);
  const state = readState(contact['state'] ?? contact['status'], 'timestamp', `${path}.state`) ?? NO_STATE;
  const connections = readArray(contact['connections'] ?? [], `${path}.connections`);
  return {
    ...contact,
    state,
    status: state,
    queue: readQueue(contact['queue'], `${path}.queue`),
    queueTimestamp: readTime(contact['queueTimestamp'], `${path}.queueTimestamp`),
    connections: connections.map((leg, index) => readConnection(leg, `${path}.connections[${index}]`)),
    attributes: readAttributes(contact['attributes']),
  };
}

/**
 * One agent snapshot: times become Dates; the aliases `contact.status`, `connection.address` and `queue.queueId`,
 * null queues, attributes and connections are filled in. Refuses what is neither missing nor of the right kind.
 */
export function readSnapshot(value: unknown, path: string): Fields {
  const snapshot = readObject(value, path);
  const state = readState(readObject(snapshot['state'], `${path}.state`), 'startTimestamp', `${path}.state`);
  const time = readTime(snapshot['snapshotTimestamp'], `${path}.snapshotTimestamp`);
  const contacts = readArray(snapshot['contacts'], `${path}.contacts`);
  return {
    ...snapshot,
    state,
    nextState: readState(snapshot['nextState'], 'startTimestamp', `${path}.nextState`),
    agentAvailabilityState: readState(
      snapshot['agentAvailabilityState'],
      'timeStamp',
      `${path}.agentAvailabilityState`,
    ),
    snapshotTimestamp: time,
    contacts: contacts.map((contact, index) => readContact(contact, `${path}.contacts[${index}]`)),
  };
}
