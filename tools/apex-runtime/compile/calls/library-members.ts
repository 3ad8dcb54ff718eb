import type { Signature } from '../../library/lookup.ts';
import { callImplementation } from '../../library/registry-contract.ts';
import type { Implementation } from '../../library/registry-contract.ts';
import type { Evaluate, Frame } from '../../model/class-model.ts';
import type { Transaction } from '../../model/transaction.ts';
import type { Type } from '../../model/types.ts';
import { ApexObject } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import { bindArguments, convertArguments, pickOverload } from './arguments.ts';
import type { Environment } from '../environment.ts';
import { nullReference } from '../expressions/null-reference.ts';
import { readPlace, valueOf } from '../expressions/operand.ts';
import type { Place, ValueOperand } from '../expressions/operand.ts';
import type { Scope } from '../scope.ts';

/** A property of the platform; `self` is null for static ones. Undefined: there is none. */
export function libraryProperty(
  { library }: Environment,
  type: Type,
  self: Evaluate | null,
  name: string,
  line: number,
): ValueOperand | undefined {
  const getter = library.property(type, name, self === null);
  if (getter === undefined) return undefined;
  const setter = library.setter(type, name, self === null);
  const place: Place = {
    target: self ?? (() => null),
    load: (frame, target) => {
      frame.tx.position.line = line;
      return callImplementation(getter.implementation, frame.tx, selfOf(frame, self, target as Value), []);
    },
    store: (frame, target, value) => {
      if (setter !== undefined) {
        callImplementation(setter.implementation, frame.tx, selfOf(frame, self, target as Value), [value]);
      }
    },
  };
  const evaluate = readPlace(place);
  return setter === undefined
    ? valueOf(getter.returnType, evaluate)
    : valueOf(getter.returnType, evaluate, place);
}

/** A call of a method of the platform; null: no overload takes these arguments. */
export function libraryCall(
  { library }: Environment,
  type: Type,
  self: Evaluate | null,
  name: string,
  args: readonly ValueOperand[],
  scope: Scope,
  line: number,
): ValueOperand | null {
  const candidates = library.methods(type, name, self === null);
  const shown = `${type.name}.${name}`;
  const signature = pickOverload(candidates, parametersOf, args, scope, line, shown);
  if (signature === null) return null;
  const evaluators = convertArguments(args, signature.parameters, scope, line);
  const { implementation, returnType } = signature;
  if (self === null || !library.isInterface(type)) {
    return valueOf(returnType, implementationCall(implementation, self, evaluators, line));
  }
  return valueOf(returnType, contractCall(implementation, self, signature.name, evaluators, line));
}

/** `new` of a type of the platform; null: no constructor takes these arguments. */
export function libraryConstruction(
  { library }: Environment,
  type: Type,
  args: readonly ValueOperand[],
  scope: Scope,
  line: number,
): ValueOperand | null {
  const candidates = library.constructors(type);
  const signature = pickOverload(candidates, parametersOf, args, scope, line, `new ${type.name}`);
  if (signature === null) return null;
  const evaluators = convertArguments(args, signature.parameters, scope, line);
  return valueOf(type, implementationCall(signature.implementation, null, evaluators, line));
}

function parametersOf(signature: Signature): readonly Type[] {
  return signature.parameters;
}

type Run = (tx: Transaction, self: Value, ...args: readonly Value[]) => Value | void;

function implementationCall(
  implementation: Implementation,
  self: Evaluate | null,
  evaluators: readonly Evaluate[],
  line: number,
): Evaluate {
  const run = implementation as Run;
  const [first] = evaluators;
  const target = self ?? (() => null);
  if (first === undefined) {
    return (frame) => {
      const object = selfOf(frame, self, target(frame));
      frame.tx.position.line = line;
      return run(frame.tx, object) ?? null;
    };
  }
  if (evaluators.length === 1) {
    return (frame) => {
      const object = target(frame);
      const argument = first(frame);
      frame.tx.position.line = line;
      return run(frame.tx, selfOf(frame, self, object), argument) ?? null;
    };
  }
  const bind = bindArguments(evaluators);
  return (frame) => {
    const object = target(frame);
    const args = bind(frame);
    frame.tx.position.line = line;
    return run(frame.tx, selfOf(frame, self, object), ...args) ?? null;
  };
}

/** A class of the sources may stand behind an interface of the platform. */
function contractCall(
  implementation: Implementation,
  self: Evaluate,
  name: string,
  evaluators: readonly Evaluate[],
  line: number,
): Evaluate {
  const run = implementation as Run;
  const bind = bindArguments(evaluators);
  return (frame) => {
    const object = self(frame);
    const args = bind(frame);
    frame.tx.position.line = line;
    if (object instanceof ApexObject) return frame.tx.callByName(object, name, args) ?? null;
    return run(frame.tx, selfOf(frame, self, object), ...args) ?? null;
  };
}

function selfOf(frame: Frame, self: Evaluate | null, value: Value): Value {
  return self === null || value !== null ? value : nullReference(frame.tx);
}
