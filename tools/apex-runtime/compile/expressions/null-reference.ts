import type { Transaction } from '../../model/transaction.ts';

export function nullReference(tx: Transaction): never {
  return tx.raise('NullPointerException', 'Attempt to de-reference a null object');
}
