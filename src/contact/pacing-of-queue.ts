import type { ContactObservation } from '../model/observation.ts';
import type { EventSettings } from '../model/settings.ts';

/** What the settings' queue map says of the contact's queue, looked up by ARN, then id, then name. */
export function pacingOfQueue(
  contact: ContactObservation,
  { queuePacing }: EventSettings,
): EventSettings['queuePacing'][string] | undefined {
  const { queue } = contact;
  if (queue === null) return undefined;
  for (const name of [queue.arn, queue.id, queue.name]) {
    if (name !== null && Object.hasOwn(queuePacing, name)) return queuePacing[name];
  }
  return undefined;
}
