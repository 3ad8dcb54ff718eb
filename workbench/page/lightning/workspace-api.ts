import type { PageReference } from '../shell/page-reference.ts';
import { pageUrl, parsePageUrl, recordPage } from '../shell/page-reference.ts';
import type { TabChange, Workspace, WorkspaceTab } from '../shell/workspace.ts';
import { createValueAdapter } from './wire-adapter.ts';

interface OpenOptions {
  readonly pageReference?: PageReference;
  readonly recordId?: string;
  readonly url?: string;
  readonly focus?: boolean;
  readonly label?: string;
}

function refuse(message: string): Promise<never> {
  return Promise.reject(new Error(message));
}

/** Page references that the console guide documents; Lightning shows an error page for others. */
const DOCUMENTED_PAGES = new Set([
  'standard__app',
  'standard__component',
  'standard__flow',
  'standard__knowledgeArticlePage',
  'standard__namedPage',
  'standard__navItemPage',
  'standard__objectPage',
  'standard__recordPage',
  'standard__recordRelationshipPage',
]);

function wantedPage(options: OpenOptions): PageReference | null {
  if (options.pageReference !== undefined)
    return JSON.parse(JSON.stringify(options.pageReference)) as PageReference;
  if (options.recordId !== undefined) return recordPage(options.recordId);
  if (options.url === undefined) return null;
  return parsePageUrl(options.url) ?? { type: 'standard__webPage', attributes: { url: options.url } };
}

/** `lightning/platformWorkspaceApi`: every function rejects outside an app with console navigation. */
export function createWorkspaceApiModule(workspace: Workspace, origin: string): Record<string, unknown> {
  const inConsole = <Result>(run: () => Promise<Result>): Promise<Result> =>
    workspace.isConsole ? run() : refuse('You can use this method only in Lightning console apps.');

  const describe = (tab: WorkspaceTab): Record<string, unknown> => ({
    tabId: tab.tabId,
    parentTabId: tab.parentTabId,
    isSubtab: tab.parentTabId !== null,
    focused: workspace.state().focusedTabId === tab.tabId,
    highlighted: tab.highlighted,
    closeable: tab.closeable,
    pinned: false,
    recordId: tab.page.attributes['recordId'] ?? null,
    title: tab.label,
    icon: tab.icon,
    url: `${origin}${pageUrl(tab.page)}`,
    pageReference: tab.page,
    subtabs: workspace
      .state()
      .tabs.filter((each) => each.parentTabId === tab.tabId)
      .map(describe),
  });
  const open = (options: OpenOptions, parentTabId: string | null): Promise<string> => {
    const { pageReference } = options;
    if (pageReference !== undefined && !DOCUMENTED_PAGES.has(pageReference.type)) {
      return refuse(`No tab opens for a page reference of the type ${pageReference.type}: give its url.`);
    }
    const page = wantedPage(options);
    if (page === null) return refuse('openTab needs a pageReference, a recordId or a url.');
    if (page.type === 'standard__recordPage' && !/^\w{15}(\w{3})?$/.test(page.attributes['recordId'] ?? '')) {
      return refuse(`Invalid record id: ${page.attributes['recordId'] ?? ''}`);
    }
    const label = options.label === undefined ? {} : { label: options.label };
    return Promise.resolve(workspace.open(page, { focus: options.focus ?? false, parentTabId, ...label }));
  };
  const withTab = (tabId: string, run: (tab: WorkspaceTab) => unknown): Promise<unknown> => {
    const tab = workspace.find(tabId);
    return tab === undefined ? refuse(`There is no tab with the id ${tabId}.`) : Promise.resolve(run(tab));
  };
  const change = (tabId: string, patch: TabChange): Promise<unknown> =>
    withTab(tabId, () => {
      workspace.change(tabId, patch);
      const tab = workspace.find(tabId);
      return tab === undefined ? null : describe(tab);
    });

  return {
    openTab: (options: OpenOptions) => inConsole(() => open(options, null)),
    openSubtab: (parentTabId: string, options: OpenOptions) =>
      inConsole(() => withTab(parentTabId, (tab) => open(options, tab.parentTabId ?? tab.tabId))),
    focusTab: (tabId: string) => inConsole(() => withTab(tabId, () => workspace.focus(tabId))),
    closeTab: (tabId: string) => inConsole(() => withTab(tabId, () => workspace.close(tabId))),
    refreshTab: (tabId: string) => inConsole(() => withTab(tabId, () => workspace.refresh(tabId))),
    getFocusedTabInfo: () =>
      inConsole(() => {
        const { focusedTabId } = workspace.state();
        return focusedTabId === null ? refuse('No tab is focused.') : withTab(focusedTabId, describe);
      }),
    getTabInfo: (tabId: string) => inConsole(() => withTab(tabId, describe)),
    getAllTabInfo: () =>
      inConsole(() =>
        Promise.resolve(
          workspace
            .state()
            .tabs.filter((tab) => tab.parentTabId === null)
            .map(describe),
        ),
      ),
    setTabLabel: (tabId: string, label: string) => inConsole(() => change(tabId, { label })),
    setTabIcon: (tabId: string, icon: string) => inConsole(() => change(tabId, { icon })),
    setTabHighlighted: (tabId: string, highlighted: boolean) =>
      inConsole(() => change(tabId, { highlighted })),
    disableTabClose: (tabId: string, disabled: boolean) =>
      inConsole(() => change(tabId, { closeable: !disabled })),
    IsConsoleNavigation: createValueAdapter(
      () => workspace.isConsole,
      () => () => undefined,
    ),
    EnclosingTabId: createValueAdapter(
      () => undefined,
      () => () => undefined,
    ),
  };
}
