import type { ClassModel, MethodModel } from '../model/class-model.ts';
import { T } from '../model/types.ts';
import type { TypeTable } from '../model/types.ts';

type Given = Pick<ClassModel, 'name' | 'simpleName' | 'index'> & Partial<ClassModel>;

/** A class without members whose type is defined. */
export function createClassModel(types: TypeTable, given: Given): ClassModel {
  const model: ClassModel = {
    kind: 'class',
    file: '',
    line: 0,
    outer: undefined,
    inner: new Map(),
    isAbstract: false,
    isVirtual: false,
    isTest: false,
    isPlatform: false,
    sharing: 'unspecified',
    visibility: 'public',
    annotations: [],
    superType: undefined,
    interfaces: [],
    fields: new Map(),
    methods: new Map(),
    constructors: [],
    instanceFields: [],
    staticFields: [],
    constants: [],
    instanceSlots: 0,
    staticInitializer: undefined,
    construct: undefined,
    type: T.Null,
    ...given,
  };
  const kind = model.kind === 'enum' ? 'enum' : 'class';
  model.type = types.define({ name: model.name, kind, args: [], classModel: model });
  return model;
}

/** An instance method that is public and has no body, but for what is given. */
export function createMethod(
  owner: ClassModel,
  name: string,
  given: Pick<MethodModel, 'parameters' | 'line'> & Partial<MethodModel>,
): MethodModel {
  return {
    name,
    owner,
    returnType: T.Void,
    isStatic: false,
    isAbstract: false,
    isVirtual: false,
    isOverride: false,
    isConstructor: false,
    visibility: 'public',
    isTestVisible: false,
    annotations: [],
    body: undefined,
    localCount: given.parameters.length,
    ...given,
  };
}
