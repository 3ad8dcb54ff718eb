import { RULE_TYPE, SETTING_TYPE } from '../../../src/metadata/custom-metadata.ts';
import type { CustomMetadataRecord } from '../../../src/metadata/custom-metadata.ts';
import type { FieldValue } from '../../../src/model/apex-contract.ts';
import type { InstalledPackage } from '../installed-package.ts';
import { textOf } from '../org-record.ts';
import type { OrgRecord } from '../org-record.ts';
import { putRecord } from '../seed/seed-setup.ts';
import type { RecordStore } from '../store/record-store.ts';

function find(store: RecordStore, type: string, developerName: string): OrgRecord | undefined {
  return store.list(type).find((record) => textOf(record, 'DeveloperName') === developerName);
}

/** Custom metadata live in the store as records, so that Apex can query them. */
export function storeMetadata(
  store: RecordStore,
  installed: InstalledPackage,
  at: string,
  record: CustomMetadataRecord,
): void {
  const names = {
    DeveloperName: record.developerName,
    MasterLabel: record.label,
    Label: record.label,
    Language: 'en_US',
    QualifiedApiName: record.developerName,
  };
  const known = find(store, record.type, record.developerName);
  if (known === undefined) putRecord(store, installed, at, record.type, { ...names, ...record.fields });
  else store.put({ ...known, ...names, ...record.fields });
}

export function removeMetadata(store: RecordStore, type: string, developerName: string): void {
  const known = find(store, type, developerName);
  if (known !== undefined) store.remove(known.Id);
}

/** The records of settings and rules, with the fields that hold something. */
export function readStoredMetadata(store: RecordStore): readonly CustomMetadataRecord[] {
  return [SETTING_TYPE, RULE_TYPE].flatMap((type) =>
    store.list(type).map((record) => ({
      type,
      developerName: textOf(record, 'DeveloperName'),
      label: textOf(record, 'MasterLabel'),
      fields: Object.fromEntries(
        Object.entries(record).filter(
          (entry): entry is [string, FieldValue] => entry[0].endsWith('__c') && entry[1] !== null,
        ),
      ),
    })),
  );
}
