import type { RowError } from '../../model/apex-org.ts';

/** What came of one row of a DML statement. */
export interface RowResult {
  readonly isSuccess: boolean;
  /** Null for an insert that failed. */
  readonly id: string | null;
  /** Of upsert. */
  readonly isCreated: boolean;
  readonly error: RowError | null;
}

export const succeeded = (id: string, isCreated = false): RowResult => ({
  isSuccess: true,
  id,
  isCreated,
  error: null,
});

export const failed = (id: string | null, error: RowError): RowResult => ({
  isSuccess: false,
  id,
  isCreated: false,
  error,
});

export const rowError = (statusCode: string, message: string, fields: readonly string[] = []): RowError => ({
  statusCode,
  message,
  fields,
});
