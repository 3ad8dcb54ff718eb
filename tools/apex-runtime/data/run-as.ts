import type { Frame } from '../model/class-model.ts';
import { UnsupportedApex } from '../model/errors.ts';
import { ApexRecord } from '../model/values.ts';
import type { Value } from '../model/values.ts';
import { idOfRecord } from './dml/write-row.ts';

/** `System.runAs(user) { ... }`: as another user, with its sharing, and free of mixed DML. Only tests have it. */
export function runAs(frame: Frame, user: Value, body: () => void): void {
  const { tx } = frame;
  if (tx.test === null) throw new UnsupportedApex('System.runAs outside of a test', { ...tx.position });
  if (!(user instanceof ApexRecord)) {
    tx.raise('NullPointerException', 'Attempt to de-reference a null object');
  }
  const id = user instanceof ApexRecord ? idOfRecord(user) : null;
  if (id === null || tx.org.find(id) === undefined) {
    throw new UnsupportedApex('System.runAs with a user that was not inserted', { ...tx.position });
  }
  tx.governor.count('dmlStatements');
  const before = { userId: tx.userId, ...tx.writtenObjects };
  tx.userId = id;
  tx.writtenObjects.setup = null;
  tx.writtenObjects.other = null;
  try {
    body();
  } finally {
    tx.userId = before.userId;
    tx.writtenObjects.setup = before.setup;
    tx.writtenObjects.other = before.other;
  }
}
