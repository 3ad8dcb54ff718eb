import type { AgentObservation, ConnectionObservation, ContactObservation } from '../model/observation.ts';
import type { StreamsAgent, StreamsApi, StreamsConnection, StreamsContact } from './streams-port.ts';

/** Streams throws when the connections of other contacts (a task's, say) are touched. */
const TYPES_WITH_CONNECTIONS = ['voice', 'queue_callback'];

/** Epoch milliseconds of a Date of whichever realm; null for anything else. */
function timeOf(value: unknown): number | null {
  const time = (value as { getTime?: unknown } | null | undefined)?.getTime;
  if (typeof time !== 'function') return null;
  const result: unknown = time.call(value);
  return typeof result === 'number' && Number.isFinite(result) ? result : null;
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The text values of Streams' `{ key: { name, value } }`; none for anything else (the CCP masks them as a string). */
function readAttributes(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value as Record<string, unknown>).flatMap(([key, entry]) => {
      const content = (entry as { value?: unknown } | null | undefined)?.value;
      return typeof content === 'string' ? [[key, content] as const] : [];
    }),
  );
}

/** As `Endpoint.stripPhoneNumber` of Streams: Amazon Connect sends some numbers as `sip:+12025550143@lily-outbound`. */
const readNumber = (value: unknown): string | null =>
  text(value)?.replace(/^sips?:([^@]*)@.*$/i, '$1') || null;

function observeConnection(connection: StreamsConnection): ConnectionObservation {
  const state = connection.getState();
  return {
    legId: connection.getConnectionId(),
    type: connection.getType(),
    state: state.type,
    stateAt: timeOf(state.timestamp),
    initial: connection.isInitialConnection() === true,
    phoneNumber: readNumber(connection.getEndpoint().phoneNumber),
    quickConnectName: text(connection.getQuickConnectName()),
  };
}

/** One live contact as plain data. Throws what Streams throws. */
export function observeContact(contact: StreamsContact): ContactObservation {
  const type = contact.getType();
  const state = contact.getState();
  const queue = contact.getQueue() ?? null;
  return {
    contactId: contact.getContactId(),
    initialContactId: text(contact.getInitialContactId()),
    type,
    state: state.type,
    stateAt: timeOf(state.timestamp),
    queue:
      queue === null ? null : { arn: text(queue.queueARN), id: text(queue.queueId), name: text(queue.name) },
    initiationMethod: text(contact.getInitiationMethod()),
    attributes: readAttributes(contact.getAttributes()),
    connections: TYPES_WITH_CONNECTIONS.includes(type)
      ? contact.getConnections().map(observeConnection)
      : null,
  };
}

/** By how much Amazon's clock is ahead of the computer's, as Streams measured it with the last update. */
export function observeSkew(connect: StreamsApi): Pick<AgentObservation, 'skew'> {
  try {
    const skew = connect.core.getSkew();
    return Number.isFinite(skew) && skew !== 0 ? { skew } : {};
  } catch {
    // The library's way to say that it has seen no snapshot.
    return {};
  }
}

/** A contact that could not be read. */
export interface UnreadContact {
  readonly contactId: string | null;
  readonly error: unknown;
}

/**
 * Everything that Streams shows of the agent now, at `at` (epoch milliseconds). A contact that cannot be read stands
 * as it did in `previous`, so that it does not look removed; one never read is left out. Both go to `onUnread`.
 */
export function observeAgent(
  agent: StreamsAgent,
  at: number,
  previous: AgentObservation | null,
  onUnread: (unread: UnreadContact) => void,
): AgentObservation {
  const configuration = agent.getConfiguration();
  return {
    at,
    agent: {
      id: text(configuration?.agentARN) ?? '',
      name: text(configuration?.name),
      state: text(agent.getState()?.name),
    },
    contacts: agent.getContacts().flatMap((contact) => {
      let contactId: string | null = null;
      try {
        contactId = contact.getContactId();
        return [observeContact(contact)];
      } catch (error) {
        onUnread({ contactId, error });
        return previous?.contacts.filter((known) => known.contactId === contactId) ?? [];
      }
    }),
  };
}
