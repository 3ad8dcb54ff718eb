import type { OrgField, OrgObject } from '../../model/org-schema.ts';
import type { AccessMode } from '../../model/transaction.ts';
import type { Aggregation } from './aggregation.ts';
import type { FieldPath } from './field-path.ts';
import type { Filter } from './filter.ts';
import type { QueryRun } from './query-run.ts';

/** `null`: not written. */
export type QueryMode = AccessMode | 'security-enforced' | null;

export interface SortKey {
  readonly path: FieldPath;
  readonly isDescending: boolean;
  readonly isNullsLast: boolean;
}

/** What a field-level check looks at. */
export interface UsedField {
  readonly object: string;
  readonly field: OrgField;
}

interface Column {
  readonly key: string;
  readonly field: OrgField;
}

interface ParentShape {
  readonly relationship: string;
  readonly field: OrgField;
  /** Null: polymorphic, the object is that of the row. */
  readonly shape: RecordShape;
}

export interface ChildShape {
  /** In lower case. */
  readonly relationship: string;
  readonly field: OrgField;
  readonly plan: QueryPlan;
}

/** What the records of a query hold. */
export interface RecordShape {
  readonly columns: readonly Column[];
  readonly keys: ReadonlySet<string>;
  readonly parents: readonly ParentShape[];
  readonly children: readonly ChildShape[];
}

/** A query that can be carried out: every name in it is resolved. */
export interface QueryPlan {
  readonly object: OrgObject;
  readonly kind: 'records' | 'count' | 'aggregate';
  /** Of `records`. */
  readonly shape: RecordShape | null;
  /** Of `aggregate`. */
  readonly aggregation: Aggregation | null;
  readonly filter: Filter | null;
  readonly order: readonly SortKey[];
  readonly mode: QueryMode;
  readonly isForUpdate: boolean;
  readonly isAllRows: boolean;
  limit(run: QueryRun): number | null;
  offset(run: QueryRun): number;
  readonly selected: readonly UsedField[];
  /** In filters and sorting. */
  readonly filtered: readonly UsedField[];
}
