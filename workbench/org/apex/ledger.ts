import { createHash } from 'node:crypto';
import type { OrgRecord } from '../org-record.ts';
import { textOf } from '../org-record.ts';

/** What was carried out for a call. `done`: operation key to record id; `failed`: keys whose last attempt was refused. */
export interface Ledger {
  readonly done: Map<string, string>;
  readonly failed: Set<string>;
}

const KEY_LENGTH = 255;

/** Unique key of the interaction of one call of one user; over-long call keys are replaced by their hash. */
export function interactionKey(userId: string, callKey: string): string {
  const key = `${userId}|${callKey}`;
  if (key.length <= KEY_LENGTH) return key;
  return `${userId}|sha256:${createHash('sha256').update(callKey).digest('hex')}`;
}

export function readLedger(row: OrgRecord): Ledger {
  const stored = textOf(row, 'Ledger__c');
  if (stored === '') return { done: new Map(), failed: new Set() };
  const parsed = JSON.parse(stored) as { done: Record<string, string>; failed: string[] };
  return { done: new Map(Object.entries(parsed.done)), failed: new Set(parsed.failed) };
}

export function writeLedger(ledger: Ledger): string {
  return JSON.stringify({ done: Object.fromEntries(ledger.done), failed: [...ledger.failed] });
}
