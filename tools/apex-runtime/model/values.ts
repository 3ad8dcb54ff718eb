import type { ClassModel } from './class-model.ts';
import type { Type } from './types.ts';

/**
 * Values as Apex holds them. null, Boolean and String are JavaScript's own; an Integer is a number, a Long a bigint.
 * What one can do with them stands in ../values.
 */
export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | ApexDecimal
  | ApexDouble
  | ApexId
  | ApexDate
  | ApexDatetime
  | ApexTime
  | ApexBlob
  | ApexList
  | ApexSet
  | ApexMap
  | ApexObject
  | ApexEnum
  | ApexRecord
  | PlatformObject;

/** `unscaled` × 10^-`scale`; the scale is kept, as in `1.50`. */
export class ApexDecimal {
  readonly unscaled: bigint;
  readonly scale: number;
  constructor(unscaled: bigint, scale: number) {
    this.unscaled = unscaled;
    this.scale = scale;
  }
}

export class ApexDouble {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

/** 18 characters. */
export class ApexId {
  readonly value: string;
  constructor(value: string) {
    this.value = value;
  }
}

/** Days since 1970-01-01. */
export class ApexDate {
  readonly days: number;
  constructor(days: number) {
    this.days = days;
  }
}

/** Milliseconds since 1970-01-01T00:00:00Z. */
export class ApexDatetime {
  readonly ms: number;
  constructor(ms: number) {
    this.ms = ms;
  }
}

/** Milliseconds since midnight. */
export class ApexTime {
  readonly ms: number;
  constructor(ms: number) {
    this.ms = ms;
  }
}

export class ApexBlob {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

export class ApexList {
  readonly type: Type;
  items: Value[];
  constructor(type: Type, items: Value[] = []) {
    this.type = type;
    this.items = items;
  }
}

/** By the key that `hashKey` (../values/equality.ts) gives an element. */
export class ApexSet {
  readonly type: Type;
  readonly items = new Map<unknown, Value>();
  constructor(type: Type) {
    this.type = type;
  }
}

/** By the key that `hashKey` (../values/equality.ts) gives a key. */
export class ApexMap {
  readonly type: Type;
  readonly items = new Map<unknown, { readonly key: Value; value: Value }>();
  /** Of maps of the describe: get, containsKey, put and remove take names in any case; the key set does not. */
  readonly hasFoldedKeys: boolean;
  constructor(type: Type, hasFoldedKeys = false) {
    this.type = type;
    this.hasFoldedKeys = hasFoldedKeys;
  }
}

/** An instance of a class of the sources, or an exception of the platform. */
export class ApexObject {
  readonly classModel: ClassModel;
  /** By the slots of the fields. */
  readonly fields: Value[] = [];
  /** Of exceptions. */
  exception: ExceptionState | null = null;
  constructor(classModel: ClassModel) {
    this.classModel = classModel;
  }
}

export interface ExceptionState {
  message: string | null;
  /** What an AuraHandledException was made with: a component is told it, `getMessage` does not answer it. */
  forComponent?: string | null;
  cause: ApexObject | null;
  /** Set by the first throw. */
  stack: readonly StackLine[];
  /** What a DmlException knows of its rows. */
  rows: readonly DmlError[];
  /** Of a QueryException in user mode: the fields that the user cannot read, by object. */
  inaccessible?: ReadonlyMap<string, readonly string[]>;
}

/** `Class.Outer.Inner.method: line 12, column 1` */
export interface StackLine {
  readonly owner: string;
  readonly file: string;
  readonly line: number;
}

export interface DmlError {
  readonly index: number;
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
  readonly recordId: string | null;
}

export class ApexEnum {
  readonly type: Type;
  readonly name: string;
  readonly ordinal: number;
  constructor(type: Type, name: string, ordinal: number) {
    this.type = type;
    this.name = name;
    this.ordinal = ordinal;
  }
}

/** A record in memory. Names are in lower case. */
export class ApexRecord {
  /** `List<Account>` has records of the type Account; `SObject` is never the type of a record. */
  readonly type: Type;
  readonly fields = new Map<string, Value>();
  /** Parents, and children as lists, that a query read or code put. */
  readonly related = new Map<string, Value>();
  /** The fields that a query read; null when the record was constructed: every field may be read then. */
  queried: ReadonlySet<string> | null = null;
  constructor(type: Type) {
    this.type = type;
  }
}

/** A value of a platform type: `Database.SaveResult`, `Schema.DescribeFieldResult`, `Pattern`, ... */
export class PlatformObject {
  readonly type: Type;
  readonly state: unknown;
  /** Values of one type with the same key are equal and the same key in a Set or Map; null: equal to itself only. */
  readonly key: string | null;
  /** As `String.valueOf` shows it; null: that is not known. */
  readonly text: string | null;
  constructor(type: Type, state: unknown, key: string | null = null, text: string | null = null) {
    this.type = type;
    this.state = state;
    this.key = key;
    this.text = text;
  }
}
