import type { CustomMetadataRecord } from '../../src/metadata/custom-metadata.ts';
import type { FieldValue, FieldValues, RuleRecord } from '../../src/model/apex-contract.ts';
import type { Clock, Ids } from '../../src/model/ports.ts';
import type { ConvertedLead, PublishedEvent, SentEmail } from '../../tools/apex-runtime/model/apex-org.ts';
import type { FaultInjector } from './faults.ts';
import type { InstalledPackage } from './installed-package.ts';
import type { OrgRecord } from './org-record.ts';
import type { OrgDuplicateRule, OrgValidationRule } from './store/org-rules.ts';
import type { FieldPermissions, ObjectPermissions } from './store/rights.ts';

export interface OrgOptions {
  /** Folder of the package's source metadata, `force-app`; walked to its leaves. */
  readonly packageDir: string;
  /** What is in `packageDir` and `settingsDirs`, when it was read already: orgs can share it. */
  readonly installed?: InstalledPackage;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Folders with further custom metadata records, such as `workbench/org/settings`. */
  readonly settingsDirs?: readonly string[];
  /** The running user; the first seeded agent when left out. */
  readonly userId?: string;
  /** Values for fields that a `Paceline_Setting__mdt` record sets, by API name with `__c` (URLs known only at run time). */
  readonly settingOverrides?: FieldValues;
  /** `sample` (default): about 100 records; `empty`: users only. */
  readonly seed?: 'sample' | 'empty';
}

/** One request to the org, in the order of arrival. */
export interface RequestLogEntry {
  readonly at: number;
  readonly userId: string;
  /** `PacelineInteractionController.apply`, `uiRecord.get`, ... */
  readonly method: string;
  readonly params: unknown;
  readonly outcome: 'ok' | 'refused' | 'lost';
  /** The message of a refusal, else null. */
  readonly message: string | null;
}

/** A record as the User Interface API answers it. */
export interface UiRecord {
  readonly id: string;
  readonly apiName: string;
  readonly lastModifiedDate: string;
  readonly fields: Readonly<Record<string, UiFieldValue>>;
}

/** The values of a picklist as the User Interface API answers them. */
export interface UiPicklist {
  readonly controllerValues: Readonly<Record<string, number>>;
  readonly defaultValue: null;
  readonly values: readonly {
    readonly attributes: null;
    readonly label: string;
    readonly validFor: readonly number[];
    readonly value: string;
  }[];
}

export interface UiFieldValue {
  readonly value: FieldValue | UiRecord;
  readonly displayValue: string | null;
}

/** What a signed-in page can ask of the org. Rejections are `OrgRefusal` or `ConnectionLost`. */
export interface OrgClient {
  readonly userId: string;
  readonly userName: string;
  handleApex(className: string, methodName: string, params: unknown): Promise<unknown>;
  /** Field names qualified as the User Interface API wants them: `Contact.Name`, `Contact.Account.Name`. */
  uiGetRecord(recordId: string, fields: readonly string[]): Promise<UiRecord>;
  uiGetPicklistValues(object: string, field: string): Promise<UiPicklist>;
  uiCreateRecord(input: { readonly apiName: string; readonly fields: FieldValues }): Promise<UiRecord>;
  /** `fields` holds `Id`. */
  uiUpdateRecord(input: { readonly fields: FieldValues }): Promise<UiRecord>;
}

/** What an administrator or a test changes about the org. */
export interface OrgAdmin {
  setObjectPermissions(object: string, permissions: Partial<ObjectPermissions>): void;
  setFieldPermissions(object: string, field: string, permissions: Partial<FieldPermissions>): void;
  addValidationRule(rule: OrgValidationRule): void;
  addDuplicateRule(rule: OrgDuplicateRule): void;
  /** Inserts in system mode with the object's checks; answers the new id. */
  insert(object: string, fields: FieldValues): string;
  update(recordId: string, fields: FieldValues): void;
  /** Into the recycle bin. */
  delete(recordId: string): void;
  merge(masterId: string, mergedId: string): void;
  /** Into a new account, contact and opportunity. */
  convertLead(leadId: string): ConvertedLead;
  saveRule(rule: RuleRecord): void;
  removeRule(developerName: string): void;
  /** Fields by API name with `__c`; creates the setting when there is none of that name. */
  saveSetting(settingName: string, fields: FieldValues): void;
  /** Takes the place of the record of the same type and name. */
  saveCustomMetadata(record: CustomMetadataRecord): void;
}

/** What `PacelineHousekeeping` did. */
export interface HousekeepingResult {
  readonly closed: number;
  readonly purged: number;
}

export interface SimulatedOrg extends OrgClient {
  readonly id: string;
  readonly faults: FaultInjector;
  readonly admin: OrgAdmin;
  /** The same org for another user. */
  asUser(userId: string): OrgClient;
  /** All records of an object, oldest first, whoever may see them. */
  listRecords(object: string): readonly OrgRecord[];
  /** API names of all objects. */
  objectNames(): readonly string[];
  settingNames(): readonly string[];
  /** All records of custom metadata types. */
  customMetadata(): readonly CustomMetadataRecord[];
  /** Platform events in the order in which they were published. */
  events(): readonly PublishedEvent[];
  emails(): readonly SentEmail[];
  requests(): readonly RequestLogEntry[];
  /** One night of the package's scheduled jobs, at the clock's time. */
  runHousekeeping(): HousekeepingResult;
  /** Back to the seeded records, the package's permissions, no faults, an empty log. */
  reset(): void;
}
