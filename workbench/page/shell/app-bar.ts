import { h, icon, iconButton, objectIcon } from './dom.ts';
import { OBJECTS } from './objects.ts';
import { objectPage, pageIcon, pageLabel } from './page-reference.ts';
import type { PageReference } from './page-reference.ts';
import type { Workspace, WorkspaceTab } from './workspace.ts';

function launcher(appName: string): HTMLElement {
  return h(
    'div',
    { class: 'slds-context-bar__primary' },
    h(
      'div',
      { class: 'slds-context-bar__item slds-context-bar__dropdown-trigger' },
      h(
        'div',
        { class: 'slds-context-bar__icon-action' },
        h(
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
        ),
      ),
      h(
        'span',
        { class: 'slds-context-bar__label-action slds-context-bar__app-name' },
        h('span', { class: 'slds-truncate' }, appName),
      ),
    ),
  );
}

function item(options: {
  readonly label: string;
  readonly icon: string | null;
  readonly active: boolean;
  readonly highlighted?: boolean;
  readonly tab: boolean;
  choose(): void;
  close?: (() => void) | undefined;
}): HTMLElement {
  return h(
    'li',
    {
      class: [
        'slds-context-bar__item',
        options.tab ? 'slds-context-bar__item_tab' : '',
        options.active ? 'slds-is-active' : '',
        options.highlighted === true ? 'slds-has-notification' : '',
      ].join(' '),
    },
    h(
      'a',
      {
        href: '#',
        class: 'slds-context-bar__label-action',
        title: options.label,
        'aria-current': options.active ? 'page' : null,
        onclick: (event) => {
          event.preventDefault();
          options.choose();
        },
      },
      options.icon === null ? null : objectIcon(options.icon, 'x-small'),
      h('span', { class: 'slds-truncate slds-m-left_x-small' }, options.label),
    ),
    options.close === undefined
      ? null
      : h(
          'div',
          { class: 'slds-context-bar__icon-action' },
          iconButton(
            'utility:close',
            `Close ${options.label}`,
            options.close,
            'slds-button slds-button_icon slds-button_icon-container slds-button_icon-x-small',
          ),
        ),
  );
}

function navigationMenu(main: PageReference, choose: (page: PageReference) => void): HTMLElement {
  const menu = h(
    'div',
    { class: 'slds-dropdown slds-dropdown_left wb-nav-menu', hidden: true },
    h(
      'ul',
      { class: 'slds-dropdown__list', role: 'menu' },
      ...OBJECTS.map((object) =>
        h(
          'li',
          { class: 'slds-dropdown__item', role: 'presentation' },
          h(
            'a',
            {
              href: '#',
              role: 'menuitem',
              onmousedown: (event) => event.preventDefault(),
              onclick: (event) => {
                event.preventDefault();
                menu.hidden = true;
                choose(objectPage(object.apiName));
              },
            },
            h(
              'span',
              { class: 'slds-truncate' },
              objectIcon(object.icon, 'x-small'),
              h('span', { class: 'slds-m-left_x-small' }, object.plural),
            ),
          ),
        ),
      ),
    ),
  );
  const trigger = iconButton(
    'utility:chevrondown',
    'Show navigation menu',
    () => {
      menu.hidden = !menu.hidden;
    },
    'slds-button slds-button_icon slds-button_icon-container slds-button_icon-small',
  );
  trigger.addEventListener('blur', () => {
    menu.hidden = true;
  });
  return h('div', { class: 'wb-nav-trigger', 'data-main': main.type }, trigger, menu);
}

/** Row with launcher, app name and either object tabs (standard) or the navigation item and workspace tabs (console). */
export function renderAppBar(workspace: Workspace, appName: string): HTMLElement {
  const { tabs, focusedTabId, main } = workspace.state();
  const focused = tabs.find((tab) => tab.tabId === focusedTabId);
  const isActive = (tab: WorkspaceTab): boolean => tab.tabId === (focused?.parentTabId ?? focused?.tabId);
  const showMain = (page: PageReference): void => workspace.showMain(page);
  const items = workspace.isConsole
    ? [
        item({
          label: pageLabel(main),
          icon: pageIcon(main),
          active: focused === undefined,
          tab: true,
          choose: () => showMain(main),
        }),
        h('li', { class: 'slds-context-bar__item wb-nav-item' }, navigationMenu(main, showMain)),
        ...tabs
          .filter((tab) => tab.parentTabId === null)
          .map((tab) =>
            item({
              label: tab.label,
              icon: tab.icon,
              active: isActive(tab),
              highlighted: tab.highlighted,
              tab: true,
              choose: () => workspace.focus(tab.tabId),
              close: tab.closeable ? () => workspace.close(tab.tabId) : undefined,
            }),
          ),
      ]
    : OBJECTS.map((object) =>
        item({
          label: object.plural,
          icon: null,
          active: main.attributes['objectApiName'] === object.apiName,
          tab: false,
          choose: () => showMain(objectPage(object.apiName)),
        }),
      );
  return h(
    'div',
    { class: `slds-context-bar ${workspace.isConsole ? 'slds-context-bar_tabs' : ''}` },
    launcher(appName),
    h(
      'nav',
      { class: 'slds-context-bar__secondary', 'aria-label': 'Tabs' },
      h('ul', { class: 'slds-grid wb-tab-list' }, ...items),
    ),
  );
}

/** The subtabs of the workspace tab in front; null when it has none. */
export function renderSubtabs(workspace: Workspace): HTMLElement | null {
  const { tabs, focusedTabId } = workspace.state();
  const focused = tabs.find((tab) => tab.tabId === focusedTabId);
  const parent =
    focused?.parentTabId === null ? focused : tabs.find((tab) => tab.tabId === focused?.parentTabId);
  const subtabs = tabs.filter((tab) => parent !== undefined && tab.parentTabId === parent.tabId);
  if (parent === undefined || subtabs.length === 0) return null;
  return h(
    'div',
    { class: 'slds-sub-tabs wb-subtabs' },
    h(
      'ul',
      { class: 'slds-sub-tabs__nav', role: 'tablist' },
      ...[parent, ...subtabs].map((tab) =>
        h(
          'li',
          {
            class: `slds-sub-tabs__item slds-grid slds-grid_vertical-align-center ${tab === focused ? 'slds-active' : ''}`,
            role: 'presentation',
          },
          h(
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
            icon(
              tab.icon.replace('standard:', 'standard:'),
              `slds-icon slds-icon_x-small wb-subtab-icon slds-icon-${tab.icon.replace(':', '-').replaceAll('_', '-')}`,
            ),
            h('span', { class: 'slds-truncate slds-m-left_x-small' }, tab.label),
          ),
          tab === parent
            ? null
            : iconButton(
                'utility:close',
                `Close ${tab.label}`,
                () => workspace.close(tab.tabId),
                'slds-button slds-button_icon slds-button_icon-container slds-button_icon-x-small',
              ),
        ),
      ),
    ),
  );
}
