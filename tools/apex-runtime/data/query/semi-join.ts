import type { OrgField, StoredValue } from '../../model/org-schema.ts';
import type { Query } from '../../language/query-ast.ts';
import type { QueryRun } from './query-run.ts';

/** `Id IN (SELECT AccountId FROM Contact)`: the values of the one column. */
export type PlanSubQuery = (query: Query, field: OrgField) => (run: QueryRun) => readonly StoredValue[];
