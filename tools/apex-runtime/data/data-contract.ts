import type { Expression } from '../language/ast.ts';
import type { Query, Search } from '../language/query-ast.ts';
import type { ApexSchema } from '../model/apex-org.ts';
import type { Evaluate, Frame } from '../model/class-model.ts';
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
  compileBind(expression: Expression): Typed;
}

/** `[SELECT ...]`: the type is a List of records, or Integer for `COUNT()`. `compileQuery` of compile-query.ts answers it. */
export type CompileQuery = (query: Query, environment: QueryEnvironment) => Typed;

/** `[FIND ...]`: the type is `List<List<SObject>>`. `compileSearch` of compile-search.ts. */
export type CompileSearch = (search: Search, environment: QueryEnvironment) => Typed;

export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';

/**
 * A DML statement on one record or a list; throws a DmlException. `runDml` of run-dml.ts.
 * `key` is the external id field of an upsert as it is written, `Account.Key__c` or `Key__c`; null: the Id.
 */
export type RunDml = (
  frame: Frame,
  operation: DmlOperation,
  records: Value,
  mode: AccessMode,
  key: string | null,
) => void;

/** `merge master duplicates`: a record, or its Id, or a list of them. `runMerge` of run-dml.ts. */
export type RunMerge = (frame: Frame, master: Value, duplicates: Value, mode: AccessMode) => void;
