import type { RecordMatch } from '../../../src/model/apex-contract.ts';
import { objectOf, textOf } from '../org-record.ts';
import type { OrgRecord } from '../org-record.ts';
import type { Access } from '../store/permissions.ts';
import type { ApexContext } from './apex-context.ts';

/** Where the second line of a match comes from. */
const DETAIL_FIELDS: Readonly<Record<string, string>> = {
  Account: 'BillingCity',
  Case: 'Subject',
  Contact: 'AccountId',
  Lead: 'Company',
};

function detailOf(context: ApexContext, access: Access, record: OrgRecord): string {
  const field = DETAIL_FIELDS[objectOf(record)];
  if (field === undefined || !context.permissions.ofField(access, objectOf(record), field).read) return '';
  if (field !== 'AccountId') return textOf(record, field);
  const account = context.dml.read(access, textOf(record, field));
  return account === null ? '' : textOf(account, 'Name');
}

/** A found record for the agent; `matchedNumber` is the phone field's text that matched. */
export function describeMatch(
  context: ApexContext,
  access: Access,
  record: OrgRecord,
  rank: number,
  matchedNumber: string | null,
): RecordMatch {
  const object = context.schema.objects.get(objectOf(record));
  const parts = [detailOf(context, access, record), matchedNumber ?? ''].filter((part) => part !== '');
  return {
    recordId: record.Id,
    objectApiName: objectOf(record),
    name: textOf(record, object?.nameField ?? 'Name') || record.Id,
    detail: parts.length === 0 ? null : parts.join(' · '),
    rank,
  };
}

/** The account that stands for a person-account contact; any other record stands for itself. */
export function collapsePersonAccount(context: ApexContext, access: Access, record: OrgRecord): OrgRecord {
  if (objectOf(record) !== 'Contact' || record['IsPersonAccount'] !== true) return record;
  return context.dml.read(access, textOf(record, 'AccountId')) ?? record;
}
