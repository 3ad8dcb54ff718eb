import type { ActionScope } from '../../model/action-request.ts';
import type { FieldValue } from '../../model/apex-contract.ts';
import type { Expression, Template } from './ast.ts';
import { readField } from './fields.ts';
import { MERGE_FUNCTIONS } from './functions.ts';
import type { MergeEnvironment } from './functions.ts';

/** A template's value. `empties` are the fields that had no value and no default, by their paths, each once. */
export interface ResolvedTemplate {
  /** A lone merge field keeps its type, anything else is text; null when nothing but spaces comes out. */
  readonly value: FieldValue;
  readonly text: string;
  readonly empties: readonly string[];
}

const isEmpty = (value: FieldValue): boolean => value === null || String(value).trim() === '';

function evaluate(
  expression: Expression,
  scope: ActionScope,
  environment: MergeEnvironment,
  empties: Set<string>,
): FieldValue {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'field': {
      const value = readField(expression.path, scope);
      if (isEmpty(value)) empties.add(expression.path.join('.'));
      return value;
    }
    case 'call':
      return evaluateCall(expression, scope, environment, empties);
  }
}

function evaluateCall(
  { name, args }: Extract<Expression, { kind: 'call' }>,
  scope: ActionScope,
  environment: MergeEnvironment,
  empties: Set<string>,
): FieldValue {
  const [first, second] = args;
  if (name === 'default' && first !== undefined && second !== undefined) {
    const value = evaluate(first, scope, environment, new Set());
    return isEmpty(value) ? evaluate(second, scope, environment, empties) : value;
  }
  const values = args.map((arg) => evaluate(arg, scope, environment, empties));
  const result = MERGE_FUNCTIONS[name]?.apply(values, environment) ?? null;
  if (isEmpty(result) && !values.some(isEmpty)) empties.add(`${name}()`);
  return result;
}

/** Puts a call's values into a template. Pure; a known field without a value is empty and named in `empties`. */
export function resolveTemplate(
  template: Template,
  scope: ActionScope,
  environment: MergeEnvironment,
): ResolvedTemplate {
  const empties = new Set<string>();
  const values = template.map((part) =>
    typeof part === 'string' ? part : evaluate(part, scope, environment, empties),
  );
  const text = values.map((value) => (value === null ? '' : String(value))).join('');
  const lone = template.length === 1 && typeof template[0] !== 'string' ? (values[0] ?? null) : text;
  return { value: isEmpty(lone) ? null : lone, text, empties: [...empties] };
}
