import { makeException } from '../../language/exceptions.ts';
import type { MethodModel } from '../../model/class-model.ts';
import type { Transaction } from '../../model/transaction.ts';
import { T } from '../../model/types.ts';
import type { Type } from '../../model/types.ts';
import { ApexObject } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import { construct } from '../activate.ts';
import { bindArguments, convertArguments, pickOverload, typeNames } from './arguments.ts';
import type { Environment } from '../environment.ts';
import { libraryConstruction } from './library-members.ts';
import { valueOf } from '../expressions/operand.ts';
import type { ValueOperand } from '../expressions/operand.ts';
import type { Scope } from '../scope.ts';
import { parameterTypes } from './source-calls.ts';

interface Constructor {
  readonly parameters: readonly Type[];
  /** Null: one of those that every exception has. */
  readonly declared: MethodModel | null;
}

/** Every exception has `()`, `(String)`, `(Exception)` and `(String, Exception)`, and those that its class declares. */
export function exceptionConstruction(
  environment: Environment,
  type: Type,
  args: readonly ValueOperand[],
  scope: Scope,
  line: number,
): ValueOperand {
  const model = type.classModel ?? scope.fail(line, `Invalid type: ${type.name}`);
  if (model.isAbstract) scope.fail(line, `Type cannot be constructed: ${type.name}`);
  const own = model.isPlatform ? libraryConstruction(environment, type, args, scope, line) : null;
  if (own !== null) return own;
  const root = environment.types.find('Exception') ?? T.Object;
  const common = [[], [T.String], [root], [T.String, root]].map((parameters) => ({
    parameters,
    declared: null,
  }));
  const declared = model.constructors
    .filter((constructor) => constructor.parameters.length > 0)
    .map((constructor) => ({ parameters: parameterTypes(constructor), declared: constructor }));
  const candidates: readonly Constructor[] = [...common, ...declared];
  const shown = `new ${type.name}`;
  const picked =
    pickOverload(candidates, ({ parameters }) => parameters, args, scope, line, shown) ??
    scope.fail(line, `Constructor not defined: ${type.name}(${typeNames(args)})`);
  const bind = bindArguments(convertArguments(args, picked.parameters, scope, line));
  const plain = model.constructors.find((constructor) => constructor.parameters.length === 0);
  return valueOf(type, (frame) => {
    const values = bind(frame);
    frame.tx.position.line = line;
    if (picked.declared !== null) return construct(frame.tx, picked.declared, values);
    const exception = plain === undefined ? bareInstance(frame.tx, type) : construct(frame.tx, plain, []);
    setState(exception, values);
    return exception;
  });
}

function bareInstance(tx: Transaction, type: Type): ApexObject {
  const exception = makeException(tx, type.name, null);
  for (let slot = 0; slot < exception.classModel.instanceSlots; slot++) exception.fields.push(null);
  return exception;
}

function setState(exception: ApexObject, values: readonly Value[]): void {
  const state = exception.exception;
  if (state === null) return;
  for (const value of values) {
    if (typeof value === 'string') state.message = value;
    else if (value instanceof ApexObject) state.cause = value;
  }
}
