type Child = Node | string | null | undefined | false;
type Attribute = string | number | boolean | null | undefined | ((event: Event) => void);

const SVG = 'http://www.w3.org/2000/svg';

/** An element: `on…` attributes are listeners, `true` is an empty attribute, null and false are left out. */
export function h(
  tag: string,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: Child[]
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.replace(/^on/, ''), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
}

/** An icon of the design system's sprites, `utility:call`. */
export function icon(name: string, classes = 'slds-icon slds-icon_x-small slds-icon-text-default'): Element {
  const [category = 'utility', symbol = name] = name.split(':');
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', classes);
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `/assets/icons/${category}-sprite/svg/symbols.svg#${symbol}`);
  svg.append(use);
  return svg;
}

/** An object's coloured icon, as beside a record's name. */
export function objectIcon(name: string, size = 'small'): HTMLElement {
  const [category = 'standard', symbol = 'record'] = name.split(':');
  return h(
    'span',
    { class: `slds-icon_container slds-icon-${category}-${symbol.replaceAll('_', '-')}` },
    icon(name, `slds-icon slds-icon_${size}`),
  );
}

export function button(
  label: string,
  onClick: () => void,
  classes = 'slds-button slds-button_neutral',
): HTMLElement {
  return h('button', { type: 'button', class: classes, onclick: () => onClick() }, label);
}

export function iconButton(
  name: string,
  label: string,
  onClick: () => void,
  classes = 'slds-button slds-button_icon',
): HTMLElement {
  return h(
    'button',
    { type: 'button', class: classes, title: label, 'aria-label': label, onclick: () => onClick() },
    icon(name, 'slds-button__icon'),
  );
}
