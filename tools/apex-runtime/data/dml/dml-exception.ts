import { makeException } from '../../language/exceptions.ts';
import type { Transaction } from '../../model/transaction.ts';
import type { DmlError } from '../../model/values.ts';
import type { RowResult } from './row-result.ts';

/** Throws a DmlException for the rows that failed: `Insert failed. First exception on row 0; first error: ...` */
export function throwDmlException(tx: Transaction, operation: string, results: readonly RowResult[]): never {
  const rows = results.flatMap(({ error, id }, index): readonly DmlError[] =>
    error === null ? [] : [{ index, ...error, recordId: id }],
  );
  const [first] = rows;
  const verb = operation.charAt(0).toUpperCase() + operation.slice(1);
  const row =
    first === undefined
      ? ''
      : `row ${first.index}${first.recordId === null ? '' : ` with id ${first.recordId}`}`;
  const exception = makeException(
    tx,
    'DmlException',
    `${verb} failed. First exception on ${row}; first error: ${first?.statusCode ?? ''}, ${first?.message ?? ''}: [${(first?.fields ?? []).join(', ')}]`,
  );
  if (exception.exception !== null) exception.exception = { ...exception.exception, rows };
  return tx.throwValue(exception);
}
