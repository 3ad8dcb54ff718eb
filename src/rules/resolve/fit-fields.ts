import { INTERACTION_OBJECT } from '../../model/action.ts';
import type { FieldValue } from '../../model/apex-contract.ts';
import { ownValue } from '../../model/plain-value.ts';
import { cutText } from '../merge/cut-text.ts';
import { INTERACTION_LENGTHS } from './interaction-lengths.ts';
import { STANDARD_LENGTHS } from './standard-lengths.ts';

type ByName<T> = Readonly<Record<string, T>>;

const ALL_LENGTHS: ByName<ByName<number>> = {
  ...STANDARD_LENGTHS,
  [INTERACTION_OBJECT]: INTERACTION_LENGTHS,
};

/** The same entries under names in lower case: to the platform, names in any case are the same. */
function byLowerCase<T>(values: ByName<T>): ByName<readonly [name: string, value: T]> {
  return Object.fromEntries(Object.entries(values).map((entry) => [entry[0].toLowerCase(), entry]));
}

const LENGTHS = byLowerCase(ALL_LENGTHS);

/**
 * Cuts over-long text to the field's length, with a mark and a note. What is not known here the server cuts, which knows
 * the length of every field. Of two spellings of one name the later counts.
 */
export function fitFields(
  object: string,
  fields: ByName<FieldValue>,
  notes: string[],
): Record<string, FieldValue> {
  const known = byLowerCase(ownValue(LENGTHS, object.toLowerCase())?.[1] ?? {});
  const fitted = Object.entries(byLowerCase(fields)).map(([lower, [given, value]]): [string, FieldValue] => {
    const [name, length] = ownValue(known, lower) ?? [given, Infinity];
    if (typeof value !== 'string' || value.length <= length) return [name, value];
    notes.push(`${name} was cut from ${value.length} to ${length} characters`);
    return [name, cutText(value, length)];
  });
  return Object.fromEntries(fitted);
}
