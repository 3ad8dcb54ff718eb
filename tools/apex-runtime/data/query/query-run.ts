import type { Expression } from '../../language/ast.ts';
import type { ApexSchema, OrgAccess } from '../../model/apex-org.ts';
import type { OrgObject } from '../../model/org-schema.ts';
import type { Transaction } from '../../model/transaction.ts';
import type { Value } from '../../model/values.ts';
import type { FieldPath } from './field-path.ts';

/** One execution of a query. */
export interface QueryRun {
  readonly tx: Transaction;
  readonly access: OrgAccess;
  /** Values of the binds, in the order in which the plan numbered them. */
  readonly binds: readonly Value[];
}

/** What planning a query needs to know; `from` is the object of its FROM. */
export interface PlanContext {
  readonly schema: ApexSchema;
  readonly from: OrgObject;
  readonly alias: string | null;
  /** Answers the number of the bind. */
  bind(expression: Expression): number;
  /** Notes a path that filters or sorts. */
  uses(path: FieldPath): void;
}
