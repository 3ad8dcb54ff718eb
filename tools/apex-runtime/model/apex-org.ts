import type { OrgObject, StoredRecord, StoredValue } from './org-schema.ts';
import type { AccessMode } from './transaction.ts';
import type { Type } from './types.ts';

/** The org as the compiler sees it: what exists, and of which type. Names in any case. */
export interface ApexSchema {
  /** API names of all objects, custom metadata types, platform events and set-up objects included. */
  objectNames(): readonly string[];
  /** The name as it is spelled in the org; undefined when there is no such object. */
  objectName(name: string): string | undefined;
  object(name: string): OrgObject | undefined;
  /** By the first three characters. */
  objectOfId(id: string): OrgObject | undefined;
  /** Apex type of a field: `CallDurationInSeconds` of Task is Integer; undefined when there is no such field. */
  fieldType(object: string, field: string): Type | undefined;
  /** Objects a relationship leads to: `Account` of Contact, `Who` of Task (two), `Interaction__r`; undefined: none. */
  parentObjects(object: string, relationship: string): readonly string[] | undefined;
  /** The object of a child relationship: Contact for `Contacts` of Account; undefined: none. */
  childObject(object: string, relationship: string): string | undefined;
  /** The text of a custom label; undefined when there is none. */
  label(name: string): string | undefined;
  hasCustomPermission(name: string): boolean;
}

/** Who reads or writes, and what is enforced. User mode: object and field permissions, and sharing whatever is said. */
export interface OrgAccess {
  readonly userId: string;
  readonly mode: AccessMode;
  readonly isSharingEnforced: boolean;
}

export interface ObjectAccess {
  readonly read: boolean;
  readonly create: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
}

export interface FieldAccess {
  readonly read: boolean;
  readonly edit: boolean;
}

/** Why a row was not written. */
export interface RowError {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

export type RowOutcome =
  { readonly ok: true; readonly id: string } | { readonly ok: false; readonly error: RowError };

export type StoredFields = Readonly<Record<string, StoredValue>>;

export interface WriteOptions {
  /** Save although a duplicate rule matches. */
  readonly allowDuplicates: boolean;
}

export interface LeadConversion {
  readonly leadId: string;
  readonly status: string;
  readonly accountId: string | null;
  readonly contactId: string | null;
  readonly opportunityName: string | null;
  readonly createOpportunity: boolean;
  readonly ownerId: string | null;
}

export interface ConvertedLead {
  readonly accountId: string;
  readonly contactId: string;
  readonly opportunityId: string | null;
}

/** A platform event on its way. */
export interface PublishedEvent {
  readonly object: string;
  readonly fields: StoredFields;
  readonly at: number;
  readonly userId: string;
}

/** An e-mail that Apex sent. */
export interface SentEmail {
  readonly subject: string;
  readonly body: string;
  readonly targetObjectId: string | null;
  readonly toAddresses: readonly string[];
  readonly at: number;
  readonly userId: string;
}

/** The org as a running transaction reaches it. What is behind it is the simulated org's own store, checks and rights. */
export interface ApexOrg {
  readonly schema: ApexSchema;
  /** The org's clock, in milliseconds since 1970. */
  now(): number;
  /** 18 characters. */
  readonly organizationId: string;
  readonly organizationName: string;
  user(userId: string): OrgUser;

  /** Undefined: there is no such record, or it was deleted. Rights do not count. */
  find(id: string): StoredRecord | undefined;
  /** Oldest first. */
  list(object: string): readonly StoredRecord[];
  /** Quick; undefined when the field is not indexed. Text in any case. */
  findBy(object: string, field: string, value: StoredValue): readonly StoredRecord[] | undefined;
  /** What is in the recycle bin. */
  deleted(object: string): readonly StoredRecord[];
  objectAccess(userId: string, object: string): ObjectAccess;
  fieldAccess(userId: string, object: string, field: string): FieldAccess;
  isVisible(access: OrgAccess, record: StoredRecord): boolean;
  /** Has the user this custom permission? */
  mayUse(userId: string, customPermission: string): boolean;
  mayCallClass(userId: string, className: string): boolean;

  insert(access: OrgAccess, object: string, fields: StoredFields, options: WriteOptions): RowOutcome;
  update(access: OrgAccess, id: string, fields: StoredFields, options: WriteOptions): RowOutcome;
  delete(access: OrgAccess, id: string): RowOutcome;
  undelete(access: OrgAccess, id: string): RowOutcome;
  /** Removes a deleted record from the recycle bin. */
  purge(access: OrgAccess, id: string): RowOutcome;
  /** Children of the merged records move to the master; the merged ones are deleted with `MasterRecordId`. */
  merge(access: OrgAccess, master: string, mergedId: string): RowOutcome;
  convertLead(access: OrgAccess, conversion: LeadConversion): ConvertedLead | RowError;
  /** Takes the rows' locks for FOR UPDATE; false: another transaction holds one of them. */
  lock(records: readonly StoredRecord[]): boolean;
  /** Checks the fields of a platform event and sends it; the id is that of the event. */
  publish(event: PublishedEvent): RowOutcome;
  /** Sent when the transaction is committed. */
  sendEmail(email: SentEmail): void;
  /** As `Test.setCreatedDate`. */
  setCreatedDate(id: string, at: string): void;
  /** Ids of the records whose phone fields a search for these digits finds, as far as the index has them. */
  searchPhones(object: string, terms: readonly string[]): readonly string[];

  /** A point inside `transaction` or `isolate` to go back to. */
  savepoint(): number;
  rollback(savepoint: number): void;
  /** Runs `work`; what it wrote is undone when it throws. */
  transaction<T>(work: () => T): T;
  /** Runs `work` and undoes what it wrote, whatever comes of it: for tests. */
  isolate<T>(work: () => T): T;
}

/** What Apex can ask of a user without a query (UserInfo, time zone and locale of dates). */
export interface OrgUser {
  /** 18 characters. */
  readonly id: string;
  readonly name: string;
  readonly firstName: string | null;
  readonly lastName: string;
  readonly userName: string;
  readonly email: string;
  /** `Europe/Berlin` */
  readonly timeZone: string;
  /** `de_DE` */
  readonly locale: string;
  /** `en_US` */
  readonly language: string;
  readonly profileId: string;
  readonly roleId: string | null;
  /** `Standard` */
  readonly userType: string;
}
