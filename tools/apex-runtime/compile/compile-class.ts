import { createMethod } from '../language/class-factory.ts';
import type { ClassSource } from '../language/class-source.ts';
import type { BlockStatement } from '../language/statement-ast.ts';
import type { FieldModel, Frame, MethodModel } from '../model/class-model.ts';
import { CompileError, UnsupportedApex } from '../model/errors.ts';
import { T } from '../model/types.ts';
import type { Value } from '../model/values.ts';
import { construct } from './activate.ts';
import { sequence } from './statements/compile-statement.ts';
import { RETURN } from './statements/completion.ts';
import type { Compiler } from './compiler.ts';
import { constructorBody } from './classes/constructors.ts';
import { compileInitializers } from './classes/initializers.ts';
import type { CompiledInitializers } from './classes/initializers.ts';
import { checkPlatformContracts } from './classes/platform-contracts.ts';
import { Scope } from './scope.ts';

/** What a class and its inner classes cannot be compiled for. */
export type Problem = CompileError | UnsupportedApex;

/** Compiles all bodies of a class and its inner classes; a problem in one body does not hide those of the others. */
export function compileClass(compiler: Compiler, source: ClassSource): readonly Problem[] {
  const problems: Problem[] = [];
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof CompileError) && !(error instanceof UnsupportedApex)) throw error;
      problems.push(error);
    }
  };
  const { model } = source;
  attempt(() => {
    checkPlatformContracts(compiler.environment, model);
  });
  let instance: CompiledInitializers | null = null;
  attempt(() => {
    instance = compileInitializers(compiler, model, source.instanceInitializers, false);
  });
  attempt(() => {
    compileStatics(compiler, source);
  });
  const bodies = new Map(source.bodies.map(({ method, body }) => [method, body]));
  for (const constructor of model.constructors) {
    attempt(() => {
      compileConstructor(compiler, constructor, bodies.get(constructor), instance);
    });
  }
  const accessors = accessorFields(source);
  for (const [method, body] of bodies) {
    if (method.isConstructor) continue;
    attempt(() => {
      compileMethod(compiler, method, body, accessors.get(method) ?? null);
    });
  }
  model.construct = (tx, constructor, args) =>
    construct(tx, constructor ?? plainConstructor(source), [...args]);
  for (const inner of source.inner) problems.push(...compileClass(compiler, inner));
  return problems;
}

function plainConstructor({ model }: ClassSource): MethodModel {
  const found = model.constructors.find((constructor) => constructor.parameters.length === 0);
  if (found === undefined) throw new UnsupportedApex(`new ${model.name}() without arguments`);
  return found;
}

function compileStatics(compiler: Compiler, { model, staticInitializers }: ClassSource): void {
  const compiled = compileInitializers(compiler, model, staticInitializers, true);
  if (compiled === null) return;
  model.staticInitializer = {
    ...createMethod(model, '<clinit>', { parameters: [], line: model.line, isStatic: true }),
    localCount: compiled.localCount,
    body: (frame) => {
      compiled.execute(frame);
      return null;
    },
  };
}

function accessorFields({ model }: ClassSource): ReadonlyMap<MethodModel, FieldModel> {
  const found = new Map<MethodModel, FieldModel>();
  for (const field of model.fields.values()) {
    if (field.getter !== undefined) found.set(field.getter, field);
    if (field.setter !== undefined) found.set(field.setter, field);
  }
  return found;
}

function scopeOf(method: MethodModel, accessorOf: FieldModel | null): Scope {
  const scope = new Scope({
    owner: method.owner,
    isStatic: method.isStatic,
    isConstructing: method.isConstructor,
    returnType: method.returnType,
    accessorOf,
    localCount: 0,
  });
  for (const { name, type } of method.parameters) scope.add(name, type);
  return scope;
}

function compileConstructor(
  compiler: Compiler,
  constructor: MethodModel,
  body: BlockStatement | undefined,
  instance: CompiledInitializers | null,
): void {
  const scope = scopeOf(constructor, null);
  constructor.body = constructorBody(compiler, body?.statements ?? [], instance, scope, constructor.line);
  constructor.localCount = scope.body.localCount;
}

function compileMethod(
  compiler: Compiler,
  method: MethodModel,
  node: BlockStatement,
  accessorOf: FieldModel | null,
): void {
  const scope = scopeOf(method, accessorOf);
  const { execute, completes } = sequence(compiler, node.statements, scope);
  const { returnType } = method;
  if (completes && returnType !== T.Void) {
    scope.fail(method.line, `Missing return statement required return type: ${returnType.name}`);
  }
  method.localCount = scope.body.localCount;
  method.body = (frame: Frame): Value => (execute(frame) === RETURN ? frame.returned : null);
}
