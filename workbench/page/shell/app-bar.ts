import { h, icon, iconButton, objectIcon } from './dom.ts';
import { setupPage } from '../setup/setup-reference.ts';
import { withObjectMenu } from './object-menu.ts';
import { OBJECTS } from './objects.ts';
import { objectPage, pageIcon, pageLabel } from './page-reference.ts';
import type { PageReference } from './page-reference.ts';
import type { Workspace, WorkspaceTab } from './workspace.ts';

interface BarItem {
  readonly label: string;
  readonly icon: string | null;
  readonly active: boolean;
  readonly highlighted?: boolean;
  readonly tab: boolean;
  choose(): void;
  readonly close?: (() => void) | undefined;
}

function launcher(appName: string, choose: (page: PageReference) => void): HTMLElement {
  const waffle = h(
    'button',
    {
      type: 'button',
      class: 'slds-button slds-icon-waffle_container slds-context-bar__button',
      title: 'App Launcher',
      'aria-label': 'App Launcher',
    },
    h(
      'span',
      { class: 'slds-icon-waffle' },
      ...Array.from({ length: 9 }, (_, dot) => h('span', { class: `slds-r${dot + 1}` })),
    ),
  );
  return h(
    'div',
    { class: 'slds-context-bar__primary' },
    h(
      'div',
      { class: 'slds-context-bar__item slds-context-bar__dropdown-trigger' },
      h('div', { class: 'slds-context-bar__icon-action' }, withObjectMenu(waffle, choose)),
      h(
        'span',
        { class: 'slds-context-bar__label-action slds-context-bar__app-name' },
        h('span', { class: 'slds-truncate' }, appName),
      ),
    ),
  );
}

function renderItem(item: BarItem): HTMLElement {
  const classes = [
    'slds-context-bar__item',
    item.tab ? 'slds-context-bar__item_tab' : '',
    item.active ? 'slds-is-active' : '',
    item.highlighted === true ? 'slds-has-notification' : '',
  ];
  const link = h(
    'a',
    {
      href: '#',
      class: 'slds-context-bar__label-action',
      title: item.label,
      'aria-current': item.active ? 'page' : null,
      onclick: (event) => {
        event.preventDefault();
        item.choose();
      },
    },
    item.icon === null ? null : objectIcon(item.icon, 'x-small'),
    h('span', { class: 'slds-truncate slds-m-left_x-small' }, item.label),
  );
  const closeButton =
    item.close === undefined
      ? null
      : h(
          'div',
          { class: 'slds-context-bar__icon-action' },
          iconButton(
            'utility:close',
            `Close ${item.label}`,
            item.close,
            'slds-button slds-button_icon slds-button_icon-container slds-button_icon-x-small',
          ),
        );
  return h('li', { class: classes.join(' ') }, link, closeButton);
}

function consoleItems(workspace: Workspace, showMain: (page: PageReference) => void): HTMLElement[] {
  const { tabs, focusedTabId, main } = workspace.state();
  const focused = tabs.find((tab) => tab.tabId === focusedTabId);
  const toItem = (tab: WorkspaceTab): BarItem => ({
    label: tab.label,
    icon: tab.icon,
    active: tab.tabId === (focused?.parentTabId ?? focused?.tabId),
    highlighted: tab.highlighted,
    tab: true,
    choose: () => workspace.focus(tab.tabId),
    close: tab.closeable ? () => workspace.close(tab.tabId) : undefined,
  });
  const chevron = h(
    'button',
    {
      type: 'button',
      class: 'slds-button slds-button_icon slds-button_icon-container slds-button_icon-small',
      title: 'Show navigation menu',
      'aria-label': 'Show navigation menu',
    },
    icon('utility:chevrondown', 'slds-button__icon'),
  );
  return [
    renderItem({
      label: pageLabel(main),
      icon: pageIcon(main),
      active: focused === undefined,
      tab: true,
      choose: () => showMain(main),
    }),
    h('li', { class: 'slds-context-bar__item wb-nav-item' }, withObjectMenu(chevron, showMain)),
    ...tabs.filter((tab) => tab.parentTabId === null).map((tab) => renderItem(toItem(tab))),
  ];
}

function standardItems(workspace: Workspace, showMain: (page: PageReference) => void): HTMLElement[] {
  const { main } = workspace.state();
  return OBJECTS.map((object) =>
    renderItem({
      label: object.plural,
      icon: null,
      active: main.attributes['objectApiName'] === object.apiName,
      tab: false,
      choose: () => showMain(objectPage(object.apiName)),
    }),
  );
}

/** Row with launcher, app name and either object tabs (standard) or the navigation item and workspace tabs (console). */
export function renderAppBar(workspace: Workspace, appName: string): HTMLElement {
  const showMain = (page: PageReference): void => workspace.showMain(page);
  const items = workspace.isConsole ? consoleItems(workspace, showMain) : standardItems(workspace, showMain);
  return h(
    'div',
    { class: `slds-context-bar ${workspace.isConsole ? 'slds-context-bar_tabs' : ''}` },
    launcher(appName, showMain),
    h(
      'nav',
      { class: 'slds-context-bar__secondary', 'aria-label': 'Tabs' },
      h('ul', { class: 'slds-grid wb-tab-list' }, ...items),
    ),
    h(
      'div',
      { class: 'slds-context-bar__item wb-setup-entry' },
      h(
        'button',
        { type: 'button', class: 'slds-button', onclick: () => showMain(setupPage({})) },
        icon('utility:setup', 'slds-button__icon slds-button__icon_left'),
        'Setup',
      ),
    ),
  );
}
