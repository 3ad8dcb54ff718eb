import type { LibraryEnum, LibraryType } from '../../library/registry-contract.ts';
import { given, listOf, platformObject, refuse } from '../../library/support.ts';
import type { ObjectAccess } from '../../model/apex-org.ts';
import type { OrgChildRelationship, OrgObject, OrgRecordType } from '../../model/org-schema.ts';
import type { Transaction } from '../../model/transaction.ts';
import { T } from '../../model/types.ts';
import { ApexId, ApexList, ApexMap, PlatformObject } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import { hashKey } from '../../values/equality.ts';
import { fieldToken, objectToken } from '../tokens.ts';
import { fieldTokens, objectOfToken } from './sobject-type.ts';

export const SOBJECT_DESCRIBE_OPTIONS: LibraryEnum = {
  name: 'Schema.SObjectDescribeOptions',
  constants: ['DEFAULT', 'DEFERRED', 'FULL'],
};

const stateOf = (self: PlatformObject): OrgObject => self.state as OrgObject;

export function describeObject(tx: Transaction, name: string): PlatformObject {
  const key = `describe ${name}`;
  const known = tx.memo.get(key);
  if (known instanceof PlatformObject) return known;
  const object = tx.org.schema.object(name) ?? refuse(tx, `the object ${name}`);
  const result = platformObject(tx, 'Schema.DescribeSObjectResult', object, object.name);
  tx.memo.set(key, result);
  return result;
}

const rightsOf = (tx: Transaction, self: PlatformObject): ObjectAccess =>
  tx.org.objectAccess(tx.userId, stateOf(self).name);

function recordTypes(tx: Transaction, self: PlatformObject, nameOf: (type: OrgRecordType) => Value): ApexMap {
  const type = tx.types.find('Schema.RecordTypeInfo') ?? refuse(tx, 'the type Schema.RecordTypeInfo');
  const isById = stateOf(self).recordTypes.some((one) => nameOf(one) instanceof ApexId);
  const map = new ApexMap(tx.types.map(isById ? T.Id : T.String, type));
  for (const one of stateOf(self).recordTypes) {
    const key = nameOf(one);
    map.items.set(hashKey(key), { key, value: new PlatformObject(type, one, one.id) });
  }
  return map;
}

export const DESCRIBE_SOBJECT_RESULT: LibraryType = {
  name: 'Schema.DescribeSObjectResult',
  members: {
    'property fields:Schema.SObjectTypeFields': (tx, self: PlatformObject) =>
      platformObject(tx, 'Schema.SObjectTypeFields', stateOf(self), stateOf(self).name),
    'property name:String': (_tx, self: PlatformObject) => stateOf(self).name,
    'property label:String': (_tx, self: PlatformObject) => stateOf(self).label,
    'getName():String': (_tx, self: PlatformObject) => stateOf(self).name,
    'getLocalName():String': (_tx, self: PlatformObject) => stateOf(self).name,
    'getLabel():String': (_tx, self: PlatformObject) => stateOf(self).label,
    'getLabelPlural():String': (_tx, self: PlatformObject) => stateOf(self).labelPlural,
    'getKeyPrefix():String': (_tx, self: PlatformObject) => stateOf(self).keyPrefix,
    'getSObjectType():Schema.SObjectType': (tx, self: PlatformObject) => objectToken(tx, stateOf(self).name),
    'isAccessible():Boolean': (tx, self: PlatformObject) => rightsOf(tx, self).read,
    'isCreateable():Boolean': (tx, self: PlatformObject) => rightsOf(tx, self).create,
    'isUpdateable():Boolean': (tx, self: PlatformObject) => rightsOf(tx, self).edit,
    'isDeletable():Boolean': (tx, self: PlatformObject) => rightsOf(tx, self).delete,
    'isUndeletable():Boolean': (tx, self: PlatformObject) =>
      stateOf(self).isUndeletable && rightsOf(tx, self).delete,
    'isMergeable():Boolean': (tx, self: PlatformObject) =>
      stateOf(self).isMergeable && rightsOf(tx, self).delete && rightsOf(tx, self).edit,
    'isQueryable():Boolean': (tx, self: PlatformObject) =>
      stateOf(self).kind !== 'event' && rightsOf(tx, self).read,
    'isSearchable():Boolean': (_tx, self: PlatformObject) => stateOf(self).isSearchable,
    'isCustom():Boolean': (_tx, self: PlatformObject) => stateOf(self).name.endsWith('__c'),
    'isCustomSetting():Boolean': () => false,
    'getChildRelationships():List<Schema.ChildRelationship>': (tx, self: PlatformObject) => {
      const type = tx.types.find('Schema.ChildRelationship') ?? refuse(tx, 'the type ChildRelationship');
      return listOf(
        tx,
        type,
        stateOf(self).children.map(
          (child) => new PlatformObject(type, child, `${child.object}.${child.field}`),
        ),
      );
    },
    'getRecordTypeInfos():List<Schema.RecordTypeInfo>': (tx, self: PlatformObject) => {
      const map = recordTypes(tx, self, (one) => one.developerName);
      const type = tx.types.find('Schema.RecordTypeInfo') ?? refuse(tx, 'the type RecordTypeInfo');
      return new ApexList(
        tx.types.list(type),
        [...map.items.values()].map(({ value }) => value),
      );
    },
    'getRecordTypeInfosByDeveloperName():Map<String,Schema.RecordTypeInfo>': (tx, self: PlatformObject) =>
      recordTypes(tx, self, (one) => one.developerName),
    'getRecordTypeInfosByName():Map<String,Schema.RecordTypeInfo>': (tx, self: PlatformObject) =>
      recordTypes(tx, self, (one) => one.name),
    'getRecordTypeInfosById():Map<Id,Schema.RecordTypeInfo>': (tx, self: PlatformObject) =>
      recordTypes(tx, self, (one) => new ApexId(one.id)),
  },
};

export const SOBJECT_TYPE_FIELDS: LibraryType = {
  name: 'Schema.SObjectTypeFields',
  members: {
    'getMap():Map<String,Schema.SObjectField>': (tx, self: PlatformObject) =>
      fieldTokens(tx, stateOf(self).name),
  },
};

export const DESCRIBE_OF_TYPE: LibraryType = {
  name: 'Schema.SObjectType',
  members: {
    'getDescribe():Schema.DescribeSObjectResult': (tx, self: PlatformObject) =>
      describeObject(tx, objectOfToken(self)),
    'getDescribe(Schema.SObjectDescribeOptions):Schema.DescribeSObjectResult': (tx, self: PlatformObject) =>
      describeObject(tx, objectOfToken(self)),
  },
};

const recordTypeOf = (self: PlatformObject): OrgRecordType => self.state as OrgRecordType;

export const RECORD_TYPE_INFO: LibraryType = {
  name: 'Schema.RecordTypeInfo',
  members: {
    'getName():String': (_tx, self: PlatformObject) => recordTypeOf(self).name,
    'getDeveloperName():String': (_tx, self: PlatformObject) => recordTypeOf(self).developerName,
    'getRecordTypeId():Id': (_tx, self: PlatformObject) => new ApexId(recordTypeOf(self).id),
    'isActive():Boolean': (_tx, self: PlatformObject) => recordTypeOf(self).isActive,
    'isAvailable():Boolean': (_tx, self: PlatformObject) => recordTypeOf(self).isActive,
    'isMaster():Boolean': (_tx, self: PlatformObject) => recordTypeOf(self).isMaster,
    'isDefaultRecordTypeMapping():Boolean': (_tx, self: PlatformObject) => recordTypeOf(self).isMaster,
  },
};

const childOf = (self: PlatformObject): OrgChildRelationship => self.state as OrgChildRelationship;

export const CHILD_RELATIONSHIP: LibraryType = {
  name: 'Schema.ChildRelationship',
  members: {
    'getRelationshipName():String': (_tx, self: PlatformObject) => childOf(self).name,
    'getChildSObject():Schema.SObjectType': (tx, self: PlatformObject) =>
      objectToken(tx, childOf(self).object),
    'getField():Schema.SObjectField': (tx, self: PlatformObject) =>
      fieldToken(tx, childOf(self).object, childOf(self).field),
  },
};

function describeAll(tx: Transaction, names: ApexList | null): ApexList {
  const type = tx.types.find('Schema.DescribeSObjectResult') ?? refuse(tx, 'the type DescribeSObjectResult');
  return listOf(
    tx,
    type,
    given(tx, names).items.map((name) => {
      const object = name === null ? undefined : tx.org.schema.object(String(name));
      return object === undefined
        ? tx.raise(
            'InvalidParameterValueException',
            `Invalid sobject provided. The Schema.describeSObject() methods does not support the ${String(name)} sobject.`,
          )
        : describeObject(tx, object.name);
    }),
  );
}

export const SCHEMA: LibraryType = {
  name: 'Schema',
  members: {
    'static describeSObjects(List<String>):List<Schema.DescribeSObjectResult>': (
      tx,
      _type,
      names: ApexList | null,
    ) => describeAll(tx, names),
    'static describeSObjects(List<String>,Schema.SObjectDescribeOptions):List<Schema.DescribeSObjectResult>':
      (tx, _type, names: ApexList | null) => describeAll(tx, names),
    'static getGlobalDescribe():Map<String,Schema.SObjectType>': (tx) => {
      const type = tx.types.find('Schema.SObjectType') ?? refuse(tx, 'the type Schema.SObjectType');
      const map = new ApexMap(tx.types.map(T.String, type), true);
      for (const name of tx.org.schema.objectNames()) {
        const key = name.toLowerCase();
        map.items.set(hashKey(key), { key, value: objectToken(tx, name) });
      }
      return map;
    },
  },
};
