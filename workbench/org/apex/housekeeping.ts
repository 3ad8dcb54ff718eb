import { SETTING_TYPE } from '../../../src/metadata/custom-metadata.ts';
import { textOf } from '../org-record.ts';
import type { OrgRecord } from '../org-record.ts';
import type { HousekeepingResult } from '../simulated-org.ts';
import type { ApexContext } from './apex-context.ts';

const OBJECT = 'Paceline_Interaction__c';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** An open interaction that nobody wrote to for so long was abandoned: an outbox entry lives no longer. */
const ABANDONED_AFTER_MS = 24 * HOUR_MS;
const DEFAULT_RETENTION_DAYS = 30;

function retentionDays(context: ApexContext): number {
  const configured = context
    .customMetadata()
    .filter((record) => record.type === SETTING_TYPE)
    .map((record) => record.fields['Retention_Days__c'])
    .filter((days): days is number => typeof days === 'number' && days > 0);
  return configured.length === 0 ? DEFAULT_RETENTION_DAYS : Math.max(...configured);
}

/** Twin of `PacelineHousekeeping`: closes what was left open, with an estimated end; then deletes what is too old. */
export function runHousekeeping(context: ApexContext): HousekeepingResult {
  const now = context.clock.now();
  const isOlder = (record: OrgRecord, field: string, ageMs: number): boolean =>
    now - Date.parse(textOf(record, field)) > ageMs;

  const abandoned = context.store
    .list(OBJECT)
    .filter((row) => row['Log_State__c'] === 'open' && isOlder(row, 'LastModifiedDate', ABANDONED_AFTER_MS));
  for (const row of abandoned) {
    context.dml.update({ userId: textOf(row, 'OwnerId'), mode: 'system' }, row.Id, {
      Log_State__c: 'closed',
      Estimated_End__c: true,
      Ended_At__c: textOf(row, 'Ended_At__c') || textOf(row, 'LastModifiedDate'),
    });
  }

  const expired = context.store
    .list(OBJECT)
    .filter((row) => isOlder(row, 'CreatedDate', retentionDays(context) * DAY_MS));
  for (const row of expired) context.store.remove(row.Id);
  return { closed: abandoned.length, purged: expired.length };
}
