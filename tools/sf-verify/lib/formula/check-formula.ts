import { suggest } from '../closest-name.ts';
import { checkFieldPath } from '../schema/schema.ts';
import type { Schema } from '../schema/schema.ts';
import { FORMULA_FUNCTIONS } from './functions.ts';

interface Token {
  readonly kind: 'text' | 'number' | 'name' | 'sign';
  readonly text: string;
}

const TOKEN =
  /\/\*[\s\S]*?\*\/|\s+|(?<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<number>\d+(?:\.\d+)?)|(?<name>\$?[A-Za-z_][\w.$:]*)|(?<sign><>|<=|>=|!=|==|&&|\|\||[-+*/^&<>=!(),])/y;
const WORDS = new Set(['true', 'false', 'null']);

/** Tokens, or the character that begins none. */
function readTokens(source: string): readonly Token[] | string {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const groups = TOKEN.exec(source)?.groups;
    if (groups === undefined) return source.charAt(at);
    const [kind, text] = Object.entries(groups).find(([, value]) => value !== undefined) ?? [];
    if (kind !== undefined && text !== undefined) tokens.push({ kind: kind as Token['kind'], text });
  }
  return tokens;
}

interface Call {
  readonly name: string;
  arguments: number;
  empty: boolean;
}

function countProblem({ name, arguments: commas, empty }: Call): string[] {
  const range = FORMULA_FUNCTIONS.get(name.toUpperCase());
  const count = empty ? 0 : commas + 1;
  if (name === '' || range === undefined || (count >= range[0] && count <= range[1])) return [];
  const wanted = range[0] === range[1] ? String(range[0]) : `${range[0]} to ${range[1]}`;
  return [`${name} has ${count} arguments, wants ${wanted}`];
}

function checkName(name: string, isCall: boolean, schema: Schema, object: string): string[] {
  if (isCall) {
    return FORMULA_FUNCTIONS.has(name.toUpperCase())
      ? []
      : [`names no function of formulas: ${name}${suggest(name, FORMULA_FUNCTIONS.keys())}`];
  }
  if (name.startsWith('$') || WORDS.has(name.toLowerCase())) return [];
  const problem = checkFieldPath(schema, object === 'Activity' ? 'Task' : object, name.split('.'));
  return problem === null ? [] : [`${problem} (text stands in quotes)`];
}

const OPERATORS = /^(?:<>|<=|>=|!=|==|&&|\|\||[-+*/^&<>=])$/;

/** What is wrong with a formula on an object: signs, parentheses, functions, arguments, fields. */
export function checkFormula(source: string, schema: Schema, object: string): string[] {
  const tokens = readTokens(source.trim());
  if (typeof tokens === 'string') return [`cannot be read at ${tokens} in ${source.trim()}`];
  const problems: string[] = [];
  const calls: Call[] = [];
  for (const [index, { kind, text }] of tokens.entries()) {
    const next = tokens[index + 1];
    const before = tokens[index - 1];
    const open = calls.at(-1);
    if (open !== undefined && text !== ')') open.empty = false;
    if (kind === 'name') problems.push(...checkName(text, next?.text === '(', schema, object));
    if (text === '(' && kind === 'sign') {
      calls.push({ name: before?.kind === 'name' ? before.text : '', arguments: 0, empty: true });
    } else if (text === ')' && kind === 'sign') {
      const call = calls.pop();
      problems.push(...(call === undefined ? ['has a ) without its ('] : countProblem(call)));
    } else if (text === ',' && kind === 'sign' && open !== undefined) open.arguments += 1;
    else if (kind === 'sign' && OPERATORS.test(text) && (next === undefined || next.text === ')')) {
      problems.push(`has nothing after ${text}`);
    }
    const isValue = kind !== 'sign';
    if (isValue && before !== undefined && (before.kind !== 'sign' || before.text === ')')) {
      problems.push(`needs an operator before ${text}`);
    }
  }
  if (calls.length > 0) problems.push(`has a ( without its )`);
  return problems;
}
