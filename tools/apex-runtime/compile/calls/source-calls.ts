import { enqueueFuture } from '../../data/jobs/enqueue.ts';
import { findImplementation } from '../../language/members.ts';
import { isVisible } from '../../language/visibility.ts';
import type { ClassModel, Evaluate, MethodModel } from '../../model/class-model.ts';
import { UnsupportedApex } from '../../model/errors.ts';
import type { Type } from '../../model/types.ts';
import { ApexObject } from '../../model/values.ts';
import { activate, staticsOf } from '../activate.ts';
import { bindArguments, convertArguments, pickOverload, typeNames } from './arguments.ts';
import { nullReference } from '../expressions/null-reference.ts';
import { valueOf } from '../expressions/operand.ts';
import type { ValueOperand } from '../expressions/operand.ts';
import type { Scope } from '../scope.ts';

export function parameterTypes(method: MethodModel): readonly Type[] {
  return method.parameters.map(({ type }) => type);
}

/** The overload that a call means; refuses what is not there or not visible. */
export function pickMethod(
  candidates: readonly MethodModel[],
  args: readonly ValueOperand[],
  scope: Scope,
  line: number,
  shown: string,
): MethodModel {
  const method = pickOverload(candidates, parameterTypes, args, scope, line, shown);
  if (method === null) {
    return scope.fail(line, `Method does not exist or incorrect signature: ${shown}(${typeNames(args)})`);
  }
  if (!isVisible(method, scope.owner))
    scope.fail(line, `Method is not visible: ${method.owner.name}.${method.name}`);
  return method;
}

export function staticCall(
  method: MethodModel,
  args: readonly ValueOperand[],
  scope: Scope,
  line: number,
): ValueOperand {
  const bind = bindArguments(convertArguments(args, parameterTypes(method), scope, line));
  const { owner } = method;
  if (method.annotations.some(({ name }) => name === 'future')) {
    return valueOf(method.returnType, (frame) => {
      const locals = bind(frame);
      frame.tx.position.line = line;
      enqueueFuture(frame.tx, method, locals);
      return null;
    });
  }
  return valueOf(method.returnType, (frame) => {
    const { tx } = frame;
    const locals = bind(frame);
    tx.position.line = line;
    staticsOf(tx, owner);
    return activate(tx, method, null, locals);
  });
}

/** A call on an instance; of a virtual method the override of its class. */
export function instanceCall(
  method: MethodModel,
  self: Evaluate,
  args: readonly ValueOperand[],
  scope: Scope,
  line: number,
): ValueOperand {
  const bind = bindArguments(convertArguments(args, parameterTypes(method), scope, line));
  const pick = method.isVirtual ? virtualPick(method) : () => method;
  return valueOf(method.returnType, (frame) => {
    const { tx } = frame;
    const object = self(frame);
    const locals = bind(frame);
    tx.position.line = line;
    if (!(object instanceof ApexObject)) return nullReference(tx);
    return activate(tx, pick(object.classModel), object, locals);
  });
}

/** `super.name(...)` */
export function superCall(
  method: MethodModel,
  args: readonly ValueOperand[],
  scope: Scope,
  line: number,
): ValueOperand {
  if (method.isAbstract)
    scope.fail(line, `Abstract methods cannot be called: ${method.owner.name}.${method.name}`);
  const bind = bindArguments(convertArguments(args, parameterTypes(method), scope, line));
  return valueOf(method.returnType, (frame) => {
    const locals = bind(frame);
    frame.tx.position.line = line;
    return activate(frame.tx, method, frame.self, locals);
  });
}

function virtualPick(method: MethodModel): (model: ClassModel) => MethodModel {
  const known = new Map<ClassModel, MethodModel>();
  return (model) => {
    const cached = known.get(model);
    if (cached !== undefined) return cached;
    const found = findImplementation(model, method);
    if (found === undefined)
      throw new UnsupportedApex(`${method.owner.name}.${method.name} of a ${model.name}`);
    known.set(model, found);
    return found;
  };
}
