import type { LibraryEnum, LibraryType } from '../../library/registry-contract.ts';
import { enumValue, listOf, platformObject, refuse } from '../../library/support.ts';
import type { FieldAccess } from '../../model/apex-org.ts';
import type { FieldKind, OrgField } from '../../model/org-schema.ts';
import type { Transaction } from '../../model/transaction.ts';
import { PlatformObject } from '../../model/values.ts';
import { fieldToken, objectToken } from '../tokens.ts';
import type { FieldToken } from '../tokens.ts';
import { fromStored } from '../stored-value.ts';

export const DISPLAY_TYPE: LibraryEnum = {
  name: 'Schema.DisplayType',
  constants: [
    'ADDRESS',
    'ANYTYPE',
    'BASE64',
    'BOOLEAN',
    'COMBOBOX',
    'CURRENCY',
    'DATACATEGORYGROUPREFERENCE',
    'DATE',
    'DATETIME',
    'DOUBLE',
    'EMAIL',
    'ENCRYPTEDSTRING',
    'ID',
    'INTEGER',
    'JSON',
    'LOCATION',
    'LONG',
    'MULTIPICKLIST',
    'PERCENT',
    'PHONE',
    'PICKLIST',
    'REFERENCE',
    'STRING',
    'TEXTAREA',
    'TIME',
    'URL',
  ],
};

const DISPLAYED: Partial<Readonly<Record<FieldKind, string>>> = { int: 'INTEGER' };

interface Described {
  readonly object: string;
  readonly field: OrgField;
}

const stateOf = (self: PlatformObject): Described => self.state as Described;
const fieldOf = (self: PlatformObject): OrgField => stateOf(self).field;

function describeField(tx: Transaction, { object, field }: FieldToken): PlatformObject {
  const key = `describe ${object}.${field}`;
  const known = tx.memo.get(key);
  if (known instanceof PlatformObject) return known;
  const definition =
    tx.org.schema.object(object)?.fields.get(field.toLowerCase()) ??
    refuse(tx, `the field ${object}.${field}`);
  const state: Described = { object, field: definition };
  const result = platformObject(tx, 'Schema.DescribeFieldResult', state, `${object}.${field}`);
  tx.memo.set(key, result);
  return result;
}

const rightsOf = (tx: Transaction, self: PlatformObject): FieldAccess =>
  tx.org.fieldAccess(tx.userId, stateOf(self).object, fieldOf(self).name);

export const DESCRIBE_OF_FIELD: LibraryType = {
  name: 'Schema.SObjectField',
  members: {
    'getDescribe():Schema.DescribeFieldResult': (tx, self: PlatformObject) =>
      describeField(tx, self.state as FieldToken),
  },
};

export const DESCRIBE_FIELD_RESULT: LibraryType = {
  name: 'Schema.DescribeFieldResult',
  members: {
    'getName():String': (_tx, self: PlatformObject) => fieldOf(self).name,
    'getLocalName():String': (_tx, self: PlatformObject) => fieldOf(self).name,
    'property name:String': (_tx, self: PlatformObject) => fieldOf(self).name,
    'getLabel():String': (_tx, self: PlatformObject) => fieldOf(self).label,
    'property label:String': (_tx, self: PlatformObject) => fieldOf(self).label,
    'getType():Schema.DisplayType': (tx, self: PlatformObject) => {
      const { kind } = fieldOf(self);
      return enumValue(tx, DISPLAY_TYPE, DISPLAYED[kind] ?? kind.toUpperCase());
    },
    'getLength():Integer': (_tx, self: PlatformObject) => fieldOf(self).length,
    'getByteLength():Integer': (_tx, self: PlatformObject) => fieldOf(self).length * 3,
    'getPrecision():Integer': (_tx, self: PlatformObject) => fieldOf(self).precision,
    'getScale():Integer': (_tx, self: PlatformObject) => fieldOf(self).scale,
    'getDigits():Integer': (_tx, self: PlatformObject) =>
      fieldOf(self).kind === 'int' ? fieldOf(self).precision : 0,
    'getSObjectField():Schema.SObjectField': (tx, self: PlatformObject) =>
      fieldToken(tx, stateOf(self).object, fieldOf(self).name),
    'getSObjectType():Schema.SObjectType': (tx, self: PlatformObject) =>
      objectToken(tx, stateOf(self).object),
    'getReferenceTo():List<Schema.SObjectType>': (tx, self: PlatformObject) => {
      const type = tx.types.find('Schema.SObjectType') ?? refuse(tx, 'the type Schema.SObjectType');
      return listOf(
        tx,
        type,
        fieldOf(self).referenceTo.map((name) => objectToken(tx, name)),
      );
    },
    'getRelationshipName():String': (_tx, self: PlatformObject) => fieldOf(self).relationshipName,
    'getPicklistValues():List<Schema.PicklistEntry>': (tx, self: PlatformObject) => {
      const type = tx.types.find('Schema.PicklistEntry') ?? refuse(tx, 'the type Schema.PicklistEntry');
      const { values, defaultValue } = fieldOf(self);
      return listOf(
        tx,
        type,
        values.map((value) => new PlatformObject(type, { value, isDefault: value === defaultValue }, value)),
      );
    },
    'getDefaultValue():Object': (_tx, self: PlatformObject) =>
      fromStored(fieldOf(self), fieldOf(self).defaultValue),
    'getInlineHelpText():String': (_tx, self: PlatformObject) => fieldOf(self).helpText,
    'isAccessible():Boolean': (tx, self: PlatformObject) => rightsOf(tx, self).read,
    'isCreateable():Boolean': (tx, self: PlatformObject) =>
      fieldOf(self).isCreateable && rightsOf(tx, self).edit,
    'isUpdateable():Boolean': (tx, self: PlatformObject) =>
      fieldOf(self).isUpdateable && rightsOf(tx, self).edit,
    'isFilterable():Boolean': (_tx, self: PlatformObject) => fieldOf(self).isFilterable,
    'isSortable():Boolean': (_tx, self: PlatformObject) => fieldOf(self).isSortable,
    'isGroupable():Boolean': (_tx, self: PlatformObject) => fieldOf(self).isGroupable,
    'isNillable():Boolean': (_tx, self: PlatformObject) => fieldOf(self).isNillable,
    'isDefaultedOnCreate():Boolean': (_tx, self: PlatformObject) => fieldOf(self).isDefaultedOnCreate,
    'isPermissionable():Boolean': (_tx, self: PlatformObject) => fieldOf(self).isPermissionable,
    'isNameField():Boolean': (_tx, self: PlatformObject) => fieldOf(self).isNameField,
    'isNamePointing():Boolean': (_tx, self: PlatformObject) => fieldOf(self).referenceTo.length > 1,
    'isCustom():Boolean': (_tx, self: PlatformObject) => fieldOf(self).isCustom,
    'isCalculated():Boolean': (_tx, self: PlatformObject) => fieldOf(self).isCalculated,
    'isAutoNumber():Boolean': (_tx, self: PlatformObject) => {
      const { isNameField, isCreateable, isDefaultedOnCreate } = fieldOf(self);
      return isNameField && !isCreateable && isDefaultedOnCreate;
    },
    'isUnique():Boolean': (_tx, self: PlatformObject) => fieldOf(self).isUnique,
    'isExternalID():Boolean': (_tx, self: PlatformObject) => fieldOf(self).isExternalId,
    'isIdLookup():Boolean': (_tx, self: PlatformObject) =>
      fieldOf(self).isExternalId || fieldOf(self).kind === 'id',
    'isCaseSensitive():Boolean': (_tx, self: PlatformObject) => fieldOf(self).isCaseSensitive,
    'isRestrictedPicklist():Boolean': (_tx, self: PlatformObject) => fieldOf(self).isRestricted,
    'isHtmlFormatted():Boolean': () => false,
  },
};

interface Entry {
  readonly value: string;
  readonly isDefault: boolean;
}

const entryOf = (self: PlatformObject): Entry => self.state as Entry;

export const PICKLIST_ENTRY: LibraryType = {
  name: 'Schema.PicklistEntry',
  members: {
    'getValue():String': (_tx, self: PlatformObject) => entryOf(self).value,
    'getLabel():String': (_tx, self: PlatformObject) => entryOf(self).value,
    'isActive():Boolean': () => true,
    'isDefaultValue():Boolean': (_tx, self: PlatformObject) => entryOf(self).isDefault,
  },
};
