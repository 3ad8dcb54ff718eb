import type { FieldDefinition } from '../../org/schema/field-definition.ts';
import { DmlRefusal } from '../../org/refusal.ts';
import { checkValue } from '../../org/store/check-value.ts';
import type { FieldValue } from '../../../src/model/apex-contract.ts';
import type { SetupEntry, SetupObject } from '../../shared/setup-object.ts';

const NAME_LENGTH = 40;
const DEVELOPER_NAME = /^[a-zA-Z](?!.*__)\w*(?<!_)$/;
const EMPTY = 'You must enter a value';

export interface CheckedEntry {
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Messages by field; empty when the record can be saved. */
  readonly errors: Readonly<Record<string, string>>;
}

function nameError(name: string, taken: readonly string[]): string | null {
  if (name === '') return EMPTY;
  if (name.length > NAME_LENGTH) return `The name may have ${NAME_LENGTH} characters`;
  if (!DEVELOPER_NAME.test(name)) {
    return 'The name can only contain letters, digits and underscores; it begins with a letter, does not end with an underscore, and has no two of them in a row';
  }
  return taken.some((other) => other.toLowerCase() === name.toLowerCase())
    ? `There is a record with the name ${name} already`
    : null;
}

function labelError(label: string): string | null {
  if (label === '') return EMPTY;
  return label.length > NAME_LENGTH ? `The label may have ${NAME_LENGTH} characters` : null;
}

/** Checks as the platform's form does: what is required by field or layout, types, lengths, values, names. `taken`: names of the type's other records. */
export function checkEntry(
  entry: SetupEntry,
  object: SetupObject,
  definitions: readonly FieldDefinition[],
  taken: readonly string[],
): CheckedEntry {
  const errors: Record<string, string> = {};
  const fields: Record<string, FieldValue> = {};
  const refuse = (field: string, message: string | null): void => {
    if (message !== null) errors[field] = message;
  };
  refuse('MasterLabel', labelError(entry.label));
  refuse('DeveloperName', nameError(entry.developerName, taken));
  const requiredByLayout = new Set(
    object.sections
      .flatMap(({ columns }) => columns.flat())
      .filter(({ behavior }) => behavior === 'Required')
      .map(({ field }) => field),
  );
  for (const [name, value] of Object.entries(entry.fields)) {
    const definition = definitions.find((each) => each.name === name);
    if (definition === undefined) {
      refuse(name, `${object.label} has no field ${name}`);
      continue;
    }
    try {
      fields[name] = checkValue(definition, value);
    } catch (error) {
      if (!(error instanceof DmlRefusal)) throw error;
      refuse(name, error.message);
    }
  }
  for (const { name, required } of definitions) {
    const isEmpty = (fields[name] ?? null) === null;
    if ((required || requiredByLayout.has(name)) && isEmpty && errors[name] === undefined) {
      refuse(name, EMPTY);
    }
  }
  return { fields, errors };
}
