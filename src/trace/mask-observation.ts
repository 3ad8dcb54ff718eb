import type { AgentObservation, ContactObservation } from '../model/observation.ts';
import { MASK, maskNumbers, maskPhone } from './mask-text.ts';

const CONTACT_FIELDS = ['contactId', 'initialContactId', 'type', 'state', 'queue', 'initiationMethod'];
const LEG_FIELDS = ['legId', 'type', 'state'];
const AGENT_FIELDS = ['id', 'state'];

/** Of texts and parts only those of these names; times, numbers and signs stay. */
function pickFields(value: object, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([name, item]: [string, unknown]) => {
      const mayTell = typeof item === 'string' || (typeof item === 'object' && item !== null);
      return [name, mayTell && !names.includes(name) ? MASK : item];
    }),
  );
}

/** The same names, without the values; those in `keep` stay. */
export function maskValues(values: object, keep: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) =>
      keep.has(name) ? [name, value as unknown] : [maskNumbers(name), MASK],
    ),
  );
}

function maskContact(contact: ContactObservation, keep: ReadonlySet<string>): Record<string, unknown> {
  const connections = contact.connections?.map((leg) => ({
    ...pickFields(leg, LEG_FIELDS),
    phoneNumber: leg.phoneNumber === null ? null : maskPhone(leg.phoneNumber),
  }));
  return {
    ...pickFields(contact, CONTACT_FIELDS),
    attributes: maskValues(contact.attributes, keep),
    connections: connections ?? null,
  };
}

/** An observation that gives the same events, without names, numbers and attribute values. */
export function maskObservation(
  observation: AgentObservation,
  keep: ReadonlySet<string>,
): Record<string, unknown> {
  return {
    ...pickFields(observation, []),
    agent: pickFields(observation.agent, AGENT_FIELDS),
    contacts: observation.contacts.map((contact) => maskContact(contact, keep)),
  };
}
