import type { ClassModel } from './class-model.ts';

/**
 * - `primitive`: String, Id, Integer, ...; Object is one of them
 * - `collection`: List, Set, Map, with their arguments
 * - `sobject`: SObject or one object of the org
 * - `class`: a class or interface of the sources, or an exception of the platform
 * - `enum`: an enum of the sources or of the platform
 * - `platform`: any other type of the library, `Database.SaveResult`, `Iterable<String>`
 */
export type TypeKind =
  'primitive' | 'collection' | 'sobject' | 'class' | 'enum' | 'platform' | 'null' | 'void';

/** A static type. Equal types of one program are the same object. */
export interface Type {
  readonly name: string;
  readonly kind: TypeKind;
  readonly args: readonly Type[];
  /** Of `class` and of an `enum` of the sources. */
  readonly classModel?: ClassModel;
  /** The type above a `platform` type. */
  readonly superType?: Type;
}

const primitive = (name: string): Type => ({ name, kind: 'primitive', args: [] });

/** The types that need no declaration, the same in every program. */
export const T = {
  Object: primitive('Object'),
  String: primitive('String'),
  Id: primitive('Id'),
  Boolean: primitive('Boolean'),
  Integer: primitive('Integer'),
  Long: primitive('Long'),
  Double: primitive('Double'),
  Decimal: primitive('Decimal'),
  Date: primitive('Date'),
  Datetime: primitive('Datetime'),
  Time: primitive('Time'),
  Blob: primitive('Blob'),
  SObject: { name: 'SObject', kind: 'sobject', args: [] },
  Null: { name: 'null', kind: 'null', args: [] },
  Void: { name: 'void', kind: 'void', args: [] },
} as const satisfies Record<string, Type>;

const COLLECTIONS = ['List', 'Set', 'Map'] as const;
export type CollectionKind = (typeof COLLECTIONS)[number];

/** `List`, `Set` or `Map`; null for any other type. */
export function collectionKind(type: Type): CollectionKind | null {
  if (type.kind !== 'collection') return null;
  return COLLECTIONS.find((kind) => type.name.startsWith(`${kind}<`)) ?? null;
}

/** All types of one program by name, in any case. */
export class TypeTable {
  readonly #types = new Map<string, Type>(Object.values(T).map((type) => [type.name.toLowerCase(), type]));

  /** By full name without spaces: `String`, `Outer.Inner`, `Database.SaveResult`, `Map<String,List<Id>>`. */
  find(name: string): Type | undefined {
    return this.#types.get(name.toLowerCase());
  }

  /** Adds a type; one of that name that is there already is answered instead. */
  define(type: Type): Type {
    const key = type.name.toLowerCase();
    const known = this.#types.get(key);
    if (known !== undefined) return known;
    this.#types.set(key, type);
    return type;
  }

  list(of: Type): Type {
    return this.generic('List', [of]);
  }

  set(of: Type): Type {
    return this.generic('Set', [of]);
  }

  map(key: Type, value: Type): Type {
    return this.generic('Map', [key, value]);
  }

  /** A collection, or a platform type with arguments such as `Iterable<String>`, `Database.Batchable<SObject>`. */
  generic(name: string, args: readonly Type[]): Type {
    const collection = COLLECTIONS.find((kind) => kind.toLowerCase() === name.toLowerCase());
    return this.define({
      name: `${collection ?? name}<${args.map((arg) => arg.name).join(',')}>`,
      kind: collection === undefined ? 'platform' : 'collection',
      args,
    });
  }
}
