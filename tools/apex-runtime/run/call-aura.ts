import { fromAuraJson, toAuraJson } from '../library/aura-json.ts';
import { activate, staticsOf } from '../compile/activate.ts';
import type { MethodModel } from '../model/class-model.ts';
import { UnsupportedApex } from '../model/errors.ts';
import type { Transaction } from '../model/transaction.ts';
import type { ApexProgram } from './program.ts';

/** An @AuraEnabled static method by `Class.method`; undefined: there is none. */
export function findAuraMethod(program: ApexProgram, name: string): MethodModel | undefined {
  const [className = '', methodName = ''] = name.split('.');
  const methods = program.classes.get(className.toLowerCase())?.methods.get(methodName.toLowerCase());
  return methods?.find(
    (method) => method.isStatic && method.annotations.some((annotation) => annotation.name === 'auraenabled'),
  );
}

/** Calls a method as a component does: parameters by name, the answer as JSON has it. Apex failures are thrown. */
export function callAuraEnabled(
  program: ApexProgram,
  tx: Transaction,
  name: string,
  params: Readonly<Record<string, unknown>>,
): unknown {
  const method = findAuraMethod(program, name);
  if (method === undefined) throw new UnsupportedApex(`an @AuraEnabled method ${name}`);
  const args = method.parameters.map((parameter) => fromAuraJson(tx, params[parameter.name], parameter.type));
  staticsOf(tx, method.owner);
  return toAuraJson(tx, activate(tx, method, null, args));
}
