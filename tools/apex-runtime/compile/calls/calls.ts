import type { CallExpression } from '../../language/ast.ts';
import { findMethods, superclassOf } from '../../language/members.ts';
import { findType } from '../../language/resolve-type.ts';
import type { ClassModel } from '../../model/class-model.ts';
import type { Type } from '../../model/types.ts';
import { typeNames } from './arguments.ts';
import { link } from '../expressions/chains.ts';
import type { Compiler } from '../compiler.ts';
import { oneRow } from '../expressions/convert.ts';
import { enumTypeCall } from './enum-calls.ts';
import type { Environment } from '../environment.ts';
import { libraryCall } from './library-members.ts';
import { valueOf } from '../expressions/operand.ts';
import type { ValueOperand } from '../expressions/operand.ts';
import type { Scope } from '../scope.ts';
import { instanceCall, pickMethod, staticCall, superCall } from './source-calls.ts';

/** `name(...)`, `target.name(...)`, `Type.name(...)`, `super.name(...)` */
export function callOperand(compiler: Compiler, node: CallExpression, scope: Scope): ValueOperand {
  const { environment } = compiler;
  const { name, line, isSafe } = node;
  if (node.target === null)
    return bareCall(environment, name, compiler.values(node.args, scope), scope, line);
  const target = compiler.operand(node.target, scope);
  const args = compiler.values(node.args, scope);
  if (target.kind === 'value') {
    if (target.isSuper === true) return callOfSuper(target, name, args, scope, line);
    return link(target, isSafe, scope, (before) => callOfValue(environment, before, name, args, scope, line));
  }
  if (isSafe) scope.fail(line, `Safe navigation operator cannot be used on a type: ${name}`);
  const type =
    target.kind === 'type' ? target.type : findType(environment, target.name.split('.'), [], undefined);
  if (type === undefined) return scope.refuse(line, `${target.kind === 'type' ? '' : target.name}.${name}()`);
  return callOfType(environment, type, name, args, scope, line);
}

/** A method of the class, of those above it or of those around it. */
function bareCall(
  environment: Environment,
  name: string,
  args: readonly ValueOperand[],
  scope: Scope,
  line: number,
): ValueOperand {
  for (let at: ClassModel | undefined = scope.owner; at !== undefined; at = at.outer) {
    const candidates = findMethods(at, name);
    if (candidates.length === 0) continue;
    const method = pickMethod(candidates, args, scope, line, name);
    if (method.isStatic) return staticCall(method, args, scope, line);
    if (at !== scope.owner || scope.body.isStatic) {
      scope.fail(line, `Non static method cannot be referenced from a static context: ${name}`);
    }
    return instanceCall(method, (frame) => frame.self, args, scope, line);
  }
  const { type, superType } = scope.owner;
  if (!scope.body.isStatic && superType !== undefined) {
    const inherited = libraryCall(environment, type, (frame) => frame.self, name, args, scope, line);
    if (inherited !== null) return inherited;
  }
  return scope.fail(line, `Method does not exist or incorrect signature: ${name}(${typeNames(args)})`);
}

function callOfSuper(
  target: ValueOperand,
  name: string,
  args: readonly ValueOperand[],
  scope: Scope,
  line: number,
): ValueOperand {
  const above = superclassOf(scope.owner);
  const candidates = above === undefined ? [] : findMethods(above, name);
  if (candidates.length === 0) scope.refuse(line, `super.${name}() of ${target.type.name}`);
  return superCall(pickMethod(candidates, args, scope, line, `super.${name}`), args, scope, line);
}

function callOfType(
  environment: Environment,
  type: Type,
  name: string,
  args: readonly ValueOperand[],
  scope: Scope,
  line: number,
): ValueOperand {
  const shown = `${type.name}.${name}`;
  const model = type.classModel;
  if (model !== undefined && !model.isPlatform) {
    const ofEnum = enumTypeCall(environment, type, name, args, scope, line);
    if (ofEnum !== null) return ofEnum;
    const candidates = findMethods(model, name).filter((method) => method.isStatic);
    if (candidates.length === 0)
      scope.fail(line, `Method does not exist or incorrect signature: ${shown}(${typeNames(args)})`);
    return staticCall(pickMethod(candidates, args, scope, line, shown), args, scope, line);
  }
  const ofEnum = enumTypeCall(environment, type, name, args, scope, line);
  return (
    ofEnum ??
    libraryCall(environment, type, null, name, args, scope, line) ??
    scope.refuse(line, `${shown}(${typeNames(args)})`)
  );
}

function callOfValue(
  environment: Environment,
  target: ValueOperand,
  name: string,
  args: readonly ValueOperand[],
  scope: Scope,
  line: number,
): ValueOperand {
  const { type, evaluate } = target;
  const shown = `${type.name}.${name}`;
  const model = type.classModel;
  if (model !== undefined && !model.isPlatform) {
    const candidates = findMethods(model, name).filter((method) => !method.isStatic);
    if (candidates.length > 0) {
      return instanceCall(pickMethod(candidates, args, scope, line, shown), evaluate, args, scope, line);
    }
  }
  const found = libraryCall(environment, type, evaluate, name, args, scope, line);
  if (found !== null) return found;
  if (target.isQuery === true) return callOfRow(environment, target, name, args, scope, line);
  return scope.refuse(line, `${shown}(${typeNames(args)})`);
}

/** `[SELECT ...].getSObjectType()` of the one record. */
function callOfRow(
  environment: Environment,
  query: ValueOperand,
  name: string,
  args: readonly ValueOperand[],
  scope: Scope,
  line: number,
): ValueOperand {
  const { evaluate, type } = query;
  const row = valueOf(type.args[0] ?? type, (frame) => oneRow(frame.tx, evaluate(frame)));
  return callOfValue(environment, row, name, args, scope, line);
}
