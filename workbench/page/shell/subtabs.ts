import { h, iconButton, objectIcon } from './dom.ts';
import type { Workspace, WorkspaceTab } from './workspace.ts';

/** The subtabs of the workspace tab in front, that tab's own page first; null when it has none. */
export function renderSubtabs(workspace: Workspace): HTMLElement | null {
  const { tabs, focusedTabId } = workspace.state();
  const focused = tabs.find((tab) => tab.tabId === focusedTabId);
  const parent =
    focused?.parentTabId === null ? focused : tabs.find((tab) => tab.tabId === focused?.parentTabId);
  if (parent === undefined) return null;
  const subtabs = tabs.filter((tab) => tab.parentTabId === parent.tabId);
  if (subtabs.length === 0) return null;

  const renderTab = (tab: WorkspaceTab): HTMLElement => {
    const active = tab === focused ? 'slds-active' : '';
    const link = h(
      'a',
      {
        href: '#',
        class: 'slds-sub-tabs__link',
        role: 'tab',
        'aria-selected': String(tab === focused),
        onclick: (event) => {
          event.preventDefault();
          workspace.focus(tab.tabId);
        },
      },
      objectIcon(tab.icon, 'x-small'),
      h('span', { class: 'slds-truncate slds-m-left_x-small' }, tab.label),
    );
    const closeButton =
      tab === parent
        ? null
        : iconButton(
            'utility:close',
            `Close ${tab.label}`,
            () => workspace.close(tab.tabId),
            'slds-button slds-button_icon slds-button_icon-container slds-button_icon-x-small',
          );
    return h(
      'li',
      {
        class: `slds-sub-tabs__item slds-grid slds-grid_vertical-align-center ${active}`,
        role: 'presentation',
      },
      link,
      closeButton,
    );
  };
  return h(
    'div',
    { class: 'slds-sub-tabs wb-subtabs' },
    h('ul', { class: 'slds-sub-tabs__nav', role: 'tablist' }, ...[parent, ...subtabs].map(renderTab)),
  );
}
