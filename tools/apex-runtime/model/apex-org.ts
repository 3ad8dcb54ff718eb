import type { Type } from './types.ts';

/** The org as the compiler sees it: what exists, and of which type. Names in any case. */
export interface ApexSchema {
  /** API names of all objects, custom metadata types, platform events and set-up objects included. */
  objectNames(): readonly string[];
  /** The name as it is spelled in the org; undefined when there is no such object. */
  objectName(name: string): string | undefined;
  /** Apex type of a field: `CallDurationInSeconds` of Task is Integer; undefined when there is no such field. */
  fieldType(object: string, field: string): Type | undefined;
  /** Objects a relationship leads to: `Account` of Contact, `Who` of Task (two), `Interaction__r`; undefined: none. */
  parentObjects(object: string, relationship: string): readonly string[] | undefined;
  /** The text of a custom label; undefined when there is none. */
  label(name: string): string | undefined;
  hasCustomPermission(name: string): boolean;
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
