/** Source: Lightning Console JavaScript API for LWC, modules platformWorkspaceApi and platformUtilityBarApi. */
declare module 'lightning/platformWorkspaceApi' {
  import type { PageReference } from 'lightning/navigation';
  export interface TabOptions {
    pageReference?: PageReference;
    recordId?: string;
    url?: string;
    focus?: boolean;
    icon?: string;
    iconAlt?: string;
    label?: string;
    overrideNavRules?: boolean;
  }
  export type TabInfo = Record<string, unknown>;
  export const EnclosingTabId: { readonly __config?: object };
  export const IsConsoleNavigation: { readonly __config?: object };
  export function closeTab(tabId: string): Promise<boolean>;
  export function disableTabClose(tabId: string, disabled: boolean): Promise<unknown>;
  export function focusTab(tabId: string): Promise<boolean>;
  export function getAllTabInfo(): Promise<TabInfo[]>;
  export function getFocusedTabInfo(): Promise<TabInfo>;
  export function getTabInfo(tabId: string): Promise<TabInfo>;
  export function openSubtab(parentTabId: string, options: TabOptions): Promise<string>;
  export function openTab(options: TabOptions): Promise<string>;
  export function refreshTab(tabId: string, options?: { includeAllSubtabs?: boolean }): Promise<unknown>;
  export function setTabHighlighted(
    tabId: string,
    highlighted: boolean,
    options?: { pulse?: boolean; state?: 'error' | 'success' | 'warning' },
  ): Promise<TabInfo>;
  export function setTabIcon(tabId: string, icon: string, options?: { iconAlt?: string }): Promise<TabInfo>;
  export function setTabLabel(tabId: string, label: string): Promise<TabInfo>;
}

declare module 'lightning/platformUtilityBarApi' {
  export const EnclosingUtilityId: { readonly __config?: object };
  export function enableModal(utilityId: string, enabled: boolean): Promise<boolean>;
  export function enablePopout(
    utilityId: string,
    enabled: boolean,
    options?: { disabledText?: string },
  ): Promise<boolean>;
  export function getAllUtilityInfo(): Promise<unknown[]>;
  export function getInfo(utilityId: string): Promise<unknown>;
  export function minimize(utilityId: string): Promise<boolean>;
  export function onUtilityClick(utilityId: string, listener: (event: unknown) => unknown): Promise<boolean>;
  export function open(utilityId: string, options?: { autoFocus?: boolean }): Promise<boolean>;
  export function updatePanel(
    utilityId: string,
    panel: { height?: number; width?: number; label?: string; icon?: string; iconVariant?: string },
  ): Promise<boolean>;
  export function updateUtility(
    utilityId: string,
    utility: { highlighted?: boolean; icon?: string; iconVariant?: string; label?: string },
  ): Promise<boolean>;
}
