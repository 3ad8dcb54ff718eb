import type { Type } from './types.ts';

/** Types of fields as a describe call names them, in lower case. */
export type FieldKind =
  | 'id'
  | 'string'
  | 'textarea'
  | 'phone'
  | 'email'
  | 'url'
  | 'picklist'
  | 'multipicklist'
  | 'boolean'
  | 'int'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'time'
  | 'reference';

export interface OrgField {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  /** `CallDurationInSeconds` of Task is Integer, a custom Number is Decimal. */
  readonly type: Type;
  /** Of text, in characters; 0 for other kinds. */
  readonly length: number;
  /** Digits of numbers, before and after the decimal point; 0 for other kinds. */
  readonly precision: number;
  readonly scale: number;
  readonly isNillable: boolean;
  readonly isDefaultedOnCreate: boolean;
  /** As stored. */
  readonly defaultValue: StoredValue;
  readonly values: readonly string[];
  readonly isRestricted: boolean;
  readonly referenceTo: readonly string[];
  /** `Account` of `AccountId`, `Lead__r` of `Lead__c`; null for other kinds. */
  readonly relationshipName: string | null;
  readonly isUnique: boolean;
  readonly isExternalId: boolean;
  readonly isCaseSensitive: boolean;
  readonly isCreateable: boolean;
  readonly isUpdateable: boolean;
  readonly isFilterable: boolean;
  readonly isSortable: boolean;
  readonly isGroupable: boolean;
  /** Is field-level security set for it? Not for required ones and those of the system. */
  readonly isPermissionable: boolean;
  readonly isCalculated: boolean;
  readonly isCustom: boolean;
  readonly isNameField: boolean;
  readonly helpText: string | null;
}

export interface OrgRecordType {
  readonly id: string;
  readonly name: string;
  readonly developerName: string;
  readonly isMaster: boolean;
  readonly isActive: boolean;
}

/** Records of `object` whose `field` names the parent. */
export interface OrgChildRelationship {
  /** `Contacts` of Account; null: the children cannot be queried from the parent. */
  readonly name: string | null;
  readonly object: string;
  readonly field: string;
}

export type ObjectKind = 'standard' | 'custom' | 'metadata' | 'event';

export interface OrgObject {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string;
  readonly kind: ObjectKind;
  /** Writing it and other objects in one transaction is refused: users, permission sets, groups, ... */
  readonly isSetup: boolean;
  readonly isSearchable: boolean;
  /** Of an event: it survives a rollback. */
  readonly isPublishedAtOnce: boolean;
  readonly isMergeable: boolean;
  readonly isUndeletable: boolean;
  /** By lower-case name, in the order of the org. */
  readonly fields: ReadonlyMap<string, OrgField>;
  /** The reference field of a parent relationship, by its name in lower case. */
  readonly parents: ReadonlyMap<string, OrgField>;
  readonly children: readonly OrgChildRelationship[];
  readonly recordTypes: readonly OrgRecordType[];
}

/** A value as the store holds it: ids, dates and times as text, numbers as JavaScript's. */
export type StoredValue = string | number | boolean | null;

/** `Id` and `attributes.type` always, every other field of its object with null where it is empty. */
export interface StoredRecord {
  readonly Id: string;
  readonly attributes: { readonly type: string };
  readonly [field: string]: StoredValue | { readonly type: string };
}
