import type { Expression, Template } from './ast.ts';
import { createdObject } from './fields.ts';

type FieldPath = readonly string[];

function fieldsIn(expression: Expression): readonly FieldPath[] {
  if (expression.kind === 'call') return expression.args.flatMap(fieldsIn);
  return expression.kind === 'field' ? [expression.path] : [];
}

/** Every merge field that a template reads. */
export function templateFields(template: Template): readonly FieldPath[] {
  return template.flatMap((part) => (typeof part === 'string' ? [] : fieldsIn(part)));
}

/** The object of a template that is `{!created.Case.Id}` and nothing else: the server can fill in such an id. */
export function loneCreated(template: Template): string | null {
  const [part, second] = template;
  if (part === undefined || second !== undefined) return null;
  return typeof part === 'object' && part.kind === 'field' ? createdObject(part.path) : null;
}
