import { createRecordId } from '../store/record-id.ts';
import type { ObjectDefinition } from './field-definition.ts';

/** More record types than one object has. */
const SPREAD = 100;

/** The id of an object's record type: the same in every org. */
export function recordTypeId(object: ObjectDefinition, index: number): string {
  const number = [...object.keyPrefix].reduce((sum, character) => sum * 62 + character.charCodeAt(0), 0);
  return createRecordId('012', number * SPREAD + index + 1);
}
