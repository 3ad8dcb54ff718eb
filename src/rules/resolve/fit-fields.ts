import { INTERACTION_OBJECT } from '../../model/action.ts';
import type { FieldValue } from '../../model/apex-contract.ts';
import { ownValue } from '../../model/plain-value.ts';
import { cutText } from '../merge/cut-text.ts';
import { INTERACTION_LENGTHS } from './interaction-lengths.ts';
import { STANDARD_LENGTHS } from './standard-lengths.ts';

const lengthsOf = (object: string): Readonly<Record<string, number>> =>
  (object === INTERACTION_OBJECT ? INTERACTION_LENGTHS : STANDARD_LENGTHS[object]) ?? {};

/** Cuts over-long text to the field's length, with a mark and a note; fields of unknown length stay as they are. */
export function fitFields(
  object: string,
  fields: Readonly<Record<string, FieldValue>>,
  notes: string[],
): Record<string, FieldValue> {
  const lengths = lengthsOf(object);
  const fitted = Object.entries(fields).map(([name, value]): [string, FieldValue] => {
    const length = ownValue(lengths, name);
    if (typeof value !== 'string' || length === null || value.length <= length) return [name, value];
    notes.push(`${name} was cut from ${value.length} to ${length} characters`);
    return [name, cutText(value, length)];
  });
  return Object.fromEntries(fitted);
}
