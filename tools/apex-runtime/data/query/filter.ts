import type { StoredRecord } from '../../model/org-schema.ts';
import type { QueryRun } from './query-run.ts';

export type Test = (row: StoredRecord) => boolean;

/** Rows that may match, found by an index; undefined: there is none. */
export type Seek = (run: QueryRun, object: string) => readonly StoredRecord[] | undefined;

/** A condition of a query. `prepare` reads the values of one execution and answers the test of a row. */
export interface Filter {
  prepare(run: QueryRun): Test;
  /** Quick ways to a set of rows that holds all that match; the best one first. */
  readonly seeks: readonly Seek[];
}
