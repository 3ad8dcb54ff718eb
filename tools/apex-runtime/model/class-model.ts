import type { Transaction } from './transaction.ts';
import type { Type } from './types.ts';
import type { ApexObject, Value } from './values.ts';

export type Sharing = 'with' | 'without' | 'inherited' | 'unspecified';
export type Visibility = 'private' | 'protected' | 'public';

/** One activation of a method. */
export interface Frame {
  readonly locals: Value[];
  readonly self: Value;
  readonly tx: Transaction;
  /** What `return` left. */
  returned: Value;
}

/** A compiled expression. */
export type Evaluate = (frame: Frame) => Value;

export interface Parameter {
  readonly name: string;
  readonly type: Type;
}

export interface MethodModel {
  readonly name: string;
  readonly owner: ClassModel;
  readonly parameters: readonly Parameter[];
  readonly returnType: Type;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  readonly isOverride: boolean;
  readonly isConstructor: boolean;
  readonly visibility: Visibility;
  readonly isTestVisible: boolean;
  readonly annotations: readonly Annotation[];
  readonly line: number;
  /** Set by the compiler; parameters are the first locals. A constructor's runs superclass and initializers too. */
  body: ((frame: Frame) => Value) | undefined;
  /** Number of locals, parameters included. */
  localCount: number;
}

export interface Annotation {
  /** Lower case: `auraenabled`. */
  readonly name: string;
  /** Lower-case names to the text of the values: `cacheable` to `true`. */
  readonly values: ReadonlyMap<string, string>;
}

export interface FieldModel {
  readonly name: string;
  readonly owner: ClassModel;
  readonly type: Type;
  readonly isStatic: boolean;
  readonly isFinal: boolean;
  readonly isTransient: boolean;
  readonly isProperty: boolean;
  /** Of reading; `setVisibility` is of writing, null where it cannot be written. */
  readonly visibility: Visibility;
  readonly setVisibility: Visibility | null;
  readonly isTestVisible: boolean;
  readonly annotations: readonly Annotation[];
  readonly line: number;
  /** Index in `ApexObject.fields`, or among the statics of the class. */
  slot: number;
  initialize: Evaluate | undefined;
  /** Accessors with a body. */
  getter: MethodModel | undefined;
  setter: MethodModel | undefined;
}

export interface ClassModel {
  /** Among all classes of the program: place of its statics in a transaction. */
  readonly index: number;
  /** `Outer.Inner` for inner classes. */
  readonly name: string;
  readonly simpleName: string;
  readonly kind: 'class' | 'interface' | 'enum';
  /** File name, `PacelineLedger.cls`; empty for the platform's own. */
  readonly file: string;
  readonly line: number;
  readonly outer: ClassModel | undefined;
  /** By lower-case simple name. */
  readonly inner: Map<string, ClassModel>;
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  readonly isTest: boolean;
  /** Exceptions of the platform and `Exception` itself. */
  readonly isPlatform: boolean;
  /** Inherited from the superclass where the class says nothing. */
  sharing: Sharing;
  readonly visibility: Visibility;
  readonly annotations: readonly Annotation[];
  type: Type;
  superType: Type | undefined;
  interfaces: readonly Type[];
  /** By lower-case name. */
  readonly fields: Map<string, FieldModel>;
  readonly methods: Map<string, MethodModel[]>;
  readonly constructors: MethodModel[];
  /** In the order of the source, without those of superclasses. */
  readonly instanceFields: FieldModel[];
  readonly staticFields: FieldModel[];
  /** Constants of an enum, in order. */
  readonly constants: string[];
  /** Fields of the superclasses come first. */
  instanceSlots: number;
  /** Runs the initializers and static blocks in the order of the source; set by the compiler. */
  staticInitializer: MethodModel | undefined;
  /** The constructor is undefined where the class declares none; set by the compiler. */
  construct:
    | ((tx: Transaction, constructor: MethodModel | undefined, args: readonly Value[]) => ApexObject)
    | undefined;
}
