import type { Evaluate, Frame } from '../../model/class-model.ts';
import type { Type } from '../../model/types.ts';
import type { ApexList, Value } from '../../model/values.ts';

/** An element of a list as the target of an assignment. */
export interface ListPosition {
  readonly list: ApexList;
  readonly index: number;
}

/** What an assignment finds out once before it evaluates its value. */
export type Target = Value | ListPosition;

/** Where a value can be written. */
export interface Place {
  target(frame: Frame): Target;
  load(frame: Frame, target: Target): Value;
  store(frame: Frame, target: Target, value: Value): void;
  /** Of a local variable, for the short way. */
  readonly slot?: number;
}

export interface ValueOperand {
  readonly kind: 'value';
  readonly type: Type;
  readonly evaluate: Evaluate;
  readonly place?: Place;
  readonly isQuery?: boolean;
  readonly isSuper?: boolean;
  /** `Schema.SObjectType.Account`, or its `fields`: members are those of the object. */
  readonly describes?: { readonly object: string; readonly isFields: boolean };
  /** The chain holds `?.`: `evaluate` may answer `SKIPPED` (chains.ts). */
  readonly isChain?: boolean;
}

export interface TypeOperand {
  readonly kind: 'type';
  readonly type: Type;
}

export interface NamespaceOperand {
  readonly kind: 'namespace';
  readonly name: string;
}

/** What an expression, or a part of one, means. */
export type Operand = ValueOperand | TypeOperand | NamespaceOperand;

export function valueOf(type: Type, evaluate: Evaluate, place?: Place): ValueOperand {
  return place === undefined ? { kind: 'value', type, evaluate } : { kind: 'value', type, evaluate, place };
}

/** A place whose target is one value that was evaluated before. */
export function readPlace(place: Place): Evaluate {
  return (frame) => place.load(frame, place.target(frame));
}
