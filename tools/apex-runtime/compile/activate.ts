import { lineage, superclassOf } from '../language/members.ts';
import type { ClassModel, MethodModel } from '../model/class-model.ts';
import { AssertionFailed, LimitExceeded, UnsupportedApex } from '../model/errors.ts';
import type { Transaction } from '../model/transaction.ts';
import { ApexObject } from '../model/values.ts';
import type { Value } from '../model/values.ts';

const MAX_DEPTH = 1000;

/** Runs a method; `locals` holds its arguments, converted already, and is used up. */
export function activate(tx: Transaction, method: MethodModel, self: Value, locals: Value[]): Value {
  const { body, owner } = method;
  if (body === undefined)
    throw new UnsupportedApex(`${owner.name}.${method.name} without a body`, { ...tx.position });
  const { calls, position } = tx;
  if (calls.length >= MAX_DEPTH) throw new LimitExceeded(`Maximum stack depth reached: ${MAX_DEPTH + 1}`);
  const call = { method, file: position.file, line: position.line };
  const wasEnforced = tx.isSharingEnforced;
  calls.push(call);
  position.file = owner.file;
  if (owner.sharing === 'with') tx.isSharingEnforced = true;
  else if (owner.sharing === 'without') tx.isSharingEnforced = false;
  for (let index = locals.length; index < method.localCount; index++) locals.push(null);
  try {
    return body({ locals, self, tx, returned: null });
  } catch (error) {
    if (isEnding(error) && error.apexStack.length === 0) error.apexStack = tx.stack();
    throw error;
  } finally {
    calls.pop();
    position.file = call.file;
    position.line = call.line;
    tx.isSharingEnforced = wasEnforced;
  }
}

/** What no catch clause sees: it says where it happened. */
function isEnding(error: unknown): error is LimitExceeded | AssertionFailed | UnsupportedApex {
  return (
    error instanceof LimitExceeded || error instanceof AssertionFailed || error instanceof UnsupportedApex
  );
}

/** The statics of a class, which its first use in a transaction initializes. */
export function staticsOf(tx: Transaction, model: ClassModel): Value[] {
  return tx.statics[model.index] ?? initialize(tx, model);
}

function initialize(tx: Transaction, model: ClassModel): Value[] {
  const above = superclassOf(model);
  if (above !== undefined && !above.isPlatform) staticsOf(tx, above);
  const statics: Value[] = model.staticFields.map(() => null);
  tx.statics[model.index] = statics;
  if (model.staticInitializer !== undefined) activate(tx, model.staticInitializer, null, []);
  return statics;
}

/** A new instance; the constructor runs those above it and the initializers. */
export function construct(tx: Transaction, constructor: MethodModel, args: Value[]): ApexObject {
  const model = constructor.owner;
  staticsOf(tx, model);
  const object = new ApexObject(model);
  for (let slot = 0; slot < model.instanceSlots; slot++) object.fields.push(null);
  if (isThrowable(model)) object.exception = { message: null, cause: null, stack: [], rows: [] };
  activate(tx, constructor, object, args);
  return object;
}

function isThrowable(model: ClassModel): boolean {
  return model.superType !== undefined && lineage(model).at(-1)?.name === 'Exception';
}
