import { SaxesParser } from 'saxes';

/** An element and where its opening tag ends; `text` is its own text and CDATA, untrimmed. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  readonly line: number;
}

export type XmlResult =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly line: number; readonly message: string };

interface Building {
  name: string;
  attributes: Record<string, string>;
  children: Building[];
  text: string;
  line: number;
}

/** Reads a document; never throws. */
export function parseXml(source: string): XmlResult {
  const parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
  const stack: Building[] = [];
  let root: Building | null = null;
  let failure: { line: number; message: string } | null = null;
  parser.on('error', (error) => {
    failure ??= { line: parser.line, message: error.message.replace(/^\d+:\d+: /, '') };
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Building = { name, attributes, children: [], text: '', line: parser.line };
    stack.at(-1)?.children.push(element);
    root ??= element;
    stack.push(element);
  });
  const addText = (text: string): void => {
    const top = stack.at(-1);
    if (top !== undefined) top.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => stack.pop());
  parser.write(source).close();
  if (failure !== null) return { ok: false, ...(failure as { line: number; message: string }) };
  return root === null ? { ok: false, line: 1, message: 'no element' } : { ok: true, root };
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** Trimmed text of the first child of that name. */
export function textOf(element: XmlElement, name: string): string | undefined {
  return childOf(element, name)?.text.trim();
}

/** The element and everything below it, in document order. */
export function descendants(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(descendants)];
}
