import { negated } from './expression-mutants.ts';
import { change, changeOf } from './mutant.ts';
import type { Change, TreeNode } from './mutant.ts';

const OTHER_MODE: Readonly<Record<string, string>> = { user: 'system', system: 'user' };

const removed = (node: TreeNode): Change =>
  change('statement removed', node, { kind: 'block', statements: [] });

export function statementMutants(node: TreeNode): readonly Change[] {
  switch (node['kind']) {
    case 'expression':
    case 'merge':
    case 'break':
    case 'continue':
    case 'throw':
      return [removed(node)];
    case 'dml': {
      const mode = OTHER_MODE[String(node['mode'])];
      const access = mode === undefined ? [] : [changeOf(`as ${mode}`, node, { mode })];
      return [removed(node), ...access];
    }
    case 'return': {
      const value = node['value'] as TreeNode | null;
      if (value === null || (value['kind'] === 'literal' && value['type'] === 'null')) return [];
      return [change('null returned', value, { kind: 'literal', type: 'null', text: '' })];
    }
    case 'if':
    case 'while':
    case 'do-while':
      return negated(node['condition'] as TreeNode);
    default:
      return [];
  }
}
