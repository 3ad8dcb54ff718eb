import type { Transaction } from '../model/transaction.ts';
import type { Value } from '../model/values.ts';

/**
 * How one member of the platform works. Typed parameters are allowed because the static types of a call were checked:
 * `(tx, self: string, prefix: string) => self.startsWith(prefix)`. `self` is never null for instance members; for
 * constructors and static members it is the type they were called on: `(tx, type: Type) => new ApexList(type)`.
 * Arguments may be null.
 */
export type Implementation = (tx: Transaction, self: never, ...args: never[]) => Value | void;

/**
 * A platform type: its members by signature.
 *
 * - `startsWith(String):Boolean` an instance method
 * - `static valueOf(Object):String` a static one
 * - `new(String)` a constructor
 * - `property name:String` and `static property NAME:String`; with `set name:String` beside it, it can be written
 *
 * Types are written as in Apex. `E`, `K`, `V` are the arguments of the type (`typeParameters`), `This` is the type itself.
 */
export interface LibraryType {
  readonly name: string;
  readonly typeParameters?: readonly string[];
  readonly superType?: string;
  /** Classes of the sources may implement it; its methods are then called by name. */
  readonly isInterface?: boolean;
  readonly members: Readonly<Record<string, Implementation>>;
}

export interface LibraryEnum {
  readonly name: string;
  readonly constants: readonly string[];
}

/** Exceptions of the platform all have the members of `Exception`. */
export interface Library {
  readonly types: readonly LibraryType[];
  readonly enums: readonly LibraryEnum[];
  readonly exceptions: readonly string[];
}

/** Calls an implementation with values whose types were checked. */
export function callImplementation(
  implementation: Implementation,
  tx: Transaction,
  self: Value,
  args: readonly Value[],
): Value {
  const run = implementation as (tx: Transaction, self: Value, ...args: readonly Value[]) => Value | void;
  return run(tx, self, ...args) ?? null;
}
