/** Ambient types for the Lightning modules that Paceline imports; described from their public documentation. */

declare module 'lightning/navigation' {
  import type { LightningElement, WireAdapterConstructor } from 'lwc';
  /** Where navigation goes: a type such as `standard__recordPage`, its attributes, and query-string state. */
  export interface PageReference {
    readonly type: string;
    readonly attributes?: Readonly<Record<string, unknown>>;
    readonly state?: Readonly<Record<string, string>>;
  }
  const Navigate: unique symbol;
  const GenerateUrl: unique symbol;
  interface Navigable {
    [Navigate](pageReference: PageReference, replace?: boolean): void;
    [GenerateUrl](pageReference: PageReference): Promise<string>;
  }
  type LightningBase = typeof LightningElement;
  interface NavigableBase extends Omit<LightningBase, never> {
    new (): InstanceType<LightningBase> & Navigable;
    prototype: InstanceType<LightningBase> & Navigable;
  }
  /** Wire adapter: the page that is shown; in a utility item too. */
  export const CurrentPageReference: WireAdapterConstructor;
  export const NavigationMixin: {
    (base: LightningBase): NavigableBase;
    readonly Navigate: typeof Navigate;
    readonly GenerateUrl: typeof GenerateUrl;
  };
}

declare module 'lightning/pageReferenceUtils' {
  /** The text that a new-record page reference carries as `state.defaultFieldValues`. */
  export function encodeDefaultFieldValues(values: Readonly<Record<string, unknown>>): string;
}

declare module 'lightning/platformWorkspaceApi' {
  import type { WireAdapterConstructor } from 'lwc';
  import type { PageReference } from 'lightning/navigation';
  export interface TabInfo {
    readonly tabId: string;
    readonly recordId?: string | null;
    readonly isSubtab?: boolean;
    readonly parentTabId?: string | null;
    readonly subtabs?: readonly TabInfo[];
    readonly focused?: boolean;
  }
  export interface TabOptions {
    readonly pageReference?: PageReference;
    readonly recordId?: string;
    readonly url?: string;
    readonly focus?: boolean;
    readonly label?: string;
  }
  /** Answers the new tab's id; rejects outside console apps, as every function of this module does. */
  export function openTab(options: TabOptions): Promise<string>;
  export function openSubtab(parentTabId: string, options: TabOptions): Promise<string>;
  export function focusTab(tabId: string): Promise<boolean>;
  export function getFocusedTabInfo(): Promise<TabInfo>;
  export function getAllTabInfo(): Promise<readonly TabInfo[]>;
  export function setTabLabel(tabId: string, label: string): Promise<unknown>;
  export interface TabHighlight {
    /** Two colours alternate. */
    readonly pulse?: boolean;
    readonly state?: 'success' | 'warning' | 'error';
  }
  /** The highlight ends when the tab is focused, or the page loaded anew. */
  export function setTabHighlighted(
    tabId: string,
    highlighted: boolean,
    options?: TabHighlight,
  ): Promise<unknown>;
  /** Wire adapter: true in an app with console navigation. */
  export const IsConsoleNavigation: WireAdapterConstructor;
}

declare module 'lightning/platformUtilityBarApi' {
  import type { WireAdapterConstructor } from 'lwc';
  export interface UtilityAttributes {
    readonly label?: string;
    readonly icon?: string;
    readonly iconVariant?: string;
    readonly highlighted?: boolean;
  }
  export function open(utilityId: string, options?: { readonly autoFocus?: boolean }): Promise<boolean>;
  export function updateUtility(utilityId: string, attributes: UtilityAttributes): Promise<boolean>;
  export function enablePopout(
    utilityId: string,
    enabled: boolean,
    options?: { readonly disabledText?: string },
  ): Promise<boolean>;
  /** Wire adapter: the id of the utility around the component; undefined outside a utility bar. */
  export const EnclosingUtilityId: WireAdapterConstructor;
}

declare module 'lightning/messageService' {
  import type { WireAdapterConstructor } from 'lwc';
  /** Opaque: comes from the wire, goes into publish and subscribe. */
  export interface MessageContextValue {
    readonly __messageContext?: never;
  }
  export interface MessageSubscription {
    readonly __messageSubscription?: never;
  }
  export const MessageContext: WireAdapterConstructor;
  export const APPLICATION_SCOPE: symbol;
  export function publish(context: MessageContextValue, channel: string, message: object): void;
  export function subscribe(
    context: MessageContextValue,
    channel: string,
    listener: (message: unknown) => void,
    options?: { readonly scope?: symbol },
  ): MessageSubscription;
  export function unsubscribe(subscription: MessageSubscription): void;
}

declare module 'lightning/uiObjectInfoApi' {
  import type { WireAdapterConstructor } from 'lwc';
  export interface PicklistValue {
    readonly label: string;
    readonly value: string;
  }
  /** Wire adapter: `{ data: { values } }` of a picklist for a record type. */
  export const getPicklistValues: WireAdapterConstructor;
}

declare module 'lightning/uiRecordApi' {
  import type { FieldId } from '@salesforce/schema/*';
  import type { WireAdapterConstructor } from 'lwc';
  export interface UiRecord {
    readonly id: string;
  }
  /** Wire adapter: a record with the fields named. Does nothing while `recordId` is undefined. */
  export const getRecord: WireAdapterConstructor;
  export function getFieldValue(record: UiRecord, field: FieldId): unknown;
  /** Writes the fields named, in user mode; rejects with the platform's error body. */
  export function updateRecord(record: {
    readonly fields: Readonly<Record<string, unknown>>;
  }): Promise<UiRecord>;
  /** Tells Lightning Data Service that records changed behind its back. */
  export function notifyRecordUpdateAvailable(
    records: readonly { readonly recordId: string }[],
  ): Promise<unknown>;
}

declare module 'lightning/platformResourceLoader' {
  export function loadScript(component: object, url: string): Promise<void>;
  export function loadStyle(component: object, url: string): Promise<void>;
}

declare module 'lightning/platformShowToastEvent' {
  export class ShowToastEvent extends CustomEvent<unknown> {
    constructor(toast: {
      readonly title: string;
      readonly message?: string;
      readonly variant?: 'info' | 'success' | 'warning' | 'error';
      readonly mode?: 'dismissible' | 'pester' | 'sticky';
    });
  }
}
