import {
  focusTab,
  getAllTabInfo,
  getFocusedTabInfo,
  openSubtab,
  openTab,
  setTabHighlighted,
  setTabLabel,
} from 'lightning/platformWorkspaceApi';
import type { TabInfo, TabOptions } from 'lightning/platformWorkspaceApi';
import type { OpenRequest, OpenResult } from 'c/pacelineCore';
import { toAddress, toPageReference } from './pageReference.ts';

/** Ids come with 15 or 18 characters; the first 15 decide. */
const sameRecord = (left: string, right: string): boolean => left.slice(0, 15) === right.slice(0, 15);

async function findRecordTab(recordId: string): Promise<TabInfo | undefined> {
  const tabs = await getAllTabInfo();
  return tabs
    .flatMap((tab) => [tab, ...(tab.subtabs ?? [])])
    .find((tab) => typeof tab.recordId === 'string' && sameRecord(tab.recordId, recordId));
}

/** The tab in front; none while the navigation item's own page is, where the platform may reject or answer without an id. */
async function findFocusedTab(): Promise<TabInfo | undefined> {
  const focused: Partial<TabInfo> = await getFocusedTabInfo().catch(() => ({}));
  return typeof focused.tabId === 'string' ? { ...focused, tabId: focused.tabId } : undefined;
}

function workspaceTabOf(tab: TabInfo): string {
  return tab.isSubtab === true && typeof tab.parentTabId === 'string' ? tab.parentTabId : tab.tabId;
}

async function findParentTabId(parentRecordId: string | null): Promise<string | undefined> {
  if (parentRecordId === null) {
    const focused = await findFocusedTab();
    return focused === undefined ? undefined : workspaceTabOf(focused);
  }
  const open = await findRecordTab(parentRecordId);
  return open === undefined ? openTab({ recordId: parentRecordId, focus: false }) : workspaceTabOf(open);
}

/** Visualforce, flows and web pages go by their address, which the workspace API documents for any page. */
function toTabOptions(target: OpenRequest['target'], focus: boolean): TabOptions {
  const url = toAddress(target);
  return url === null ? { pageReference: toPageReference(target), focus } : { url, focus };
}

/** A subtab that has no tab to stand in becomes a tab of its own. */
async function openSubtabOrTab(request: OpenRequest, options: TabOptions): Promise<string> {
  const parentTabId = await findParentTabId(request.parentRecordId);
  return parentTabId === undefined ? openTab(options) : openSubtab(parentTabId, options);
}

/** A tab that could not be decorated is open all the same: the action is done. */
async function tolerate(decoration: Promise<unknown>): Promise<void> {
  await decoration.catch(() => undefined);
}

const highlight = (tabId: string): Promise<void> =>
  tolerate(setTabHighlighted(tabId, true, { pulse: true, state: 'success' }));

/** Brings a tab to the agent's notice: to the front, or in the background by its colour. */
async function show(tab: TabInfo, where: OpenRequest['where']): Promise<void> {
  if (where !== 'background') await focusTab(tab.tabId);
  else if (tab.focused !== true) await highlight(tab.tabId);
}

/**
 * Opens a page in a console app. A record's tab that is open already is shown, not doubled, when `reuse` asks for it or the
 * page opens in the background; in the background a tab does not load, so it is given its name here.
 */
export async function openInConsole(request: OpenRequest): Promise<OpenResult> {
  const { target, where, label } = request;
  const inBackground = where === 'background';
  if ((where === 'reuse' || inBackground) && target.kind === 'record') {
    const open = await findRecordTab(target.recordId);
    if (open !== undefined) {
      await show(open, where);
      return { status: 'opened', tabId: open.tabId };
    }
  }
  const options = toTabOptions(target, !inBackground);
  const tabId = where === 'subtab' ? await openSubtabOrTab(request, options) : await openTab(options);
  // A record that is in front names its own tab as it loads.
  if (label !== null && (inBackground || target.kind !== 'record')) await tolerate(setTabLabel(tabId, label));
  if (inBackground) await highlight(tabId);
  return { status: 'opened', tabId };
}
