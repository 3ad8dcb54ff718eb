import { changeOf } from './mutant.ts';
import type { Change, TreeNode } from './mutant.ts';

const OTHER_MODE: Readonly<Record<string, string>> = { user: 'system', system: 'user' };
const OTHER_OPERATOR: Readonly<Record<string, string>> = {
  '=': '!=',
  '!=': '=',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  in: 'not in',
  'not in': 'in',
};

const listOf = (value: unknown): readonly TreeNode[] => (Array.isArray(value) ? (value as TreeNode[]) : []);

function orderMutants(query: TreeNode): readonly Change[] {
  const order = listOf(query['orderBy']);
  const [first, ...others] = order;
  if (first === undefined) return [];
  const reversed = { ...first, isDescending: first['isDescending'] !== true, nulls: null };
  return [
    changeOf('ORDER BY removed', query, { orderBy: [] }),
    changeOf('ORDER BY reversed', query, { orderBy: [reversed, ...others] }),
  ];
}

/** Changes of `SELECT ... FROM ...` as a whole, and of `FIND ...`. */
export function queryMutants(query: TreeNode): readonly Change[] {
  const mode = OTHER_MODE[String(query['with'])];
  return [
    ...(mode === undefined
      ? []
      : [
          changeOf(
            `WITH ${String(query['with']).toUpperCase()}_MODE becomes ${mode.toUpperCase()}_MODE`,
            query,
            { with: mode },
          ),
        ]),
    ...(query['limit'] === null ? [] : [changeOf('LIMIT removed', query, { limit: null })]),
    ...(listOf(query['for']).length === 0 ? [] : [changeOf('FOR UPDATE removed', query, { for: [] })]),
    ...(query['allRows'] === true ? [changeOf('ALL ROWS removed', query, { allRows: false })] : []),
    ...orderMutants(query),
  ];
}

/** Changes of a condition of WHERE. */
export function conditionMutants(condition: TreeNode): readonly Change[] {
  const { kind } = condition;
  if (kind === 'comparison') {
    const operator = String(condition['operator']);
    const other = OTHER_OPERATOR[operator];
    return other === undefined
      ? []
      : [changeOf(`${operator} becomes ${other}`, condition, { operator: other })];
  }
  const parts = listOf(condition['parts']);
  const word = String(kind).toUpperCase();
  return [
    changeOf(`${word} becomes ${kind === 'and' ? 'OR' : 'AND'}`, condition, {
      kind: kind === 'and' ? 'or' : 'and',
    }),
    ...parts.map((_part, index) =>
      changeOf(`part ${index + 1} of ${word} removed`, condition, {
        parts: parts.filter((_, at) => at !== index),
      }),
    ),
  ];
}
