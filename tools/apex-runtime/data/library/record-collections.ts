import type { LibraryType } from '../../library/registry-contract.ts';
import { refuse } from '../../library/support.ts';
import type { Transaction } from '../../model/transaction.ts';
import type { Type } from '../../model/types.ts';
import { ApexList, ApexRecord } from '../../model/values.ts';
import type { PlatformObject, Value, ApexMap } from '../../model/values.ts';
import { cloneRecord } from '../record-access.ts';
import { objectToken } from '../tokens.ts';

/** Read-only fields that a copy has only when asked for. */
const STAMPS = ['createdbyid', 'createddate', 'lastmodifiedbyid', 'lastmodifieddate'] as const;

function copyOf(tx: Transaction, value: Value, keepsId: boolean, keepsStamps: boolean): Value {
  if (value === null) return null;
  if (!(value instanceof ApexRecord)) return refuse(tx, 'deepClone of what is no record');
  const copy = cloneRecord(value, keepsId, true);
  if (!keepsStamps) for (const name of STAMPS) copy.fields.delete(name);
  const object = tx.org.schema.object(value.type.name);
  const hasAutoNumber = object?.fields.get('name')?.isCreateable === false && object.name.endsWith('__c');
  if (hasAutoNumber) copy.fields.delete('name');
  return copy;
}

/** The token of an element type; null: any records. */
function tokenOf(tx: Transaction, type: Type | undefined): PlatformObject | null {
  if (type?.kind !== 'sobject')
    return refuse(tx, `getSObjectType of a collection of ${type?.name ?? 'Object'}`);
  return type.name === 'SObject' ? null : objectToken(tx, type.name);
}

const copyList = (tx: Transaction, self: ApexList, keepsId: boolean, keepsStamps: boolean): ApexList =>
  new ApexList(
    self.type,
    self.items.map((item) => copyOf(tx, item, keepsId, keepsStamps)),
  );

/** What Lists and Maps of records know besides. */
export const RECORD_COLLECTIONS: readonly LibraryType[] = [
  {
    name: 'List',
    typeParameters: ['E'],
    members: {
      'getSObjectType():Schema.SObjectType': (tx, self: ApexList) => tokenOf(tx, self.type.args[0]),
      'deepClone():This': (tx, self: ApexList) => copyList(tx, self, false, false),
      'deepClone(Boolean):This': (tx, self: ApexList, keepsId: boolean | null) =>
        copyList(tx, self, keepsId === true, false),
      'deepClone(Boolean,Boolean):This': (
        tx,
        self: ApexList,
        keepsId: boolean | null,
        keepsStamps: boolean | null,
      ) => copyList(tx, self, keepsId === true, keepsStamps === true),
    },
  },
  {
    name: 'Map',
    typeParameters: ['K', 'V'],
    members: {
      'getSObjectType():Schema.SObjectType': (tx, self: ApexMap) => tokenOf(tx, self.type.args[1]),
    },
  },
];
