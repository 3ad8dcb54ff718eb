import type { ApexSchema } from '../../tools/apex-runtime/model/apex-org.ts';
import type {
  OrgChildRelationship,
  OrgField,
  OrgObject,
  OrgRecordType,
} from '../../tools/apex-runtime/model/org-schema.ts';
import { T } from '../../tools/apex-runtime/model/types.ts';
import type { Type } from '../../tools/apex-runtime/model/types.ts';
import type { FieldDefinition, FieldType, ObjectDefinition } from './schema/field-definition.ts';
import { recordTypeId } from './schema/record-type-id.ts';
import type { OrgSchema } from './schema/org-schema.ts';
import { isPermissionable } from './store/permissions.ts';

const MASTER_RECORD_TYPE = '012000000000000AAA';
const MERGEABLE = new Set(['Account', 'Contact', 'Lead', 'Case']);
const NUMBERS = new Set<FieldType>(['int', 'double', 'currency', 'percent']);
const DEFAULT_DIGITS = 18;

const APEX_TYPES: Readonly<Record<FieldType, Type>> = {
  id: T.Id,
  reference: T.Id,
  boolean: T.Boolean,
  int: T.Integer,
  double: T.Decimal,
  currency: T.Decimal,
  percent: T.Decimal,
  date: T.Date,
  datetime: T.Datetime,
  string: T.String,
  textarea: T.String,
  phone: T.String,
  email: T.String,
  url: T.String,
  picklist: T.String,
  multipicklist: T.String,
};

function relationshipOf(field: FieldDefinition): string | null {
  if (field.type !== 'reference') return null;
  return field.name.endsWith('__c') ? field.name.replace(/__c$/, '__r') : field.name.replace(/Id$/, '');
}

function toField(object: ObjectDefinition, field: FieldDefinition): OrgField {
  const isAutoNumber = object.autoNumber !== null && field.name === object.nameField;
  const isNumber = NUMBERS.has(field.type);
  const isSystem = field.type === 'id' || field.name === 'OwnerId' || field.name === 'SystemModstamp';
  const isNillable =
    !field.required &&
    field.type !== 'boolean' &&
    !isSystem &&
    !isAutoNumber &&
    !/^(Created|LastMod)/.test(field.name);
  return {
    name: field.name,
    label: field.label,
    kind: field.type,
    type: APEX_TYPES[field.type],
    length: field.length ?? (field.type === 'id' || field.type === 'reference' ? 18 : 0),
    precision: isNumber ? (field.integerDigits ?? DEFAULT_DIGITS - field.scale) + field.scale : 0,
    scale: field.scale,
    isNillable,
    isDefaultedOnCreate: isSystem || isAutoNumber || field.type === 'boolean' || field.defaultValue !== null,
    defaultValue: field.defaultValue,
    values: field.values,
    isRestricted: field.restricted,
    referenceTo: field.referenceTo,
    relationshipName: relationshipOf(field),
    isUnique: field.unique,
    isExternalId: field.externalId,
    isCaseSensitive: field.caseSensitive,
    isCreateable: field.createable,
    isUpdateable: field.updateable,
    isFilterable: field.filterable,
    isSortable: field.filterable && field.type !== 'multipicklist',
    isGroupable:
      field.filterable &&
      !['datetime', 'double', 'currency', 'percent', 'multipicklist'].includes(field.type),
    isPermissionable: isPermissionable(object, field.name),
    isCalculated: false,
    isCustom: field.name.endsWith('__c'),
    isNameField: field.name === object.nameField,
    helpText: field.helpText,
  };
}

/** Children that name the object: `Contacts` of Account; without a name where the platform has none. */
function childrenOf(
  objects: readonly ObjectDefinition[],
  parent: ObjectDefinition,
): readonly OrgChildRelationship[] {
  return objects.flatMap((object) =>
    [...object.fields.values()]
      .filter((field) => field.type === 'reference' && field.referenceTo.includes(parent.name))
      .map((field) => {
        const isPlain = field.name === `${parent.name}Id`;
        const usual = isPlain && object.kind === 'standard' ? object.labelPlural.replaceAll(' ', '') : null;
        return { name: field.childRelationship ?? usual, object: object.name, field: field.name };
      }),
  );
}

function recordTypesOf(object: ObjectDefinition): readonly OrgRecordType[] {
  const named = object.recordTypes.map((type, index) => ({
    id: recordTypeId(object, index),
    name: type.label,
    developerName: type.developerName,
    isMaster: false,
    isActive: true,
  }));
  return [
    ...named,
    { id: MASTER_RECORD_TYPE, name: 'Master', developerName: 'Master', isMaster: true, isActive: true },
  ];
}

function toObject(objects: readonly ObjectDefinition[], object: ObjectDefinition): OrgObject {
  const fields = [...object.fields.values()].map((field) => toField(object, field));
  return {
    name: object.name,
    label: object.label,
    labelPlural: object.labelPlural,
    keyPrefix: object.keyPrefix,
    kind: object.kind === 'setup' ? 'standard' : object.kind,
    isSetup: object.kind === 'setup',
    isSearchable: object.searchable,
    isPublishedAtOnce: object.publishedAtOnce,
    isMergeable: MERGEABLE.has(object.name),
    isUndeletable: object.kind === 'standard' || object.kind === 'custom',
    fields: new Map(fields.map((field) => [field.name.toLowerCase(), field])),
    parents: new Map(
      fields.flatMap((field) =>
        field.relationshipName === null ? [] : [[field.relationshipName.toLowerCase(), field] as const],
      ),
    ),
    children: childrenOf(objects, object),
    recordTypes: recordTypesOf(object),
  };
}

export interface ApexSchemaParts {
  readonly schema: OrgSchema;
  readonly labels: ReadonlyMap<string, string>;
  readonly customPermissions: readonly string[];
}

/** The org's schema as Apex sees it. */
export function createApexSchema({ schema, labels, customPermissions }: ApexSchemaParts): ApexSchema {
  const definitions = [...schema.objects.values()];
  const objects = definitions.map((object) => toObject(definitions, object));
  const byName = new Map(objects.map((object) => [object.name.toLowerCase(), object]));
  const byPrefix = new Map(objects.map((object) => [object.keyPrefix, object]));
  const labelsByName = new Map([...labels].map(([name, text]) => [name.toLowerCase(), text]));
  const permissions = new Set(customPermissions.map((name) => name.toLowerCase()));
  const names = objects.map((object) => object.name);
  const objectOf = (name: string): OrgObject | undefined => byName.get(name.toLowerCase());
  return {
    objectNames: () => names,
    objectName: (name) => objectOf(name)?.name,
    object: objectOf,
    objectOfId: (id) => byPrefix.get(id.slice(0, 3)),
    fieldType: (object, field) => objectOf(object)?.fields.get(field.toLowerCase())?.type,
    parentObjects: (object, relationship) =>
      objectOf(object)?.parents.get(relationship.toLowerCase())?.referenceTo,
    childObject: (object, relationship) =>
      objectOf(object)?.children.find((child) => child.name?.toLowerCase() === relationship.toLowerCase())
        ?.object,
    label: (name) => labelsByName.get(name.toLowerCase()),
    hasCustomPermission: (name) => permissions.has(name.toLowerCase()),
  };
}
