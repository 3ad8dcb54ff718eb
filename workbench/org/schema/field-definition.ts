import type { FieldValue } from '../../../src/model/apex-contract.ts';
import type { FieldKind } from '../../../tools/apex-runtime/model/org-schema.ts';

/** No field of these objects is a time of day. */
export type FieldType = Exclude<FieldKind, 'time'>;

/** One field as a describe call would answer it, as far as the org's checks need it. */
export interface FieldDefinition {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  /** Text types: longest value in characters. */
  readonly length: number | null;
  /** Numbers: digits before the decimal point. */
  readonly integerDigits: number | null;
  /** Numbers: digits after the decimal point; a value is rounded to them when it is saved. */
  readonly scale: number;
  readonly required: boolean;
  /** Picklists: the values; empty for other types. */
  readonly values: readonly string[];
  readonly restricted: boolean;
  readonly referenceTo: readonly string[];
  /** Name of the list of children that the parent has; null: `<objects>` of a standard field, none of a custom one. */
  readonly childRelationship: string | null;
  readonly unique: boolean;
  readonly externalId: boolean;
  readonly caseSensitive: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  /** False for long text: no filter may name it. */
  readonly filterable: boolean;
  readonly defaultValue: FieldValue;
  readonly helpText: string | null;
}

export interface RecordTypeDefinition {
  readonly developerName: string;
  readonly label: string;
  /** Of person accounts. */
  readonly isPerson: boolean;
}

export interface ObjectDefinition {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  /** `setup`: users, permission sets, jobs, ...; `metadata` and `event`: custom metadata types and platform events. */
  readonly kind: 'standard' | 'custom' | 'setup' | 'metadata' | 'event';
  readonly searchable: boolean;
  /** Of a platform event: published at once, not after the commit. */
  readonly publishedAtOnce: boolean;
  readonly keyPrefix: string;
  /** The field that names a record to people. */
  readonly nameField: string;
  readonly sharing: 'public' | 'private';
  /** Task and Event are not served by the User Interface API. */
  readonly uiApi: boolean;
  /** `PI-{00000000}`; null unless the name is an auto number. */
  readonly autoNumber: string | null;
  /** Besides the master record type, which every object has. */
  readonly recordTypes: readonly RecordTypeDefinition[];
  readonly fields: ReadonlyMap<string, FieldDefinition>;
}

const BASE: Omit<FieldDefinition, 'name' | 'label' | 'type'> = {
  length: null,
  integerDigits: null,
  scale: 0,
  required: false,
  values: [],
  restricted: false,
  referenceTo: [],
  childRelationship: null,
  unique: false,
  externalId: false,
  caseSensitive: false,
  createable: true,
  updateable: true,
  filterable: true,
  defaultValue: null,
  helpText: null,
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

/** The fields that every record has, but for its owner. */
export const SYSTEM_FIELDS: readonly FieldDefinition[] = [
  defineField('Id', 'Record ID', 'id', READ_ONLY),
  defineField('IsDeleted', 'Deleted', 'boolean', { ...READ_ONLY, defaultValue: false }),
  defineField('CreatedDate', 'Created Date', 'datetime', READ_ONLY),
  defineField('CreatedById', 'Created By ID', 'reference', { ...READ_ONLY, referenceTo: ['User'] }),
  defineField('LastModifiedDate', 'Last Modified Date', 'datetime', READ_ONLY),
  defineField('LastModifiedById', 'Last Modified By ID', 'reference', {
    ...READ_ONLY,
    referenceTo: ['User'],
  }),
  defineField('SystemModstamp', 'System Modstamp', 'datetime', READ_ONLY),
];

export const OWNER_FIELD: FieldDefinition = defineField('OwnerId', 'Owner ID', 'reference', {
  referenceTo: ['User'],
});

export function fieldMap(fields: readonly FieldDefinition[]): ReadonlyMap<string, FieldDefinition> {
  return new Map(fields.map((field) => [field.name, field]));
}
