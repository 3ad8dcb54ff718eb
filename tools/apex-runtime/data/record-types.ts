import type { Type, TypeTable } from '../model/types.ts';

/** The type of an object's records. */
export function recordType(types: TypeTable, object: string): Type {
  return types.find(object) ?? types.define({ name: object, kind: 'sobject', args: [] });
}

/** Rows of a query with aggregates; their fields are the aliases. */
export const AGGREGATE_RESULT = 'AggregateResult';
