import type { TrackerOutput } from './tracker.ts';

/** Keeps a trace entry about a contact from being repeated at every refresh. */
export interface ToldOnce {
  tell(contactId: string, reason: string, output: () => TrackerOutput): readonly TrackerOutput[];
  /** Forgets the contacts that are not there any more. */
  keepOnly(isPresent: (contactId: string) => boolean): void;
  clear(): void;
  entries(): string[];
}

/** What was told before survives in `entries`, each `<contact id>|<reason>`. */
export function createToldOnce(entries: readonly string[]): ToldOnce {
  const told = new Set(entries);
  return {
    tell(contactId, reason, output) {
      const key = `${contactId}|${reason}`;
      if (told.has(key)) return [];
      told.add(key);
      return [output()];
    },
    keepOnly(isPresent) {
      for (const key of told) {
        if (!isPresent(key.slice(0, key.indexOf('|')))) told.delete(key);
      }
    },
    clear: () => told.clear(),
    entries: () => [...told],
  };
}
