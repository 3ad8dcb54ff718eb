import {
  focusTab,
  getAllTabInfo,
  getFocusedTabInfo,
  openSubtab,
  openTab,
  setTabLabel,
} from 'lightning/platformWorkspaceApi';
import type { TabInfo, TabOptions } from 'lightning/platformWorkspaceApi';
import type { OpenRequest, OpenResult } from 'c/pacelineCore';
import { toPageReference } from './pageReference.ts';

/** Ids come with 15 or 18 characters; the first 15 decide. */
const sameRecord = (left: string, right: string): boolean => left.slice(0, 15) === right.slice(0, 15);

async function findRecordTab(recordId: string): Promise<TabInfo | undefined> {
  const tabs = await getAllTabInfo();
  return tabs
    .flatMap((tab) => [tab, ...(tab.subtabs ?? [])])
    .find((tab) => typeof tab.recordId === 'string' && sameRecord(tab.recordId, recordId));
}

async function findParentTabId(parentRecordId: string | null): Promise<string> {
  if (parentRecordId === null) {
    const focused = await getFocusedTabInfo();
    return focused.isSubtab === true && typeof focused.parentTabId === 'string'
      ? focused.parentTabId
      : focused.tabId;
  }
  const open = await findRecordTab(parentRecordId);
  if (open === undefined) return openTab({ recordId: parentRecordId, focus: false });
  return open.isSubtab === true && typeof open.parentTabId === 'string' ? open.parentTabId : open.tabId;
}

/** Opens a page in a console app. A record's tab that is open already is focused, not doubled, when `reuse` asks for it. */
export async function openInConsole(request: OpenRequest): Promise<OpenResult> {
  const { target, where } = request;
  if (where === 'reuse' && target.kind === 'record') {
    const open = await findRecordTab(target.recordId);
    if (open !== undefined) {
      await focusTab(open.tabId);
      return { status: 'opened', tabId: open.tabId };
    }
  }
  const options: TabOptions = { pageReference: toPageReference(target), focus: where !== 'background' };
  const tabId =
    where === 'subtab'
      ? await openSubtab(await findParentTabId(request.parentRecordId), options)
      : await openTab(options);
  // A record names its own tab as it loads.
  if (request.label !== null && target.kind !== 'record') await setTabLabel(tabId, request.label);
  return { status: 'opened', tabId };
}
