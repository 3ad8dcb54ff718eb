import type { ClassModel, Visibility } from '../model/class-model.ts';
import { CompileError } from '../model/errors.ts';
import { createClassModel } from './class-factory.ts';
import type { ClassSource } from './class-source.ts';
import type { TypeDeclaration } from './declaration-ast.ts';
import { readModelModifiers } from './modifiers.ts';
import { nameProblem } from './reserved-words.ts';
import type { TypeNames } from './resolve-type.ts';

/** Names and kinds of a class and its inner classes; what they refer to is resolved by `declareMembers`. */
export function declareClass(
  names: TypeNames,
  declaration: TypeDeclaration,
  file: string,
  nextIndex: () => number,
  outer?: ClassModel,
): ClassSource {
  const { name: simpleName, line, kind } = declaration;
  const fail = (message: string): never => {
    throw new CompileError({ file, line }, message);
  };
  const problem = nameProblem(simpleName, 'class');
  if (problem !== null) fail(problem);
  const modifiers = readModelModifiers(declaration.modifiers, file, line);
  checkPlace(outer, simpleName, kind, fail);
  const model = createClassModel(names.types, {
    name: outer === undefined ? simpleName : `${outer.name}.${simpleName}`,
    simpleName,
    index: nextIndex(),
    kind,
    file,
    line,
    outer,
    isAbstract: modifiers.isAbstract || kind === 'interface',
    isVirtual: modifiers.isVirtual || modifiers.isAbstract || kind === 'interface',
    isTest: modifiers.isTest || outer?.isTest === true,
    sharing: modifiers.sharing,
    visibility: modifiers.visibility ?? defaultVisibility(outer, modifiers.isTest, fail),
    annotations: modifiers.annotations,
    constants: checkConstants(declaration, fail),
  });
  if (model.type.classModel !== model) fail(`Duplicate class: ${model.name}`);
  const inner = declaration.members.flatMap((member) =>
    member.kind === 'type' ? [declareClass(names, member.declaration, file, nextIndex, model)] : [],
  );
  for (const { model: each } of inner) model.inner.set(each.simpleName.toLowerCase(), each);
  return { model, declaration, inner, bodies: [], instanceInitializers: [], staticInitializers: [] };
}

function checkPlace(
  outer: ClassModel | undefined,
  name: string,
  kind: TypeDeclaration['kind'],
  fail: (message: string) => never,
): void {
  if (outer === undefined) return;
  if (outer.outer !== undefined) fail(`Inner types are not allowed to have inner types: ${kind} ${name}`);
  if (outer.simpleName.toLowerCase() === name.toLowerCase()) fail(`Class already defined: ${name}`);
}

function defaultVisibility(
  outer: ClassModel | undefined,
  isTest: boolean,
  fail: (message: string) => never,
): Visibility {
  if (outer === undefined && !isTest) return fail('A top-level class must be declared public or global');
  return 'private';
}

function checkConstants(declaration: TypeDeclaration, fail: (message: string) => never): string[] {
  const seen = new Set<string>();
  for (const constant of declaration.constants) {
    if (seen.has(constant.toLowerCase())) fail(`Duplicate enum constant: ${constant}`);
    seen.add(constant.toLowerCase());
  }
  return [...declaration.constants];
}
