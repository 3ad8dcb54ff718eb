import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { OrgRecord } from '../../org/org-record.ts';
import { objectOf, textOf } from '../../org/org-record.ts';
import type { OrgHttpClient } from '../org-client.ts';
import type { SearchHit } from './global-header.ts';
import { OBJECTS, findObject, objectOfId } from './objects.ts';

const PEOPLE = ['Contact', 'Lead', 'Account'];
const MAX_HITS = 8;

/** What the pages of the shell read from the org; a record's name is its object's name field. */
export interface OrgData {
  list(object: string): Promise<readonly OrgRecord[]>;
  find(recordId: string): Promise<OrgRecord | undefined>;
  names(): Promise<ReadonlyMap<string, string>>;
  search(text: string): Promise<readonly SearchHit[]>;
}

export function recordName(record: OrgRecord): string {
  const name = textOf(record, findObject(objectOf(record)).nameField);
  const person = `${textOf(record, 'FirstName')} ${textOf(record, 'LastName')}`.trim();
  return name !== '' ? name : person !== '' ? person : record.Id;
}

/** The first number that a person or company can be called at. */
export function phoneOf(record: OrgRecord): string {
  return (
    ['Phone', 'MobilePhone', 'HomePhone'].map((field) => textOf(record, field)).find((text) => text !== '') ??
    ''
  );
}

/** A number as Amazon Connect reports it: E.164, without extension. */
export function connectNumber(text: string): string {
  return parsePhoneNumberFromString(text, 'US')?.number ?? text;
}

export function createOrgData(org: OrgHttpClient): OrgData {
  const listAll = (objects: readonly string[]): Promise<OrgRecord[]> =>
    Promise.all(objects.map((object) => org.records(object))).then((lists) => lists.flat());
  return {
    list: (object) => org.records(object),
    async find(recordId) {
      const object = objectOfId(recordId);
      if (object === undefined) return undefined;
      return (await org.records(object.apiName)).find(({ Id }) => Id === recordId);
    },
    async names() {
      const records = await listAll(OBJECTS.map(({ apiName }) => apiName));
      return new Map(records.map((record) => [record.Id, recordName(record)]));
    },
    async search(text) {
      const wanted = text.toLowerCase();
      const digits = text.replace(/\D/g, '');
      const records = await listAll(PEOPLE);
      return records
        .filter(
          (record) =>
            recordName(record).toLowerCase().includes(wanted) ||
            (digits.length > 2 && phoneOf(record).replace(/\D/g, '').includes(digits)),
        )
        .slice(0, MAX_HITS)
        .map((record) => ({
          recordId: record.Id,
          name: recordName(record),
          detail: phoneOf(record),
          object: findObject(objectOf(record)),
        }));
    },
  };
}
