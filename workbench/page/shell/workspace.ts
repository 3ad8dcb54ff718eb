import type { Stop } from '../../../src/model/ports.ts';
import { pageIcon, pageLabel, samePage } from './page-reference.ts';
import type { PageReference } from './page-reference.ts';

/** A workspace tab or subtab of a console app. */
export interface WorkspaceTab {
  readonly tabId: string;
  /** The tab that a subtab stands in; null for a workspace tab. */
  readonly parentTabId: string | null;
  readonly page: PageReference;
  readonly label: string;
  readonly icon: string;
  readonly highlighted: boolean;
  readonly closeable: boolean;
  /** Counts the times that the tab was refreshed. */
  readonly version: number;
}

export interface WorkspaceState {
  readonly tabs: readonly WorkspaceTab[];
  /** The tab or subtab in front; null while the navigation item's own page is. */
  readonly focusedTabId: string | null;
  /** The navigation item's page, or in standard navigation the only page. */
  readonly main: PageReference;
}

export type TabChange = Partial<Pick<WorkspaceTab, 'label' | 'icon' | 'highlighted' | 'closeable'>>;

/** Tabs, subtabs and focus, without a screen. Standard navigation uses only `main`. */
export interface Workspace {
  readonly isConsole: boolean;
  state(): WorkspaceState;
  subscribe(listener: () => void): Stop;
  /** Opens a tab or subtab, or focuses the one that shows the page already; answers its id. */
  open(
    page: PageReference,
    options?: { focus?: boolean; parentTabId?: string | null; label?: string },
  ): string;
  /** Shows a page in the navigation item's place. */
  showMain(page: PageReference): void;
  focus(tabId: string): boolean;
  close(tabId: string): boolean;
  change(tabId: string, change: TabChange): boolean;
  refresh(tabId: string): boolean;
  find(tabId: string): WorkspaceTab | undefined;
}

/** `restored` is an earlier `state()` of the same page, from before a reload. */
export function createWorkspace(options: {
  readonly isConsole: boolean;
  readonly main: PageReference;
  readonly restored?: WorkspaceState | undefined;
}): Workspace {
  const listeners = new Set<() => void>();
  let state: WorkspaceState = options.restored ?? { tabs: [], focusedTabId: null, main: options.main };
  let lastNumber = state.tabs.reduce(
    (highest, tab) => Math.max(highest, Number(tab.tabId.replace(/\D/g, ''))),
    0,
  );

  const set = (next: Partial<WorkspaceState>): void => {
    state = { ...state, ...next };
    for (const listener of [...listeners]) listener();
  };
  const find = (tabId: string): WorkspaceTab | undefined => state.tabs.find((tab) => tab.tabId === tabId);
  const replace = (tabId: string, change: Partial<WorkspaceTab>): boolean => {
    if (find(tabId) === undefined) return false;
    set({ tabs: state.tabs.map((tab) => (tab.tabId === tabId ? { ...tab, ...change } : tab)) });
    return true;
  };

  return {
    isConsole: options.isConsole,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open(page, { focus = true, parentTabId = null, label } = {}) {
      const known = state.tabs.find((tab) => tab.parentTabId === parentTabId && samePage(tab.page, page));
      if (known !== undefined) {
        if (focus) set({ focusedTabId: known.tabId });
        return known.tabId;
      }
      lastNumber += 1;
      const tabId = parentTabId === null ? `ctab${lastNumber}` : `ctab${lastNumber}_sub`;
      const tab: WorkspaceTab = {
        tabId,
        parentTabId,
        page,
        label: label ?? pageLabel(page),
        icon: pageIcon(page),
        highlighted: false,
        closeable: true,
        version: 0,
      };
      set({ tabs: [...state.tabs, tab], ...(focus ? { focusedTabId: tabId } : {}) });
      return tabId;
    },
    showMain(page) {
      set({ main: page, focusedTabId: null });
    },
    focus(tabId) {
      const tab = find(tabId);
      if (tab === undefined) return false;
      set({
        focusedTabId: tabId,
        tabs: state.tabs.map((each) =>
          each === tab && each.highlighted ? { ...each, highlighted: false } : each,
        ),
      });
      return true;
    },
    close(tabId) {
      const tab = find(tabId);
      if (tab === undefined || !tab.closeable) return false;
      const tabs = state.tabs.filter((each) => each.tabId !== tabId && each.parentTabId !== tabId);
      const stays = tabs.some((each) => each.tabId === state.focusedTabId);
      const heir = tab.parentTabId ?? tabs.filter((each) => each.parentTabId === null).at(-1)?.tabId ?? null;
      set({ tabs, focusedTabId: stays ? state.focusedTabId : state.focusedTabId === null ? null : heir });
      return true;
    },
    change: replace,
    refresh: (tabId) => replace(tabId, { version: (find(tabId)?.version ?? 0) + 1 }),
    find,
  };
}
