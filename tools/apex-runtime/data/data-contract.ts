import type { ParserRuleContext } from '@apexdevtools/apex-parser';
import type { Evaluate, Frame } from '../model/class-model.ts';
import type { ApexSchema } from '../model/apex-org.ts';
import type { AccessMode } from '../model/transaction.ts';
import type { Type, TypeTable } from '../model/types.ts';
import type { Value } from '../model/values.ts';

/** An expression with its static type. */
export interface Typed {
  readonly type: Type;
  readonly evaluate: Evaluate;
}

/** What compiling a query needs of the class around it. */
export interface QueryEnvironment {
  readonly schema: ApexSchema;
  readonly types: TypeTable;
  readonly file: string;
  /** Compiles the expression of a bind, `:name`. */
  compileBind(expression: ParserRuleContext): Typed;
}

/** `[SELECT ...]`: the type is a List of records, or Integer for `COUNT()`. `compileQuery` of compile-query.ts answers it. */
export type CompileQuery = (query: ParserRuleContext, environment: QueryEnvironment) => Typed;

export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge';

/** A DML statement on one record or a list; throws a DmlException. `runDml` of run-dml.ts. */
export type RunDml = (frame: Frame, operation: DmlOperation, records: Value, mode: AccessMode) => void;
