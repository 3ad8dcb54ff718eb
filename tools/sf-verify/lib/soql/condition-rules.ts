import type { FieldExpressionContext, SoqlFunctionContext, ValueContext } from '@apexdevtools/apex-parser';
import { picklistWords } from '../schema/object-definitions.ts';
import { textOf, childOf } from '../xml.ts';
import { KIND_WORDS } from './field-kind.ts';
import type { FieldKind } from './field-kind.ts';
import { fieldOf } from './query-scope.ts';
import type { QueryField, QueryScope } from './query-scope.ts';
import { bindFits, elementType, fits, valueKindOf } from './value-kind.ts';

/** Kinds that no condition may name. Source: SOQL and SOSL Reference, Field Filterability; Object Reference, field types. */
const NOT_FILTERED = new Set<FieldKind>(['blob', 'compound', 'encrypted', 'longText']);
const LIKE = new Set<FieldKind>(['autoNumber', 'picklist', 'text', 'unknown']);
const NOT_ORDERED = new Set<FieldKind>(['boolean', 'multiPicklist']);

function operatorProblem({ text, kind }: QueryField, operator: string): string | null {
  const what = `${text} is ${KIND_WORDS[kind]}`;
  if (NOT_FILTERED.has(kind))
    return `${what}: a condition cannot name it, filter in Apex or by another field`;
  if (operator === 'like' && !LIKE.has(kind)) return `${what}: LIKE is for text`;
  if (/includes|excludes/.test(operator) && kind !== 'multiPicklist' && kind !== 'unknown') {
    return `${what}: ${operator.toUpperCase()} is for multi-select picklists, write IN`;
  }
  if (/^[<>]=?$/.test(operator) && NOT_ORDERED.has(kind))
    return `${what}: it cannot be compared by ${operator}`;
  return null;
}

function wordProblem({ text, field }: QueryField, word: string): string | null {
  const set = field.definition === undefined ? undefined : childOf(field.definition.element, 'valueSet');
  const words = field.definition === undefined ? null : picklistWords(field.definition);
  if (words === null || set === undefined || textOf(set, 'restricted') !== 'true') return null;
  const known = words.some((item) => item.toLowerCase() === word.toLowerCase());
  return known || word === '' ? null : `${text} has no value '${word}': its values are ${words.join(', ')}`;
}

function bindProblem(
  scope: QueryScope,
  { text, kind }: QueryField,
  operator: string,
  value: ValueContext,
): string | null {
  const expression = value.boundExpression().expression().getText();
  if (!/^\w+$/.test(expression)) return null;
  const type = scope.bindType(expression);
  if (type === null) return null;
  const element = elementType(type);
  const many = /in$|includes|excludes/.test(operator);
  const isSimple = /^(boolean|date|datetime|decimal|double|id|integer|long|string|time)$/i.test(type);
  if (many && isSimple) return `:${expression} is a ${type}: IN needs a list or set`;
  if (!many && operator !== 'like' && element !== null)
    return `:${expression} is a ${type}: ${operator} needs one value, write IN`;
  return bindFits(kind, element ?? type)
    ? null
    : `${text} is ${KIND_WORDS[kind]}: :${expression}, a ${type}, cannot be compared with it`;
}

function valueProblem(
  scope: QueryScope,
  field: QueryField,
  operator: string,
  value: ValueContext,
): string | null {
  const kind = valueKindOf(value);
  const many = /in$|includes|excludes/.test(operator);
  if (kind === null) return null;
  if (kind === 'bind') return bindProblem(scope, field, operator, value);
  if (kind === 'list') {
    if (!many) return `${operator} needs one value, not a list: write IN`;
    const values = value.valueList().value_list();
    return values.map((item) => scalarProblem(field, operator, item)).find((item) => item !== null) ?? null;
  }
  if (many && kind !== 'query')
    return `${operator.toUpperCase()} needs a list in parentheses, a bind or a sub-query`;
  return scalarProblem(field, operator, value);
}

function scalarProblem(field: QueryField, operator: string, value: ValueContext): string | null {
  const kind = valueKindOf(value);
  const text = value.getText();
  if (kind === null || kind === 'list') return null;
  if (!fits(field.kind, kind)) {
    return `${field.text} is ${KIND_WORDS[field.kind]}: ${text} cannot be compared with it`;
  }
  if (kind === 'null' && /^[<>]=?$|like/.test(operator))
    return `${operator} cannot compare with NULL: write = or !=`;
  if (kind !== 'string') return null;
  const word = text.slice(1, -1);
  if (field.kind === 'id' && !/^(\w{15}|\w{18})?$/.test(word))
    return `${field.text} is an id: ${text} is none`;
  return operator === 'like' ? null : wordProblem(field, word);
}

const DATE_PARTS = /^(calendar|fiscal|day|week|hour)_/i;

function checkFunction(
  scope: QueryScope,
  condition: FieldExpressionContext,
  call: SoqlFunctionContext,
  isHaving: boolean,
): void {
  const name = call.getText().replace(/\(.*$/s, '');
  const value = condition.value();
  if (!isHaving && /^(avg|count|count_distinct|max|min|sum)$/i.test(name)) {
    scope.report(condition, `WHERE cannot name ${name}(): write HAVING`);
  }
  const kind = valueKindOf(value);
  const isDate = /^day_only$/i.test(name);
  if (DATE_PARTS.test(name) && !isDate && kind !== 'number' && kind !== 'bind') {
    scope.report(value, `${name}() is a number: ${value.getText()} cannot be compared with it`);
  }
}

/** Compares the operator and the value of one condition with the type of its field. */
export function checkCondition(
  scope: QueryScope,
  condition: FieldExpressionContext,
  isHaving: boolean,
): void {
  const call = condition.soqlFunction() as SoqlFunctionContext | null;
  const operator = condition.comparisonOperator().getText().toLowerCase();
  const value = condition.value();
  if (call !== null) {
    checkFunction(scope, condition, call, isHaving);
    return;
  }
  const field = fieldOf(scope, condition.fieldName());
  if (field === null) return;
  const problem = operatorProblem(field, operator) ?? valueProblem(scope, field, operator, value);
  if (problem !== null) scope.report(condition, problem);
}
