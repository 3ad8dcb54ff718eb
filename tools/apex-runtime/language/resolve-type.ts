import type { ClassModel } from '../model/class-model.ts';
import { CompileError, UnsupportedApex } from '../model/errors.ts';
import type { SourcePosition } from '../model/errors.ts';
import type { Type, TypeTable } from '../model/types.ts';
import type { TypeRef } from './ast.ts';
import { lineage } from './members.ts';
import { isClassVisible } from './visibility.ts';

/** What the library knows of its types' names. */
export interface LibraryNames {
  /** Its own spelling; undefined: it has no such type. */
  nameOf(name: string): string | undefined;
  /** Undefined: it has no such type; empty: the type takes no arguments. */
  typeParameters(name: string): readonly string[] | undefined;
}

export interface TypeNames {
  readonly types: TypeTable;
  /** Top-level classes by lower-case name. */
  readonly classes: ReadonlyMap<string, ClassModel>;
  readonly library: LibraryNames;
}

const COLLECTION_ARGUMENTS: Readonly<Record<string, number>> = { list: 1, set: 1, map: 2 };
const OPEN_NAMESPACES: readonly string[] = ['system', 'schema'];

/** The type that a reference in `from` means; throws where there is none. */
export function resolveType(names: TypeNames, ref: TypeRef, from: ClassModel, file = from.file): Type {
  const position = { file, line: ref.line };
  const args = (ref.parts.at(-1)?.args ?? []).map((arg) => resolveType(names, arg, from, file));
  const words = ref.parts.map((part) => part.name);
  let type = findType(names, words, args, from);
  // Neither a class of the sources nor one that the library has: the platform may know it all the same.
  if (type === undefined) throw new UnsupportedApex(`the type ${words.join('.')}${suffix(args)}`, position);
  checkVisible(type, from, position);
  for (let depth = 0; depth < ref.arrayDepth; depth++) type = names.types.list(type);
  return type;
}

/** The type of a dotted name; undefined: there is none. */
export function findType(
  names: TypeNames,
  words: readonly string[],
  args: readonly Type[],
  from: ClassModel | undefined,
): Type | undefined {
  const [first = '', ...rest] = words;
  if (rest.length === 0) return findSimple(names, first, args, from);
  if (OPEN_NAMESPACES.includes(first.toLowerCase()) && rest.length === 1) {
    return findOfPlatform(names, rest[0] ?? '', args);
  }
  if (args.length === 0) {
    const outer = findType(names, words.slice(0, -1), [], from)?.classModel;
    const inner = outer?.inner.get((rest.at(-1) ?? '').toLowerCase());
    if (inner !== undefined) return inner.type;
  }
  return findOfPlatform(names, words.join('.'), args);
}

function findSimple(
  names: TypeNames,
  name: string,
  args: readonly Type[],
  from: ClassModel | undefined,
): Type | undefined {
  if (args.length === 0) {
    const own = from === undefined ? undefined : findFromInside(name.toLowerCase(), from);
    const model = own ?? names.classes.get(name.toLowerCase());
    if (model !== undefined) return model.type;
  }
  return findOfPlatform(names, name, args);
}

/** Inner classes of the class, of those around it and of those above them; the classes themselves. */
function findFromInside(key: string, from: ClassModel): ClassModel | undefined {
  for (let around: ClassModel | undefined = from; around !== undefined; around = around.outer) {
    for (const at of lineage(around)) {
      const found =
        at.inner.get(key) ?? (at.simpleName.toLowerCase() === key && !at.isPlatform ? at : undefined);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function findOfPlatform(names: TypeNames, name: string, args: readonly Type[]): Type | undefined {
  const { types, library } = names;
  if (COLLECTION_ARGUMENTS[name.toLowerCase()] !== undefined) {
    return args.length === COLLECTION_ARGUMENTS[name.toLowerCase()] ? types.generic(name, args) : undefined;
  }
  if (args.length > 0) {
    const spelled = library.nameOf(name);
    const parameters = spelled === undefined ? undefined : library.typeParameters(spelled);
    return spelled !== undefined && parameters?.length === args.length
      ? types.generic(spelled, args)
      : undefined;
  }
  const type = types.find(name) ?? types.find(library.nameOf(name) ?? name);
  if (type === undefined || type.kind === 'null' || type.kind === 'void') return undefined;
  return type.classModel?.isPlatform === false ? undefined : type;
}

function checkVisible(type: Type, from: ClassModel, position: SourcePosition): void {
  if (type.classModel !== undefined && !isClassVisible(type.classModel, from)) {
    throw new CompileError(position, `Type is not visible: ${type.name}`);
  }
  if (type.name === 'void') throw new UnsupportedApex('void as a type', position);
}

function suffix(args: readonly Type[]): string {
  return args.length === 0 ? '' : `<${args.map((arg) => arg.name).join(',')}>`;
}
