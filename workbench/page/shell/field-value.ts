import type { OrgRecord } from '../../org/org-record.ts';
import { h } from './dom.ts';
import { objectOfId } from './objects.ts';

const RECORD_ID = /^[a-zA-Z0-9]{18}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T/;

/** Names of records by id, as far as they are known. */
export type RecordNames = ReadonlyMap<string, string>;

/** A stored value for people: times in local spelling, references as links, check boxes as words. */
export function renderValue(
  value: OrgRecord[string] | undefined,
  names: RecordNames,
  open: (recordId: string) => void,
): Node | string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'object') return '';
  const text = String(value);
  if (typeof value === 'string' && DATE_TIME.test(value)) {
    return new Date(value).toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'medium' });
  }
  if (!RECORD_ID.test(text) || objectOfId(text) === undefined) return text;
  return recordLink(text, names.get(text) ?? text, open);
}

export function recordLink(recordId: string, label: string, open: (recordId: string) => void): HTMLElement {
  return h(
    'a',
    {
      href: '#',
      onclick: (event) => {
        event.preventDefault();
        open(recordId);
      },
    },
    label,
  );
}
