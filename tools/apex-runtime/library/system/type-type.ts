import type { Transaction } from '../../model/transaction.ts';
import { collectionKind } from '../../model/types.ts';
import type { Type } from '../../model/types.ts';
import { ApexList, ApexMap, ApexSet, PlatformObject } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import { assignmentCost } from '../../language/assignability.ts';
import { sameValue } from '../../values/equality.ts';
import { splitTypes } from '../parse-signature.ts';
import type { LibraryType } from '../registry-contract.ts';
import { javaHash } from '../text/string-change.ts';
import { given, libraryType, refuse } from '../support.ts';

/** `X.class` */
export function makeTypeValue(tx: Transaction, type: Type): PlatformObject {
  return new PlatformObject(libraryType(tx, 'Type'), type, type.name, type.name);
}

export function typeOfValue(tx: Transaction, value: PlatformObject): Type {
  return tx.types.find(value.key ?? '') ?? refuse(tx, `the type ${value.key}`);
}

/** A class of the sources, an object of the org, a primitive or a collection of such by name. */
function findType(tx: Transaction, name: string): Type | undefined {
  const generic = /^(list|set|map)<(.+)>$/i.exec(name);
  if (generic !== null) {
    const args = splitTypes(generic[2] ?? '').map((part) => findType(tx, part));
    const known = args.filter((type) => type !== undefined);
    return known.length === args.length ? tx.types.generic(generic[1] ?? '', known) : undefined;
  }
  const [outer = '', inner] = name.split('.');
  const model = tx.classes.get(outer.toLowerCase());
  return (inner === undefined ? model : model?.inner.get(inner.toLowerCase()))?.type ?? tx.types.find(name);
}

/** Null: there is no type of that name. */
function typeForName(tx: Transaction, name: string): PlatformObject | null {
  if (/[[\]]/.test(name)) return refuse(tx, `Type.forName('${name}')`);
  const type = findType(tx, name.replace(/\s/g, ''));
  if (type === undefined) return null;
  return type.kind === 'platform' ? refuse(tx, `Type.forName('${name}')`) : makeTypeValue(tx, type);
}

function newInstance(tx: Transaction, type: Type): Value {
  if (type.kind === 'class' && type.classModel !== undefined) return tx.construct(type.classModel, []);
  switch (collectionKind(type)) {
    case 'List':
      return new ApexList(type);
    case 'Set':
      return new ApexSet(type);
    case 'Map':
      return new ApexMap(type);
    default:
      return refuse(tx, `newInstance() of ${type.name}`);
  }
}

export const TYPE: LibraryType = {
  name: 'Type',
  members: {
    'static forName(String):Type': (tx, _type, name: string | null) => typeForName(tx, given(tx, name)),
    'static forName(String,String):Type': (tx, _type, namespace: string | null, name: string | null) =>
      namespace === null || namespace === ''
        ? typeForName(tx, given(tx, name, 2))
        : refuse(tx, `Type.forName with the namespace ${namespace}`),
    'getName():String': (_tx, self: PlatformObject) => self.key,
    'toString():String': (_tx, self: PlatformObject) => self.key,
    'hashCode():Integer': (_tx, self: PlatformObject) => javaHash(self.key ?? ''),
    'newInstance():Object': (tx, self: PlatformObject) => newInstance(tx, typeOfValue(tx, self)),
    'isAssignableFrom(Type):Boolean': (tx, self: PlatformObject, other: PlatformObject | null) =>
      assignmentCost(typeOfValue(tx, given(tx, other)), typeOfValue(tx, self)) !== null,
    'equals(Object):Boolean': (tx, self: PlatformObject, other: Value) => sameValue(self, other, tx),
  },
};
