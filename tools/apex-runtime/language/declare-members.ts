import type { ClassModel, FieldModel, MethodModel, Parameter, Visibility } from '../model/class-model.ts';
import { CompileError } from '../model/errors.ts';
import { T } from '../model/types.ts';
import type { Type } from '../model/types.ts';
import type { TypeRef } from './ast.ts';
import type { ClassSource } from './class-source.ts';
import type {
  Accessor,
  FieldDeclaration,
  Member,
  MethodDeclaration,
  PropertyDeclaration,
} from './declaration-ast.ts';
import { createMethod } from './class-factory.ts';
import { hasSameParameters } from './members.ts';
import { checkMethod } from './method-rules.ts';
import { readModelModifiers } from './modifiers.ts';
import type { ReadModifiers } from './modifiers.ts';
import { nameProblem } from './reserved-words.ts';
import type { NamedThing } from './reserved-words.ts';
import { resolveType } from './resolve-type.ts';
import type { TypeNames } from './resolve-type.ts';

/** Fields, properties, methods and constructors of a class and its inner classes, with their types. */
export function declareMembers(names: TypeNames, source: ClassSource): void {
  const declare = new MemberDeclarer(names, source);
  for (const member of source.declaration.members) declare.member(member);
  declare.implicitConstructor();
  for (const inner of source.inner) declareMembers(names, inner);
}

class MemberDeclarer {
  readonly #names: TypeNames;
  readonly #source: ClassSource;
  readonly #model: ClassModel;

  constructor(names: TypeNames, source: ClassSource) {
    this.#names = names;
    this.#source = source;
    this.#model = source.model;
  }

  member(member: Member): void {
    switch (member.kind) {
      case 'method':
        return this.#method(member);
      case 'field':
        return this.#field(member);
      case 'property':
        return this.#property(member);
      case 'initializer': {
        const list = member.isStatic ? this.#source.staticInitializers : this.#source.instanceInitializers;
        if (member.isStatic) this.#checkStatic(member.line);
        list.push({ kind: 'block', body: member.body });
        return;
      }
      case 'type':
        return;
    }
  }

  /** Without it each place that constructs would need a second way. */
  implicitConstructor(): void {
    const model = this.#model;
    if (model.kind !== 'class' || model.constructors.length > 0) return;
    model.constructors.push(
      createMethod(model, model.simpleName, {
        parameters: [],
        isConstructor: true,
        visibility: 'public',
        line: model.line,
      }),
    );
  }

  #method(node: MethodDeclaration): void {
    const model = this.#model;
    const modifiers = readModelModifiers(node.modifiers, model.file, node.line);
    this.#checkName(node.name, node.isConstructor ? 'class' : 'method', node.line);
    if (modifiers.isStatic) this.#checkStatic(node.line);
    const isContract = model.kind === 'interface';
    const method = createMethod(model, node.isConstructor ? model.simpleName : node.name, {
      parameters: this.#parameters(node),
      returnType: node.returnType === null ? T.Void : this.#resolve(node.returnType),
      isStatic: modifiers.isStatic,
      isAbstract: modifiers.isAbstract || isContract,
      isVirtual: modifiers.isVirtual || modifiers.isAbstract || modifiers.isOverride || isContract,
      isOverride: modifiers.isOverride,
      isConstructor: node.isConstructor,
      visibility: isContract ? 'public' : (modifiers.visibility ?? 'private'),
      isTestVisible: modifiers.isTestVisible,
      annotations: modifiers.isTest ? withTestAnnotation(modifiers) : modifiers.annotations,
      line: node.line,
    });
    checkMethod(method, node);
    if (node.isConstructor && node.name.toLowerCase() !== model.simpleName.toLowerCase()) {
      this.#fail(node.line, `Invalid constructor name: ${node.name}`);
    }
    const key = node.name.toLowerCase();
    const same = node.isConstructor ? model.constructors : (model.methods.get(key) ?? []);
    if (same.some((other) => hasSameParameters(other, method))) {
      this.#fail(node.line, `Method already defined: ${node.name}`);
    }
    same.push(method);
    if (!node.isConstructor) model.methods.set(key, same);
    if (node.body !== null) this.#source.bodies.push({ method, body: node.body });
  }

  #parameters(node: MethodDeclaration): readonly Parameter[] {
    const seen = new Set<string>();
    return node.parameters.map(({ name, type, line }) => {
      this.#checkName(name, 'variable', line);
      if (seen.has(name.toLowerCase())) this.#fail(line, `Duplicate parameter: ${name}`);
      seen.add(name.toLowerCase());
      return { name, type: this.#resolve(type) };
    });
  }

  #field(node: FieldDeclaration): void {
    const modifiers = readModelModifiers(node.modifiers, this.#model.file, node.line);
    const type = this.#resolve(node.type);
    for (const { name, initial, line } of node.variables) {
      const visibility = modifiers.visibility ?? 'private';
      const field = this.#add(name, type, modifiers, line, {
        isProperty: false,
        visibility,
        setVisibility: visibility,
      });
      if (initial === null) continue;
      const list = field.isStatic ? this.#source.staticInitializers : this.#source.instanceInitializers;
      list.push({ kind: 'field', field, value: initial, line });
    }
  }

  #property(node: PropertyDeclaration): void {
    const { getter, setter, line } = node;
    const modifiers = readModelModifiers(node.modifiers, this.#model.file, line);
    if (modifiers.isFinal) this.#fail(line, `Properties cannot be final: ${node.name}`);
    if (getter === null && setter === null) this.#fail(line, `Property must have an accessor: ${node.name}`);
    const visibility = modifiers.visibility ?? 'private';
    const visibilityOf = (accessor: Accessor): Visibility =>
      readModelModifiers(accessor.modifiers, this.#model.file, accessor.line).visibility ?? visibility;
    const field = this.#add(node.name, this.#resolve(node.type), modifiers, line, {
      isProperty: true,
      visibility: getter === null ? 'private' : visibilityOf(getter),
      setVisibility: setter === null ? null : visibilityOf(setter),
    });
    field.getter = this.#accessor(field, getter, [], field.type);
    field.setter = this.#accessor(field, setter, [{ name: 'value', type: field.type }], T.Void);
  }

  #accessor(
    field: FieldModel,
    accessor: Accessor | null,
    parameters: readonly Parameter[],
    returnType: Type,
  ): MethodModel | undefined {
    if (accessor === null || accessor.body === null) return undefined;
    const { isStatic, owner } = field;
    const method = createMethod(owner, `__sfdc_${field.name}`, {
      parameters,
      returnType,
      isStatic,
      line: accessor.line,
    });
    this.#source.bodies.push({ method, body: accessor.body });
    return method;
  }

  #add(
    name: string,
    type: Type,
    modifiers: ReadModifiers,
    line: number,
    kind: Pick<FieldModel, 'isProperty' | 'visibility' | 'setVisibility'>,
  ): FieldModel {
    const model = this.#model;
    this.#checkName(name, 'variable', line);
    if (modifiers.isStatic) this.#checkStatic(line);
    if (model.fields.has(name.toLowerCase())) this.#fail(line, `Duplicate field: ${name}`);
    const { isStatic, isFinal, isTransient, isTestVisible, annotations } = modifiers;
    const list = isStatic ? model.staticFields : model.instanceFields;
    const field: FieldModel = {
      name,
      owner: model,
      type,
      isStatic,
      isFinal,
      isTransient,
      isTestVisible,
      annotations,
      line,
      ...kind,
      slot: list.length,
      initialize: undefined,
      getter: undefined,
      setter: undefined,
    };
    model.fields.set(name.toLowerCase(), field);
    list.push(field);
    return field;
  }

  #resolve(ref: TypeRef): Type {
    return resolveType(this.#names, ref, this.#model);
  }

  #checkName(name: string, thing: NamedThing, line: number): void {
    const problem = nameProblem(name, thing);
    if (problem !== null) this.#fail(line, problem);
  }

  #checkStatic(line: number): void {
    if (this.#model.outer !== undefined) this.#fail(line, 'static is allowed in top-level classes only');
  }

  #fail(line: number, message: string): never {
    throw new CompileError({ file: this.#model.file, line }, message);
  }
}

function withTestAnnotation(modifiers: ReadModifiers): MethodModel['annotations'] {
  const { annotations } = modifiers;
  if (annotations.some(({ name }) => name === 'istest')) return annotations;
  return [...annotations, { name: 'istest', values: new Map() }];
}
