import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { PacelineError } from '../errors.ts';

/** An element: its attributes, its text and its children by name, in the order of the file. */
export interface XmlElement {
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly XmlChild[];
}

export interface XmlChild {
  readonly name: string;
  readonly element: XmlElement;
}

type OrderedNode = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
});

function toElement(node: OrderedNode, name: string): XmlElement {
  const nodes = node[name] as readonly OrderedNode[];
  const names = (child: OrderedNode): string | undefined =>
    Object.keys(child).find((key) => key !== ':@' && key !== '#text');
  return {
    attributes: (node[':@'] ?? {}) as Record<string, string>,
    text: nodes.map((child) => (typeof child['#text'] === 'string' ? child['#text'] : '')).join(''),
    children: nodes.flatMap((child) => {
      const childName = names(child);
      return childName === undefined ? [] : [{ name: childName, element: toElement(child, childName) }];
    }),
  };
}

/** The root element of a metadata file; throws `invalid-settings` naming the file when it is broken or has another root. */
export function parseXml(content: string, rootName: string, file: string): XmlElement {
  const valid = XMLValidator.validate(content);
  if (valid !== true) {
    const { line, msg } = valid.err;
    throw new PacelineError('invalid-settings', `The metadata file is not XML (line ${line}: ${msg})`, {
      path: file,
    });
  }
  const nodes = parser.parse(content) as readonly OrderedNode[];
  const root = nodes.find((node) => rootName in node);
  if (root === undefined) {
    throw new PacelineError('invalid-settings', `The metadata file has no <${rootName}> root`, {
      path: file,
      hint: 'Write it in source format, as the Salesforce CLI retrieves it',
    });
  }
  return toElement(root, rootName);
}

export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name).map((child) => child.element);
}

/** Text of the first child of that name; null when there is none. */
export function childText(element: XmlElement, name: string): string | null {
  return childrenOf(element, name)[0]?.text.trim() ?? null;
}
