import type { ClassModel, MethodModel } from './class-model.ts';
import type { Governor } from './governor.ts';
import type { ApexOrg } from './apex-org.ts';
import type { TypeTable } from './types.ts';
import type { ApexObject, StackLine, Value } from './values.ts';

/** USER_MODE or SYSTEM_MODE of one statement. */
export type AccessMode = 'user' | 'system';

/** Work that a transaction leaves for later: it starts when the transaction was committed, or at `Test.stopTest`. */
export type AsyncWork =
  | { readonly kind: 'batch'; readonly job: ApexObject; readonly scope: number; readonly jobId: string }
  | { readonly kind: 'queueable'; readonly job: ApexObject; readonly jobId: string }
  | {
      readonly kind: 'future';
      readonly method: MethodModel;
      readonly args: readonly Value[];
      readonly jobId: string;
    }
  | {
      readonly kind: 'schedule';
      readonly job: ApexObject;
      readonly cron: string;
      readonly name: string;
      readonly jobId: string;
    };

/** A savepoint that code can still use. */
export interface SavedPoint {
  /** Where the org was. */
  readonly mark: number;
  /** Work for later that was there. */
  readonly workCount: number;
}

/** An active method. */
export interface Call {
  readonly method: MethodModel;
  /** Where its caller was. */
  readonly file: string;
  readonly line: number;
}

/** What only a test has. */
export interface TestState {
  /** Ids that `Search.query` answers from; null: none was set. */
  fixedSearchResults: readonly string[] | null;
  isStarted: boolean;
  isStopped: boolean;
  /** Counts outside of `Test.startTest` and `Test.stopTest`; null before and after. */
  outerGovernor: Governor | null;
  /** Carries out the work of `async`: `runTestWork` of run/test-work.ts. */
  readonly runWork: (tx: Transaction) => void;
}

/** What the code of one transaction can reach. One is made for each request, job or test method. */
export interface Transaction {
  readonly types: TypeTable;
  /** Top-level classes by lower-case name. */
  readonly classes: ReadonlyMap<string, ClassModel>;
  readonly org: ApexOrg;
  /** Counters of SOQL, DML, rows, ...; refuses what is over a limit. */
  governor: Governor;
  /** Null outside tests. */
  readonly test: TestState | null;
  /** 18 characters; `System.runAs` changes it for a block. */
  userId: string;
  /** Is sharing enforced where the code is now? */
  isSharingEnforced: boolean;
  /** Access mode where a statement names none: `system` up to API 66. */
  readonly defaultMode: AccessMode;
  /** Where the code is, for errors and stack traces. */
  readonly position: { file: string; line: number };
  /** The methods that are active, the innermost first, each with the line where it is. */
  stack(): readonly StackLine[];
  readonly calls: Call[];
  /** Statics by the index of their class; undefined until the class was used. */
  readonly statics: (Value[] | undefined)[];
  /** How often each coverage point of the program was passed. */
  readonly hits: Uint32Array;
  readonly async: AsyncWork[];
  /** Those that are still valid, the earliest first. */
  readonly savepoints: SavedPoint[];
  /** What is slow to make and depends on its key alone (formats of a time zone): one map for the whole program. */
  readonly memo: Map<string, unknown>;
  /** Lines of `System.debug`. */
  readonly debugLog: string[];
  /** Set-up and other objects that were written: mixing them is refused. */
  readonly writtenObjects: { setup: string | null; other: string | null };
  /** Calls a method; of a virtual one the override of `self`. Arguments have the types of the parameters already. */
  call(method: MethodModel, self: Value, args: readonly Value[]): Value;
  /** Calls `name` of an interface that the platform calls (`compareTo`, `execute`, `start`); undefined: no such method. */
  callByName(self: ApexObject, name: string, args: readonly Value[]): Value | undefined;
  construct(classModel: ClassModel, args: readonly Value[]): ApexObject;
  /** Throws an exception of the platform: `raise('StringException', 'Invalid id: x')`. */
  raise(type: string, message: string): never;
  /** Throws an exception object. */
  throwValue(exception: ApexObject): never;
}
