import type { MethodModel } from '../model/class-model.ts';
import { CompileError } from '../model/errors.ts';
import { T } from '../model/types.ts';
import type { MethodDeclaration } from './declaration-ast.ts';

const TEST_ANNOTATIONS: readonly string[] = ['istest', 'testsetup'];

/** What the platform demands of a method by itself, whatever stands above its class. */
export function checkMethod(method: MethodModel, node: MethodDeclaration): void {
  const { owner, name, line } = method;
  const fail = (message: string): never => {
    throw new CompileError({ file: owner.file, line }, message);
  };
  const has = (annotation: string): boolean => method.annotations.some((each) => each.name === annotation);
  if (owner.kind === 'class') {
    if (method.isAbstract && !owner.isAbstract)
      fail(`Class must be abstract to have the abstract method ${name}`);
    if (method.isAbstract && node.body !== null) fail(`Abstract methods cannot have a body: ${name}`);
    if (!method.isAbstract && node.body === null) fail(`Method must have a body: ${name}`);
    if ((method.isAbstract || method.isOverride) && method.visibility === 'private')
      fail(`Abstract and override methods must be declared protected, public or global: ${name}`);
    if (method.isStatic && method.isVirtual)
      fail(`Static methods cannot be virtual, abstract or override: ${name}`);
  }
  if (TEST_ANNOTATIONS.some(has)) {
    if (!owner.isTest) fail(`Test methods must be in a test class: ${name}`);
    const isPlain = method.isStatic && method.parameters.length === 0 && method.returnType === T.Void;
    if (!isPlain) fail(`Test methods must be static, void and without parameters: ${name}`);
  }
  if (has('future') && (!method.isStatic || method.returnType !== T.Void)) {
    fail(`Future methods must be static and void: ${name}`);
  }
  if (has('auraenabled') && !method.isConstructor && method.isStatic && method.visibility !== 'public') {
    fail(`AuraEnabled methods must be public or global: ${name}`);
  }
}
