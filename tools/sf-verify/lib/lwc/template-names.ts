import { parse } from '@lwc/template-compiler';

/** A name of the component's class that a template uses. */
export interface UsedName {
  readonly name: string;
  readonly line: number;
}

/** A property that a template sets on another component of the project, `c-...`. */
export interface SetProperty extends UsedName {
  readonly component: string;
}

/** A property or handler that a template gives an element of another component; `literal` is its value where it is written. */
export interface GivenName extends UsedName {
  readonly tag: string;
  readonly literal: string | null;
}

export interface TemplateNames {
  /** Properties of base components, `lightning-...`. */
  readonly given: readonly GivenName[];
  /** Handlers on components of the project, `c-...`. */
  readonly listened: readonly GivenName[];
  readonly used: readonly UsedName[];
  readonly refs: ReadonlySet<string>;
  readonly set: readonly SetProperty[];
}

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const nameOf = (value: unknown): string[] =>
  isNode(value) && typeof value['name'] === 'string' ? [value['name']] : [];
const lineOf = (node: Node, fallback: number): number => {
  const location = node['location'];
  return isNode(location) && typeof location['startLine'] === 'number' ? location['startLine'] : fallback;
};

/** Names that a node brings into scope for what is below it. */
function scopeOf(node: Node): string[] {
  switch (node['type']) {
    case 'ForEach':
      return [...nameOf(node['item']), ...nameOf(node['index'])];
    case 'ForOf':
      return nameOf(node['iterator']);
    case 'ScopedSlotFragment':
      return isNode(node['slotData']) ? nameOf(node['slotData']['value']) : [];
    default:
      return [];
  }
}

const DECLARATIONS = new Set(['item', 'index', 'iterator', 'slotData', 'location', 'directiveLocation']);

/** Reads a template with the LWC parser; what the parser itself refuses is the compiler's to report. */
export function readTemplateNames(source: string, name: string): TemplateNames {
  const { root } = parse(source, { name, namespace: 'c', apiVersion: 65 });
  const used: UsedName[] = [];
  const refs = new Set<string>();
  const set: SetProperty[] = [];
  const given: GivenName[] = [];
  const listened: GivenName[] = [];
  const visit = (value: unknown, scope: readonly string[], line: number): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item, scope, line);
      return;
    }
    if (!isNode(value)) return;
    const here = lineOf(value, line);
    if (value['type'] === 'Identifier' && typeof value['name'] === 'string') {
      if (!scope.includes(value['name'])) used.push({ name: value['name'], line: here });
      return;
    }
    if (value['type'] === 'MemberExpression') {
      visit(value['object'], scope, here);
      if (value['computed'] === true) visit(value['property'], scope, here);
      return;
    }
    if (value['type'] === 'Directive' && value['name'] === 'Ref' && isNode(value['value'])) {
      refs.add(String(value['value']['value']));
    }
    if (value['type'] === 'Component' && String(value['name']).startsWith('c-')) {
      for (const property of value['properties'] as readonly Node[]) {
        set.push({
          component: String(value['name']),
          name: String(property['name']),
          line: lineOf(property, here),
        });
      }
    }
    if (value['type'] === 'Component') {
      const tag = String(value['name']);
      const items = (tag.startsWith('c-') ? value['listeners'] : value['properties']) as readonly Node[];
      for (const item of items) {
        const content = item['value'];
        const isLiteral =
          isNode(content) && content['type'] === 'Literal' && typeof content['value'] === 'string';
        (tag.startsWith('c-') ? listened : given).push({
          tag,
          name: String(item['name']),
          line: lineOf(item, here),
          literal: isLiteral ? String(content['value']) : null,
        });
      }
    }
    const inner = [...scope, ...scopeOf(value)];
    for (const [key, child] of Object.entries(value)) {
      if (!DECLARATIONS.has(key)) visit(child, inner, here);
    }
  };
  visit(root, [], 1);
  return { used, refs, set, given, listened };
}
