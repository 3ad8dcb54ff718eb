import type { ClassModel, MethodModel } from '../model/class-model.ts';
import { CompileError, UnsupportedApex } from '../model/errors.ts';
import type { Type } from '../model/types.ts';
import type { ClassSource } from './class-source.ts';
import { findImplementation, hasSameParameters, isException, lineage, superclassOf } from './members.ts';
import { resolveType } from './resolve-type.ts';
import type { TypeNames } from './resolve-type.ts';

/** Superclass and interfaces of a class and its inner classes. */
export function resolveParents(names: TypeNames, source: ClassSource): void {
  const { model, declaration } = source;
  const from = model.outer ?? model;
  const fail = (message: string): never => {
    throw new CompileError({ file: model.file, line: model.line }, message);
  };
  if (declaration.superType !== null) {
    const type = resolveType(names, declaration.superType, from, model.file);
    const above = type.classModel;
    if (above === undefined || above.kind !== 'class') fail(`Invalid superclass: ${type.name}`);
    else if (above.isPlatform && above.name !== 'Exception')
      fail(`Non-virtual type cannot be extended: ${type.name}`);
    model.superType = type;
  }
  model.interfaces = declaration.interfaces.map((ref) => {
    const type = resolveType(names, ref, from, model.file);
    const isContract = type.classModel?.kind === 'interface' || type.kind === 'platform';
    return isContract ? type : fail(`Invalid interface: ${type.name}`);
  });
  for (const inner of source.inner) resolveParents(names, inner);
}

/** Refuses a class that is above itself, before anything walks up. */
export function checkCycles(source: ClassSource): void {
  const seen = new Set<ClassModel>();
  for (let at: ClassModel | undefined = source.model; at !== undefined; at = superclassOf(at)) {
    if (seen.has(at)) {
      throw new CompileError(
        { file: source.model.file, line: source.model.line },
        `Class is its own superclass: ${at.name}`,
      );
    }
    seen.add(at);
  }
  source.inner.forEach(checkCycles);
}

/** Gives fields their places, superclasses first, and checks what is overridden and implemented. */
export function layOut(source: ClassSource): void {
  const { model } = source;
  checkHeritage(model);
  const inherited = lineage(model)
    .slice(1)
    .reduce((sum, at) => sum + at.instanceFields.length, 0);
  model.instanceFields.forEach((field, index) => {
    field.slot = inherited + index;
  });
  model.instanceSlots = inherited + model.instanceFields.length;
  model.sharing = lineage(model).find((at) => at.sharing !== 'unspecified')?.sharing ?? 'unspecified';
  for (const method of [...model.methods.values()].flat()) checkOverride(model, method);
  if (model.kind === 'class' && !model.isAbstract) checkComplete(model);
  source.inner.forEach(layOut);
}

function checkHeritage(model: ClassModel): void {
  const above = superclassOf(model);
  if (above !== undefined && !above.isVirtual) {
    throw fail(model, model.line, `Non-virtual and non-abstract type cannot be extended: ${above.name}`);
  }
  const isNamedException = model.name.toLowerCase().endsWith('exception');
  if (isException(model) && !isNamedException) {
    throw fail(model, model.line, `Exception class must end with the word Exception: ${model.name}`);
  }
  if (!isException(model) && isNamedException && model.kind === 'class') {
    throw fail(model, model.line, `Class name must not end with the word Exception: ${model.name}`);
  }
}

/** Methods that every class inherits without declaring them. */
const OF_OBJECT: readonly string[] = ['tostring', 'equals', 'hashcode'];

function checkOverride(model: ClassModel, method: MethodModel): void {
  if (method.isStatic) return;
  const overridden = lineage(model)
    .slice(1)
    .flatMap((at) => at.methods.get(method.name.toLowerCase()) ?? [])
    .find((other) => !other.isStatic && other.visibility !== 'private' && hasSameParameters(other, method));
  const show = `${model.name}.${method.name}`;
  if (overridden === undefined) {
    if (
      !method.isOverride ||
      OF_OBJECT.includes(method.name.toLowerCase()) ||
      implementsContract(model, method)
    )
      return;
    if (isException(model))
      throw new UnsupportedApex(`an override of ${show}`, { file: model.file, line: method.line });
    throw fail(model, method.line, `Method does not override an ancestor method: ${show}`);
  }
  if (!method.isOverride) throw fail(model, method.line, `Method must use the override keyword: ${show}`);
  if (!overridden.isVirtual)
    throw fail(model, method.line, `Non-virtual methods cannot be overridden: ${show}`);
  if (overridden.returnType !== method.returnType) {
    throw fail(model, method.line, `Return type must be ${overridden.returnType.name}: ${show}`);
  }
  if (RANK[method.visibility] < RANK[overridden.visibility]) {
    throw fail(model, method.line, `Cannot reduce the visibility of the overridden method: ${show}`);
  }
}

const RANK = { private: 0, protected: 1, public: 2 } as const;

function implementsContract(model: ClassModel, method: MethodModel): boolean {
  return contractsOf(model).some((contract) =>
    contract.classModel === undefined
      ? true
      : (contract.classModel.methods.get(method.name.toLowerCase()) ?? []).some((other) =>
          hasSameParameters(other, method),
        ),
  );
}

/** All interfaces of a class, inherited ones included. */
export function contractsOf(model: ClassModel): readonly Type[] {
  const found = new Set<Type>();
  const visit = (type: Type): void => {
    found.add(type);
    type.classModel?.interfaces.forEach(visit);
  };
  for (const at of lineage(model)) at.interfaces.forEach(visit);
  return [...found];
}

/** A class that is not abstract has a body for every method that it is known by. */
function checkComplete(model: ClassModel): void {
  const asked = [
    ...contractsOf(model).flatMap((contract) => methodsOf(contract.classModel)),
    ...lineage(model)
      .slice(1)
      .flatMap(methodsOf)
      .filter((method) => method.isAbstract),
  ];
  for (const method of asked) {
    const found = findImplementation(model, method);
    const show = `${method.owner.name}.${method.name}`;
    if (found === undefined)
      throw fail(model, model.line, `Class ${model.name} must implement the method ${show}`);
    if (found.returnType !== method.returnType) {
      throw fail(model, found.line, `Return type must be ${method.returnType.name}: ${show}`);
    }
    if (found.visibility !== 'public' && method.owner.kind === 'interface') {
      throw fail(model, found.line, `Method must be public or global: ${model.name}.${found.name}`);
    }
  }
}

function methodsOf(model: ClassModel | undefined): readonly MethodModel[] {
  return [...(model?.methods.values() ?? [])].flat().filter((method) => !method.isStatic);
}

function fail(model: ClassModel, line: number, message: string): CompileError {
  return new CompileError({ file: model.file, line }, message);
}
