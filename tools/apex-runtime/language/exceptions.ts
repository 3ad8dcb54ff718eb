import { UnsupportedApex } from '../model/errors.ts';
import type { Transaction } from '../model/transaction.ts';
import type { TypeTable } from '../model/types.ts';
import { ApexObject } from '../model/values.ts';
import { createClassModel } from './class-factory.ts';
import { isException } from './members.ts';

/** Classes of the platform have no statics of their own. */
const NO_STATICS = -1;

/** Defines `Exception` and the platform's exceptions. */
export function defineExceptions(types: TypeTable, names: readonly string[]): void {
  const root = createClassModel(types, {
    name: 'Exception',
    simpleName: 'Exception',
    index: NO_STATICS,
    isPlatform: true,
    isVirtual: true,
    isAbstract: true,
  });
  for (const name of names) {
    if (name.toLowerCase() === 'exception') continue;
    const simpleName = name.slice(name.lastIndexOf('.') + 1);
    createClassModel(types, { name, simpleName, index: NO_STATICS, isPlatform: true, superType: root.type });
  }
}

/** An exception of the platform by its name without `System.`; it is not thrown yet. */
export function makeException(tx: Transaction, type: string, message: string | null): ApexObject {
  const model = tx.types.find(type)?.classModel;
  if (model === undefined || !isException(model))
    throw new UnsupportedApex(`the exception ${type}`, { ...tx.position });
  const exception = new ApexObject(model);
  exception.exception = { message, cause: null, stack: [], rows: [] };
  return exception;
}
