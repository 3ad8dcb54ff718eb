import { textOf } from './org-record.ts';
import type { ObjectDefinition } from './schema/field-definition.ts';
import type { RecordStore } from './store/record-store.ts';

/** Fewer digits than this are compared only as a whole: extensions and short codes. */
const SHORTEST_SUFFIX = 7;

/** Without an extension: `x12`, `ext. 12`, `#12`. */
const digitsOf = (text: string): string => (text.split(/\s*(?:x|ext|#)/i)[0] ?? '').replace(/\D/g, '');

function isHit(stored: string, term: string): boolean {
  if (stored === '' || term === '') return false;
  if (stored.includes(term)) return true;
  return (
    stored.length >= SHORTEST_SUFFIX &&
    (term.endsWith(stored) || stored.endsWith(term.slice(-SHORTEST_SUFFIX)))
  );
}

/**
 * Ids of the records whose phone fields a search for these numbers finds. More than the platform's index may find: its
 * rules for telephone numbers are not published, and what the package does with the hits must not depend on them.
 */
export function searchPhones(
  store: RecordStore,
  object: ObjectDefinition,
  numbers: readonly string[],
): readonly string[] {
  const terms = numbers.map((number) => number.replace(/\D/g, ''));
  const fields = [...object.fields.values()].filter((field) => field.type === 'phone');
  return store
    .list(object.name)
    .filter((record) =>
      fields.some((field) => {
        const stored = digitsOf(textOf(record, field.name));
        return terms.some((term) => isHit(stored, term));
      }),
    )
    .map((record) => record.Id);
}
