import type { LibraryType } from '../../library/registry-contract.ts';
import { given, refuse } from '../../library/support.ts';
import type { Transaction } from '../../model/transaction.ts';
import { T } from '../../model/types.ts';
import type { Type } from '../../model/types.ts';
import { ApexList, ApexMap } from '../../model/values.ts';
import type { Value, ApexId, ApexRecord, PlatformObject } from '../../model/values.ts';
import { hashKey } from '../../values/equality.ts';
import {
  cloneRecord,
  fieldOf,
  getChildren,
  getField,
  getParent,
  newRecord,
  objectOf,
  putField,
  putParent,
} from '../record-access.ts';
import { recordType } from '../record-types.ts';
import { fieldToken, objectToken } from '../tokens.ts';
import type { FieldToken, ObjectToken } from '../tokens.ts';

export const objectOfToken = (token: PlatformObject): string => (token.state as ObjectToken).object;

/** The name of a field token that belongs to the record's object. */
function fieldName(tx: Transaction, record: ApexRecord, token: PlatformObject | null): string {
  const { object, field } = given(tx, token).state as FieldToken;
  return object === record.type.name
    ? field
    : tx.raise('SObjectException', `${object}.${field} does not belong to SObject type ${record.type.name}`);
}

function relationshipOf(tx: Transaction, record: ApexRecord, token: PlatformObject | null): string {
  const field = fieldOf(tx, record, fieldName(tx, record, token));
  return field.relationshipName ?? refuse(tx, `getSObject of the field ${field.name}`);
}

function populated(tx: Transaction, record: ApexRecord): ApexMap {
  const map = new ApexMap(tx.types.map(T.String, T.Object));
  const { fields, parents } = objectOf(tx, record);
  const put = (name: string, value: Value): void => void map.items.set(hashKey(name), { key: name, value });
  for (const [key, value] of record.fields) put(fields.get(key)?.name ?? key, value);
  for (const [key, value] of record.related) {
    const field = parents.get(key);
    if (value !== null && field !== undefined) put(field.relationshipName ?? key, value);
  }
  return map;
}

function isSet(record: ApexRecord, name: string): boolean {
  return record.fields.has(name.toLowerCase());
}

export const SOBJECT: LibraryType = {
  name: 'SObject',
  members: {
    'get(String):Object': (tx, self: ApexRecord, name: string | null) => getField(tx, self, given(tx, name)),
    'get(Schema.SObjectField):Object': (tx, self: ApexRecord, token: PlatformObject | null) =>
      getField(tx, self, fieldName(tx, self, token)),
    'put(String,Object):Object': (tx, self: ApexRecord, name: string | null, value: Value) =>
      putField(tx, self, given(tx, name), value),
    'put(Schema.SObjectField,Object):Object': (
      tx,
      self: ApexRecord,
      token: PlatformObject | null,
      value: Value,
    ) => putField(tx, self, fieldName(tx, self, token), value),
    'getSObject(String):SObject': (tx, self: ApexRecord, name: string | null) =>
      getParent(tx, self, given(tx, name)),
    'getSObject(Schema.SObjectField):SObject': (tx, self: ApexRecord, token: PlatformObject | null) =>
      getParent(tx, self, relationshipOf(tx, self, token)),
    'getSObjects(String):List<SObject>': (tx, self: ApexRecord, name: string | null) => {
      const children = getChildren(tx, self, given(tx, name));
      return children.items.length === 0 ? null : new ApexList(tx.types.list(T.SObject), children.items);
    },
    'putSObject(String,SObject):SObject': (
      tx,
      self: ApexRecord,
      name: string | null,
      parent: ApexRecord | null,
    ) => {
      putParent(tx, self, given(tx, name), parent);
      return parent;
    },
    'getSObjectType():Schema.SObjectType': (tx, self: ApexRecord) => objectToken(tx, self.type.name),
    'getPopulatedFieldsAsMap():Map<String,Object>': (tx, self: ApexRecord) => populated(tx, self),
    'isSet(String):Boolean': (tx, self: ApexRecord, name: string | null) =>
      isSet(self, fieldOf(tx, self, given(tx, name)).name),
    'isSet(Schema.SObjectField):Boolean': (tx, self: ApexRecord, token: PlatformObject | null) =>
      isSet(self, fieldName(tx, self, token)),
    'clone():This': (_tx, self: ApexRecord) => cloneRecord(self, false, false),
    'clone(Boolean):This': (_tx, self: ApexRecord, keepsId: boolean | null) =>
      cloneRecord(self, keepsId === true, false),
    'clone(Boolean,Boolean):This': (_tx, self: ApexRecord, keepsId: boolean | null, isDeep: boolean | null) =>
      cloneRecord(self, keepsId === true, isDeep === true),
    'static property SObjectType:Schema.SObjectType': (tx, type: Type) => objectToken(tx, type.name),
  },
};

export const SOBJECT_TYPE: LibraryType = {
  name: 'Schema.SObjectType',
  members: {
    'newSObject():SObject': (tx, self: PlatformObject) =>
      newRecord(tx, recordType(tx.types, objectOfToken(self))),
    'newSObject(Id):SObject': (tx, self: PlatformObject, id: ApexId | null) => {
      const record = newRecord(tx, recordType(tx.types, objectOfToken(self)));
      if (id !== null) record.fields.set('id', id);
      return record;
    },
    'toString():String': (_tx, self: PlatformObject) => objectOfToken(self),
  },
};

export const SOBJECT_FIELD: LibraryType = {
  name: 'Schema.SObjectField',
  members: {
    'toString():String': (_tx, self: PlatformObject) => (self.state as FieldToken).field,
  },
};

/** What an Id knows of the org. */
export const ID_OF_ORG: LibraryType = {
  name: 'Id',
  members: {
    'getSObjectType():Schema.SObjectType': (tx, self: ApexId) => {
      const object = tx.org.schema.objectOfId(self.value);
      return object === undefined
        ? tx.raise('SObjectException', `Cannot locate Apex Type for ID: ${self.value}`)
        : objectToken(tx, object.name);
    },
  },
};

/** A token of each field, by lower-case name. */
export function fieldTokens(tx: Transaction, object: string): ApexMap {
  const key = `fields ${object}`;
  const known = tx.memo.get(key);
  if (known instanceof ApexMap) return known;
  const token = tx.types.find('Schema.SObjectField') ?? refuse(tx, 'the type Schema.SObjectField');
  const map = new ApexMap(tx.types.map(T.String, token), true);
  for (const [name, field] of tx.org.schema.object(object)?.fields ?? []) {
    map.items.set(hashKey(name), { key: name, value: fieldToken(tx, object, field.name) });
  }
  tx.memo.set(key, map);
  return map;
}
