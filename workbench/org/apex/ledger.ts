import { createHash } from 'node:crypto';
import type { OrgRecord } from '../org-record.ts';
import { textOf } from '../org-record.ts';
import type { WrapUp } from './wrap-up.ts';

/** Which operations of a call were carried out, with which record, and whose last attempt was refused. */
export interface Ledger {
  /** Record of an operation that was carried out, or null. */
  recordOf(operationKey: string): string | null;
  markDone(operationKey: string, recordId: string): void;
  markFailed(operationKey: string): void;
  failedCount(): number;
  /** How the Task takes what the agent enters; null where it does not, or before there is one. */
  wrapUp(): WrapUp | null;
  noteWrapUp(wrapUp: WrapUp | null): void;
  /** The text of the row's field. */
  write(): string;
}

const KEY_LENGTH = 255;

/** Unique key of the interaction of one call of one user; over-long call keys are replaced by their hash. */
export function interactionKey(userId: string, callKey: string): string {
  const key = `${userId}|${callKey}`;
  if (key.length <= KEY_LENGTH) return key;
  return `${userId}|sha256:${createHash('sha256').update(callKey).digest('hex')}`;
}

/** Keys are stored without the call key they begin with: the row is the call's. */
export function readLedger(row: OrgRecord, callKey: string): Ledger {
  const stored = textOf(row, 'Ledger__c') || '{"done":{},"failed":[]}';
  const parsed = JSON.parse(stored) as { done: Record<string, string>; failed: string[]; wrapUp?: WrapUp };
  let wrapUp = parsed.wrapUp ?? null;
  const done = new Map(Object.entries(parsed.done));
  const failed = new Set(parsed.failed);
  const prefix = `${callKey}|`;
  const shorten = (key: string): string => (key.startsWith(prefix) ? key.slice(prefix.length) : key);
  return {
    recordOf: (operationKey) => done.get(shorten(operationKey)) ?? null,
    markDone(operationKey, recordId) {
      done.set(shorten(operationKey), recordId);
      failed.delete(shorten(operationKey));
    },
    markFailed: (operationKey) => void failed.add(shorten(operationKey)),
    failedCount: () => failed.size,
    wrapUp: () => wrapUp,
    noteWrapUp: (next) => void (wrapUp = next),
    write: () =>
      JSON.stringify({
        done: Object.fromEntries(done),
        failed: [...failed],
        ...(wrapUp === null ? {} : { wrapUp }),
      }),
  };
}
