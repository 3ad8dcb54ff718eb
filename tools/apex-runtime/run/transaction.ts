import { activate } from '../compile/activate.ts';
import { findImplementation, lineage } from '../language/members.ts';
import { makeException } from '../language/exceptions.ts';
import type { ApexOrg } from '../model/apex-org.ts';
import type { ClassModel, MethodModel } from '../model/class-model.ts';
import { ThrownApex, UnsupportedApex } from '../model/errors.ts';
import type { Governor } from '../model/governor.ts';
import type {
  AccessMode,
  AsyncWork,
  Call,
  SavedPoint,
  TestState,
  Transaction,
} from '../model/transaction.ts';
import type { TypeTable } from '../model/types.ts';
import { ApexObject } from '../model/values.ts';
import type { StackLine, Value } from '../model/values.ts';
import { fitsType } from '../values/runtime-type.ts';
import { CountingGovernor } from './governor.ts';
import type { ApexProgram } from './program.ts';
import { runTestWork } from './test-work.ts';

export interface TransactionInput {
  readonly org: ApexOrg;
  readonly userId: string;
  readonly isTest?: boolean;
  /** Limits of asynchronous Apex. */
  readonly isAsync?: boolean;
  /** Of code whose class says nothing about sharing: components and REST enforce it, tests and jobs do not. */
  readonly isSharingEnforced?: boolean;
  /** User mode is the default from API 67 on. */
  readonly defaultMode?: AccessMode;
  /** Where coverage is counted; left out: nobody looks. */
  readonly hits?: Uint32Array;
}

export function createTransaction(program: ApexProgram, input: TransactionInput): Transaction {
  return new RunningTransaction(program, input);
}

class RunningTransaction implements Transaction {
  readonly types: TypeTable;
  readonly classes: ReadonlyMap<string, ClassModel>;
  readonly org: ApexOrg;
  readonly test: TestState | null;
  readonly defaultMode: AccessMode;
  readonly position = { file: '', line: 0 };
  readonly calls: Call[] = [];
  readonly statics: (Value[] | undefined)[];
  readonly hits: Uint32Array;
  readonly async: AsyncWork[] = [];
  readonly savepoints: SavedPoint[] = [];
  readonly memo: Map<string, unknown>;
  readonly debugLog: string[] = [];
  readonly writtenObjects: Transaction['writtenObjects'] = { setup: null, other: null };
  governor: Governor;
  userId: string;
  isSharingEnforced: boolean;

  constructor(program: ApexProgram, input: TransactionInput) {
    this.types = program.types;
    this.classes = program.classes;
    this.memo = program.memo;
    this.org = input.org;
    this.userId = input.userId;
    this.test =
      input.isTest === true
        ? {
            fixedSearchResults: null,
            isStarted: false,
            isStopped: false,
            outerGovernor: null,
            runWork: runTestWork,
          }
        : null;
    this.governor = new CountingGovernor(input.isAsync === true);
    this.isSharingEnforced = input.isSharingEnforced === true;
    this.defaultMode = input.defaultMode ?? 'system';
    this.hits = input.hits ?? new Uint32Array(program.points.length);
    this.statics = new Array<undefined>(program.classCount).fill(undefined);
  }

  stack(): readonly StackLine[] {
    const lines: StackLine[] = [];
    let { file, line } = this.position;
    for (const call of [...this.calls].reverse()) {
      lines.push({ owner: ownerOf(call.method), file, line });
      ({ file, line } = call);
    }
    return lines;
  }

  call(method: MethodModel, self: Value, args: readonly Value[]): Value {
    return activate(this, this.#implementation(method, self), self, [...args]);
  }

  callByName(self: ApexObject, name: string, args: readonly Value[]): Value | undefined {
    const method = this.#methodByName(self.classModel, name, args);
    return method === undefined ? undefined : activate(this, method, self, [...args]);
  }

  construct(classModel: ClassModel, args: readonly Value[]): ApexObject {
    if (classModel.construct === undefined) throw new UnsupportedApex(`an instance of ${classModel.name}`);
    const constructor = classModel.constructors.find(({ parameters }) => parameters.length === args.length);
    return classModel.construct(this, constructor, args);
  }

  raise(type: string, message: string): never {
    return this.throwValue(makeException(this, type, message));
  }

  throwValue(exception: ApexObject): never {
    const state = exception.exception;
    if (state !== null && state.stack.length === 0) state.stack = this.stack();
    throw new ThrownApex(exception);
  }

  #implementation(method: MethodModel, self: Value): MethodModel {
    if (!method.isVirtual || !(self instanceof ApexObject)) return method;
    return findImplementation(self.classModel, method) ?? method;
  }

  /** `execute` of a class that is a queueable and a batch is told apart by what is passed. */
  #methodByName(model: ClassModel, name: string, args: readonly Value[]): MethodModel | undefined {
    const candidates = lineage(model)
      .flatMap((at) => at.methods.get(name.toLowerCase()) ?? [])
      .filter(
        ({ isStatic, isAbstract, parameters }) =>
          !isStatic && !isAbstract && parameters.length === args.length,
      );
    if (candidates.length < 2) return candidates[0];
    return candidates.find(({ parameters }) =>
      parameters.every(({ type }, index) => fitsType(this.types, args[index] ?? null, type)),
    );
  }
}

function ownerOf(method: MethodModel): string {
  return `Class.${method.owner.name}.${method.isConstructor ? '<init>' : method.name}`;
}
