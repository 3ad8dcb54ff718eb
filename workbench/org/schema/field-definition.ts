import type { FieldValue } from '../../../src/model/apex-contract.ts';

export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'phone'
  | 'email'
  | 'url'
  | 'picklist'
  | 'boolean'
  | 'int'
  | 'double'
  | 'date'
  | 'datetime'
  | 'reference';

/** One field as a describe call would answer it, as far as the org's checks need it. */
export interface FieldDefinition {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  /** Text types: longest value in characters. */
  readonly length: number | null;
  /** Numbers: digits before the decimal point. */
  readonly integerDigits: number | null;
  readonly required: boolean;
  /** Picklists: the values; empty for other types. */
  readonly values: readonly string[];
  readonly restricted: boolean;
  readonly referenceTo: readonly string[];
  readonly unique: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  /** False for long text: no filter may name it. */
  readonly filterable: boolean;
  readonly defaultValue: FieldValue;
}

export interface ObjectDefinition {
  readonly name: string;
  readonly label: string;
  readonly keyPrefix: string;
  /** The field that names a record to people. */
  readonly nameField: string;
  readonly sharing: 'public' | 'private';
  /** Task and Event are not served by the User Interface API. */
  readonly uiApi: boolean;
  /** `PI-{00000000}`; null unless the name is an auto number. */
  readonly autoNumber: string | null;
  readonly fields: ReadonlyMap<string, FieldDefinition>;
}

const BASE: Omit<FieldDefinition, 'name' | 'label' | 'type'> = {
  length: null,
  integerDigits: null,
  required: false,
  values: [],
  restricted: false,
  referenceTo: [],
  unique: false,
  createable: true,
  updateable: true,
  filterable: true,
  defaultValue: null,
};

/** A field with the usual properties of its type; `overrides` change them. */
export function defineField(
  name: string,
  label: string,
  type: FieldType,
  overrides: Partial<FieldDefinition> = {},
): FieldDefinition {
  return { ...BASE, name, label, type, ...overrides };
}

const READ_ONLY = { createable: false, updateable: false } as const;

/** The fields that every record has. */
export const SYSTEM_FIELDS: readonly FieldDefinition[] = [
  defineField('Id', 'Record ID', 'id', READ_ONLY),
  defineField('OwnerId', 'Owner ID', 'reference', { referenceTo: ['User'] }),
  defineField('CreatedDate', 'Created Date', 'datetime', READ_ONLY),
  defineField('CreatedById', 'Created By ID', 'reference', { ...READ_ONLY, referenceTo: ['User'] }),
  defineField('LastModifiedDate', 'Last Modified Date', 'datetime', READ_ONLY),
  defineField('LastModifiedById', 'Last Modified By ID', 'reference', {
    ...READ_ONLY,
    referenceTo: ['User'],
  }),
  defineField('SystemModstamp', 'System Modstamp', 'datetime', READ_ONLY),
];

export function fieldMap(fields: readonly FieldDefinition[]): ReadonlyMap<string, FieldDefinition> {
  return new Map(fields.map((field) => [field.name, field]));
}
