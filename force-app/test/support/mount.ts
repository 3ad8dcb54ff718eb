import { createElement } from 'lwc';
import type { LightningElement } from 'lwc';

/** Lets promises, and with them rerendering, come to rest. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 10; round += 1) await Promise.resolve();
}

/** Creates a component with its properties and puts it on the page; `prepare` sees it before. */
export async function mount<P extends object>(
  tag: string,
  is: typeof LightningElement,
  properties: P,
  prepare: (element: HTMLElement) => void = () => undefined,
): Promise<HTMLElement & P> {
  const element = createElement(tag, { is: is as never }) as unknown as HTMLElement & P;
  Object.assign(element, properties);
  prepare(element);
  document.body.append(element);
  await settle();
  return element;
}

/** Takes every component off the page. */
export function unmountAll(): void {
  document.body.replaceChildren();
}

/** The component's own tree, shadow or light. */
const treeOf = (element: Element): ParentNode => element.shadowRoot ?? element;

export function find<E extends Element = HTMLElement>(element: Element, selector: string): E {
  const found = treeOf(element).querySelector<E>(selector);
  expect(found).not.toBeNull();
  return found as E;
}

export function findAll<E extends Element = HTMLElement>(element: Element, selector: string): E[] {
  return [...treeOf(element).querySelectorAll<E>(selector)];
}

function listTexts(node: Node): string[] {
  if (node.nodeType === Node.TEXT_NODE)
    return [(node.textContent ?? '').trim()].filter((text) => text !== '');
  return [...node.childNodes].flatMap(listTexts);
}

/** The text of an element's own tree (templates drop white space between elements; here a blank stands for it). */
export function textOf(element: Element): string {
  return listTexts(treeOf(element)).join(' ');
}

/** The details of every event of this name, in order. */
export function record<T>(element: Element, name: string): T[] {
  const details: T[] = [];
  element.addEventListener(name, (event) => details.push((event as CustomEvent<T>).detail));
  return details;
}
