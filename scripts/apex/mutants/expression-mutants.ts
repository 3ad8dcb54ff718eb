import { change, changeOf } from './mutant.ts';
import type { Change, TreeNode } from './mutant.ts';

const OTHER_OPERATOR: Readonly<Record<string, string>> = {
  '==': '!=',
  '!=': '==',
  '===': '!==',
  '!==': '===',
  '&&': '||',
  '||': '&&',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
};
const OTHER_MODE: Readonly<Record<string, string>> = { USER_MODE: 'SYSTEM_MODE', SYSTEM_MODE: 'USER_MODE' };
const NUMBERS: ReadonlySet<unknown> = new Set(['integer', 'long', 'double', 'decimal']);

/** How a message is worded is nobody's behavior. */
const isProse = (text: string): boolean => /[a-z:,] |^ [a-z]/i.test(text);

function literalMutants(node: TreeNode): readonly Change[] {
  const text = String(node['text']);
  if (node['type'] === 'string' && isProse(text)) return [];
  if (node['type'] === 'string')
    return [changeOf(`'${text}' becomes '${text}~'`, node, { text: `${text}~` })];
  if (node['type'] === 'boolean') {
    const other = text.toLowerCase() === 'true' ? 'false' : 'true';
    return [changeOf(`${text} becomes ${other}`, node, { text: other })];
  }
  if (!NUMBERS.has(node['type'])) return [];
  const more = String(Number(text) + 1);
  const less = Number(text) - 1;
  const fewer = less < 0 ? [] : [changeOf(`${text} becomes ${less}`, node, { text: String(less) })];
  return [changeOf(`${text} becomes ${more}`, node, { text: more }), ...fewer];
}

/** `text.trim()` becomes `text`; what has another type is refused by the compiler. */
function linkMutants(node: TreeNode, isStatement: boolean): readonly Change[] {
  const target = node['target'] as TreeNode | null;
  if (target === null || isStatement) return [];
  return [change(`.${String(node['name'])}(...) removed`, node, target)];
}

export function expressionMutants(node: TreeNode, isStatement: boolean): readonly Change[] {
  switch (node['kind']) {
    case 'literal':
      return literalMutants(node);
    case 'member': {
      const mode = OTHER_MODE[String(node['name'])];
      return mode === undefined
        ? []
        : [changeOf(`${String(node['name'])} becomes ${mode}`, node, { name: mode })];
    }
    case 'binary': {
      const operator = String(node['operator']);
      const other = OTHER_OPERATOR[operator];
      return other === undefined ? [] : [changeOf(`${operator} becomes ${other}`, node, { operator: other })];
    }
    case 'unary':
      return node['operator'] === '!' || node['operator'] === '-'
        ? [change(`${node['operator']} removed`, node, node['operand'] as TreeNode)]
        : [];
    case 'step': {
      const other = node['operator'] === '++' ? '--' : '++';
      return [changeOf(`${String(node['operator'])} becomes ${other}`, node, { operator: other })];
    }
    case 'call':
      return linkMutants(node, isStatement);
    // In a condition of a query.
    case 'string':
      return [changeOf(`'${String(node['text'])}' changed`, node, { text: `${String(node['text'])}~` })];
    case 'boolean':
      return [changeOf(`${String(node['value'])} negated`, node, { value: node['value'] !== true })];
    case 'conditional':
      return negated(node['condition'] as TreeNode);
    default:
      return [];
  }
}

const IS_CHANGED_OTHERWISE: ReadonlySet<unknown> = new Set(['==', '!=', '===', '!==', '!']);

/** A condition becomes its opposite. */
export function negated(condition: TreeNode): readonly Change[] {
  if (IS_CHANGED_OTHERWISE.has(condition['operator'])) return [];
  return [
    change('condition negated', condition, { kind: 'unary', operator: '!', operand: { ...condition } }),
  ];
}
