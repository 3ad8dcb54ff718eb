import { h, icon, iconButton } from './dom.ts';
import type { Utilities, UtilityState } from './utilities.ts';

/** The bar at the bottom. A panel is made once and never moved or destroyed; minimised, it is out of sight only. */
export function createUtilityBar(
  utilities: Utilities,
  contents: ReadonlyMap<string, HTMLElement>,
): { readonly element: HTMLElement; render(): void } {
  const list = h('ul', { class: 'slds-utility-bar' });
  const element = h(
    'footer',
    { class: 'slds-utility-bar_container wb-utility-bar', 'aria-label': 'Utility Bar' },
    h('h2', { class: 'slds-assistive-text' }, 'Utility Bar'),
    list,
  );
  const parts = new Map<
    string,
    { panel: HTMLElement; title: HTMLElement; button: HTMLElement; item: HTMLElement }
  >();

  const create = (
    utility: UtilityState,
  ): { panel: HTMLElement; title: HTMLElement; button: HTMLElement; item: HTMLElement } => {
    const title = h('span', { class: 'wb-panel-title slds-grid slds-grid_vertical-align-center' });
    const panel = h(
      'div',
      {
        class: 'slds-utility-panel wb-panel',
        role: 'dialog',
        'aria-label': utility.panelLabel,
        'data-utility': utility.id,
      },
      h(
        'div',
        { class: 'slds-utility-panel__header slds-grid slds-grid_align-spread slds-shrink-none' },
        h('div', { class: 'slds-media slds-media_center' }, title),
        h(
          'div',
          { class: 'slds-shrink-none' },
          iconButton('utility:minimize_window', 'Minimize', () => utilities.click(utility.id)),
        ),
      ),
      h('div', { class: 'slds-utility-panel__body wb-panel-body' }, contents.get(utility.id) ?? null),
    );
    const button = h('button', {
      type: 'button',
      class: 'slds-button slds-utility-bar__action',
      onclick: () => utilities.click(utility.id),
    });
    const item = h('li', { class: 'slds-utility-bar__item' }, button);
    list.append(item);
    element.append(panel);
    return { panel, title, button, item };
  };

  const render = (): void => {
    for (const utility of utilities.all()) {
      const part = parts.get(utility.id) ?? create(utility);
      parts.set(utility.id, part);
      part.panel.classList.toggle('slds-is-open', utility.open);
      document.body.classList.toggle('wb-panel-open', utility.open);
      part.panel.style.width = `${utility.width}px`;
      part.panel.style.height = `${utility.height}px`;
      part.title.replaceChildren(
        icon(utility.panelIcon, 'slds-icon slds-icon_x-small slds-icon-text-default slds-m-right_x-small'),
        utility.panelLabel,
      );
      part.item.className = `slds-utility-bar__item ${utility.highlighted ? 'slds-utility-bar__item_pop-out wb-highlighted' : ''}`;
      part.button.classList.toggle('slds-is-active', utility.open);
      part.button.setAttribute('aria-expanded', String(utility.open));
      part.button.replaceChildren(
        icon(utility.icon, 'slds-button__icon slds-button__icon_left'),
        h('span', { class: 'slds-utility-bar__text' }, utility.label),
      );
    }
  };
  render();
  utilities.subscribe(render);
  return { element, render };
}
