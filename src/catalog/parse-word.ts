import { CHANNEL_TYPES, EVENTS, PACING_MODES } from './vocabulary.ts';
import type { ChannelType, EventName, PacingMode } from './vocabulary.ts';

function parser<Id extends string>(labels: Readonly<Record<Id, string>>): (word: unknown) => Id | undefined {
  const byWord = new Map<string, Id>();
  for (const [id, label] of Object.entries(labels) as [Id, string][]) {
    byWord.set(id.toLowerCase(), id);
    byWord.set(label.toLowerCase(), id);
  }
  return (word) => (typeof word === 'string' ? byWord.get(word.trim().toLowerCase()) : undefined);
}

/** The id that a word names, by id or by the source's label, in any case; undefined for any other word. */
export const parsePacingMode: (word: unknown) => PacingMode | undefined = parser(PACING_MODES);
export const parseChannelType: (word: unknown) => ChannelType | undefined = parser(CHANNEL_TYPES);
export const parseEventName: (word: unknown) => EventName | undefined = parser(EVENTS);
