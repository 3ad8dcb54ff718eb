import type { ClassModel, FieldModel, MethodModel } from '../model/class-model.ts';

export function superclassOf(model: ClassModel): ClassModel | undefined {
  return model.superType?.classModel;
}

/** The class and those above it. */
export function lineage(model: ClassModel): readonly ClassModel[] {
  const all: ClassModel[] = [];
  for (let at: ClassModel | undefined = model; at !== undefined; at = superclassOf(at)) all.push(at);
  return all;
}

export function topLevel(model: ClassModel): ClassModel {
  return model.outer === undefined ? model : topLevel(model.outer);
}

export function isException(model: ClassModel): boolean {
  const root = lineage(model).at(-1);
  return root?.isPlatform === true && root.name === 'Exception';
}

export function findField(model: ClassModel, name: string): FieldModel | undefined {
  const key = name.toLowerCase();
  for (const at of lineage(model)) {
    const found = at.fields.get(key);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function hasSameParameters(a: MethodModel, b: MethodModel): boolean {
  return (
    a.parameters.length === b.parameters.length &&
    a.parameters.every((parameter, index) => parameter.type === b.parameters[index]?.type)
  );
}

/** All overloads, those that are overridden left out. */
export function findMethods(model: ClassModel, name: string): readonly MethodModel[] {
  const found: MethodModel[] = [];
  const key = name.toLowerCase();
  const visit = (at: ClassModel): void => {
    for (const method of at.methods.get(key) ?? []) {
      if (!found.some((other) => hasSameParameters(other, method))) found.push(method);
    }
    const above = superclassOf(at);
    if (above !== undefined) visit(above);
    for (const contract of at.interfaces) if (contract.classModel !== undefined) visit(contract.classModel);
  };
  visit(model);
  return found;
}

/** The method with a body that an instance of `model` answers a call of `method` with. */
export function findImplementation(model: ClassModel, method: MethodModel): MethodModel | undefined {
  if (method.visibility === 'private') return method;
  const key = method.name.toLowerCase();
  for (const at of lineage(model)) {
    const found = at.methods
      .get(key)
      ?.find((other) => !other.isStatic && !other.isAbstract && hasSameParameters(other, method));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The constants of a source enum stand in its model. */
export function enumOrdinal(model: ClassModel, name: string): number {
  return model.constants.findIndex((constant) => constant.toLowerCase() === name.toLowerCase());
}
