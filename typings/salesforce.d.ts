/** Ambient types for what the platform resolves at deployment. */

declare module '@salesforce/apex/*' {
  /** Calls the method; rejects with the platform's error body. */
  const method: (parameters?: Readonly<Record<string, unknown>>) => Promise<unknown>;
  export default method;
}

declare module '@salesforce/label/*' {
  const label: string;
  export default label;
}

declare module '@salesforce/resourceUrl/*' {
  const url: string;
  export default url;
}

declare module '@salesforce/messageChannel/*' {
  const channel: string;
  export default channel;
}

declare module '@salesforce/customPermission/*' {
  /** True when the user has the permission; undefined otherwise. */
  const granted: true | undefined;
  export default granted;
}

declare module '@salesforce/schema/*' {
  export interface FieldId {
    readonly objectApiName: string;
    readonly fieldApiName: string;
  }
  const field: FieldId;
  export default field;
}

declare module '@salesforce/user/Id' {
  const userId: string;
  export default userId;
}

declare module '@salesforce/i18n/timeZone' {
  /** IANA name of the user's time zone. */
  const timeZone: string;
  export default timeZone;
}
