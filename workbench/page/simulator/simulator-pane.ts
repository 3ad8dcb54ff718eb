import { h, iconButton } from '../shell/dom.ts';

function section(title: string, content: HTMLElement, open: boolean): HTMLElement {
  return h(
    'details',
    { class: 'wb-section', open },
    h('summary', { class: 'slds-text-title_bold' }, title),
    content,
  );
}

/** The docked pane beside the page: not part of Lightning, hence out of the way when closed. */
export function createSimulatorPane(
  sections: readonly { readonly title: string; readonly content: HTMLElement; readonly open: boolean }[],
  close: () => void,
): HTMLElement {
  return h(
    'aside',
    { class: 'slds-panel slds-is-open wb-simulator', 'aria-label': 'Simulator' },
    h(
      'div',
      { class: 'slds-panel__header' },
      h('h2', { class: 'slds-panel__header-title slds-text-heading_small' }, 'Simulator'),
      iconButton('utility:close', 'Close the simulator', close),
    ),
    h(
      'div',
      { class: 'slds-panel__body wb-simulator-body' },
      ...sections.map(({ title, content, open }) => section(title, content, open)),
    ),
  );
}
