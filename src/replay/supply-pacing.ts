import type { PacingMode } from '../catalog/vocabulary.ts';
import type { Recording, RecordingEntry } from './recording.ts';

type Fields = Readonly<Record<string, unknown>>;

function tagContact(contact: Fields, attribute: string, pacing: PacingMode): Fields {
  const attributes = contact['attributes'] as Fields;
  if (Object.hasOwn(attributes, attribute)) return contact;
  return { ...contact, attributes: { ...attributes, [attribute]: { name: attribute, value: pacing } } };
}

function tagEntry(entry: RecordingEntry, attribute: string, pacing: PacingMode): RecordingEntry {
  if (entry.kind !== 'update') return entry;
  const contacts = (entry.update.snapshot['contacts'] as readonly Fields[]).map((contact) =>
    tagContact(contact, attribute, pacing),
  );
  return { ...entry, update: { ...entry.update, snapshot: { ...entry.update.snapshot, contacts } } };
}

/** Gives every contact without the pacing attribute this pacing: logs of the CCP have lost theirs. */
export function supplyPacing(recording: Recording, attribute: string, pacing: PacingMode): Recording {
  return {
    ...recording,
    entries: recording.entries.map((entry) => tagEntry(entry, attribute, pacing)),
  };
}
