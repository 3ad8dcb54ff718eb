import type { Transaction } from '../model/transaction.ts';
import { collectionKind, T } from '../model/types.ts';
import type { Type, TypeTable } from '../model/types.ts';
import { ApexEnum } from '../model/values.ts';
import type { Value } from '../model/values.ts';
import { parseSignature, splitTypes } from './parse-signature.ts';
import type { MemberText } from './parse-signature.ts';
import type { Implementation, Library, LibraryType } from './registry-contract.ts';

/** A member of the platform with its types. */
export interface Signature {
  readonly name: string;
  readonly parameters: readonly Type[];
  readonly returnType: Type;
  readonly implementation: Implementation;
  readonly isStatic: boolean;
}

interface Member extends MemberText {
  readonly implementation: Implementation;
}

interface Entry {
  readonly type: LibraryType;
  /** By `kind`, static or not, and lower-case name. */
  readonly members: ReadonlyMap<string, readonly Member[]>;
}

const memberKey = (kind: MemberText['kind'], isStatic: boolean, name: string): string =>
  `${kind} ${isStatic} ${name.toLowerCase()}`;

function readMembers(type: LibraryType): ReadonlyMap<string, readonly Member[]> {
  const members = new Map<string, Member[]>();
  for (const [text, implementation] of Object.entries(type.members)) {
    const member = parseSignature(text);
    if (member === null)
      throw new TypeError(
        `${type.name} of the library has the member "${text}": write it as LibraryType says`,
      );
    const key = memberKey(member.kind, member.isStatic, member.name);
    members.set(key, [...(members.get(key) ?? []), { ...member, implementation }]);
  }
  return members;
}

/** `self` of a static member and of a constructor is the type. */
function bindType(implementation: Implementation, type: Type): Implementation {
  const run = implementation as (tx: Transaction, self: unknown, ...args: readonly Value[]) => Value | void;
  return (tx: Transaction, _self: never, ...args: readonly Value[]) => run(tx, type, ...args);
}

/** Namespaces whose types need not be written with it. */
const OPEN_NAMESPACES = ['system', 'schema'] as const;

function baseName(type: Type): string {
  if (type.kind === 'collection') return (collectionKind(type) ?? '').toLowerCase();
  if (type.kind === 'sobject') return 'sobject';
  if (type.kind === 'enum') return 'enum';
  const name = type.name.toLowerCase();
  return type.args.length === 0 ? name : name.slice(0, name.indexOf('<'));
}

/** The platform's types of one program: their members by type and name. */
export class LibraryIndex {
  readonly #types: TypeTable;
  readonly #library: Library;
  readonly #raw = new Map<string, LibraryType>();
  readonly #entries = new Map<string, Entry>();
  readonly #constants = new Map<Type, readonly ApexEnum[]>();
  readonly #found = new Map<string, readonly Signature[]>();

  constructor(library: Library, types: TypeTable) {
    this.#types = types;
    this.#library = library;
    for (const type of library.types) this.#add(type);
    for (const type of library.types) this.#define(type);
    for (const { name, constants } of library.enums) {
      const type = types.define({ name, kind: 'enum', args: [] });
      this.#constants.set(
        type,
        constants.map((constant, ordinal) => new ApexEnum(type, constant, ordinal)),
      );
    }
  }

  /** A type may be declared in several places: its members come together. */
  #add(type: LibraryType): void {
    const key = type.name.toLowerCase();
    const known = this.#raw.get(key);
    this.#raw.set(
      key,
      known === undefined ? type : { ...known, ...type, members: { ...known.members, ...type.members } },
    );
  }

  #isException(name: string): boolean {
    return name === 'Exception' || this.#library.exceptions.includes(name);
  }

  /** Exceptions are classes: they are defined with the others of their kind. */
  #define(type: LibraryType): Type | undefined {
    if (type.typeParameters !== undefined || this.#isException(type.name)) return undefined;
    const above = type.superType === undefined ? undefined : this.#raw.get(type.superType.toLowerCase());
    const superType = above === undefined ? undefined : this.#define(above);
    return this.#types.define({
      name: type.name,
      kind: 'platform',
      args: [],
      ...(superType === undefined ? {} : { superType }),
    });
  }

  /** The library's own spelling of a type's name, with or without `System.` or `Schema.`, without type arguments. */
  nameOf(name: string): string | undefined {
    const key = name.toLowerCase();
    const names = [key, ...OPEN_NAMESPACES.map((space) => `${space}.${key}`)];
    for (const space of OPEN_NAMESPACES)
      if (key.startsWith(`${space}.`)) names.push(key.slice(space.length + 1));
    for (const each of names) {
      const found =
        this.#raw.get(each)?.name ??
        this.#library.enums.find((item) => item.name.toLowerCase() === each)?.name;
      if (found !== undefined) return found;
    }
    return this.#library.exceptions.find((exception) => names.includes(exception.toLowerCase()));
  }

  has(name: string): boolean {
    return this.nameOf(name) !== undefined;
  }

  /** The names of the type parameters: `['E']` of List; empty for a type without; undefined: there is no such type. */
  typeParameters(name: string): readonly string[] | undefined {
    const found = this.#raw.get((this.nameOf(name) ?? name).toLowerCase());
    return found === undefined ? undefined : (found.typeParameters ?? []);
  }

  isInterface(type: Type): boolean {
    return this.#raw.get(baseName(type))?.isInterface === true;
  }

  /** All methods of an interface of the platform, for the classes that implement it. */
  interfaceMethods(type: Type): readonly Signature[] {
    const entry = this.#entry(baseName(type));
    if (entry?.type.isInterface !== true) return [];
    return [...entry.members.values()]
      .flat()
      .filter((member) => member.kind === 'method' && !member.isStatic)
      .map((member) => this.#signature(entry, member, type));
  }

  /** Own methods of the type before those of the types above it. */
  methods(type: Type, name: string, isStatic: boolean): readonly Signature[] {
    return this.#members(type, 'method', name, isStatic);
  }

  property(type: Type, name: string, isStatic: boolean): Signature | undefined {
    return this.#members(type, 'property', name, isStatic)[0];
  }

  /** How a property is written; undefined: it cannot be. */
  setter(type: Type, name: string, isStatic: boolean): Signature | undefined {
    return this.#members(type, 'setter', name, isStatic)[0];
  }

  constructors(type: Type): readonly Signature[] {
    return this.#members(type, 'constructor', 'new', true);
  }

  /** In order; empty for what is no enum of the platform. */
  enumConstants(type: Type): readonly ApexEnum[] {
    return this.#constants.get(type) ?? [];
  }

  #entry(name: string): Entry | undefined {
    const known = this.#entries.get(name);
    if (known !== undefined) return known;
    const type = this.#raw.get(name);
    if (type === undefined) return undefined;
    const entry = { type, members: readMembers(type) };
    this.#entries.set(name, entry);
    return entry;
  }

  /** The names under which members of a type are found, its own first. */
  #lookedUpIn(type: Type): string[] {
    const names: string[] = [];
    for (let at: Type | undefined = type; at !== undefined; at = at.classModel?.superType ?? at.superType)
      names.push(baseName(at));
    for (let above = this.#raw.get(names.at(-1) ?? '')?.superType; above !== undefined;) {
      const key = above.toLowerCase();
      if (!names.includes(key)) names.push(key);
      above = this.#raw.get(key)?.superType;
    }
    return names.includes('object') ? names : [...names, 'object'];
  }

  #members(type: Type, kind: MemberText['kind'], name: string, isStatic: boolean): readonly Signature[] {
    const key = memberKey(kind, isStatic, name);
    const cacheKey = `${type.name} ${key}`;
    const known = this.#found.get(cacheKey);
    if (known !== undefined) return known;
    const signatures: Signature[] = [];
    const places = kind === 'constructor' ? [baseName(type)] : this.#lookedUpIn(type);
    for (const place of places) {
      const entry = this.#entry(place);
      if (entry === undefined) continue;
      for (const member of entry.members.get(key) ?? []) {
        const signature = this.#signature(entry, member, type);
        if (!signatures.some((other) => hasSameParameters(other, signature))) signatures.push(signature);
      }
    }
    this.#found.set(cacheKey, signatures);
    return signatures;
  }

  #signature(entry: Entry, member: Member, type: Type): Signature {
    const resolve = (text: string): Type => this.#resolve(text, entry.type, type);
    return {
      name: member.name,
      parameters: member.parameters.map(resolve),
      returnType: member.kind === 'constructor' ? type : resolve(member.result),
      implementation: member.isStatic ? bindType(member.implementation, type) : member.implementation,
      isStatic: member.isStatic,
    };
  }

  #resolve(text: string, owner: LibraryType, type: Type): Type {
    const name = text.trim();
    if (name === 'void') return T.Void;
    if (name === 'This') return type;
    const argument = type.args[owner.typeParameters?.indexOf(name) ?? -1];
    if (argument !== undefined) return argument;
    const generic = /^([\w.]+)<(.*)>$/.exec(name);
    if (generic !== null)
      return this.#types.generic(
        this.nameOf(generic[1] ?? '') ?? generic[1] ?? '',
        splitTypes(generic[2] ?? '').map((part) => this.#resolve(part, owner, type)),
      );
    const found = this.#types.find(this.nameOf(name) ?? name);
    if (found === undefined)
      throw new TypeError(`${owner.name} of the library names the type ${name}: there is none`);
    return found;
  }
}

function hasSameParameters(a: Signature, b: Signature): boolean {
  return (
    a.parameters.length === b.parameters.length &&
    a.parameters.every((type, index) => type === b.parameters[index])
  );
}
