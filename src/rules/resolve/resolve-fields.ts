import type { FieldValue } from '../../model/apex-contract.ts';
import { ownValue } from '../../model/plain-value.ts';
import { loneCreated } from '../merge/template-fields.ts';
import type { Resolver } from './resolver.ts';

type FieldMap = Readonly<Record<string, string | number | boolean | null>>;

/** Field values, and the fields that take the id of a record which the same request creates. */
export interface ResolvedFields {
  readonly fields: Record<string, FieldValue>;
  readonly references: Record<string, string>;
}

/** The key of the operation that creates the record a lone `{!created.Case.Id}` names, while it has no id yet. */
function referenceOf(resolver: Resolver, what: string, template: string): string | null {
  const object = loneCreated(resolver.template(what, template));
  return object === null ? null : ownValue(resolver.scope.creating, object);
}

/** A field whose merge fields come out empty is left out, so that nothing is overwritten; a written null or empty text clears. */
export function resolveFields(map: FieldMap, resolver: Resolver): ResolvedFields {
  const fields: Record<string, FieldValue> = {};
  const references: Record<string, string> = {};
  for (const [name, value] of Object.entries(map)) {
    if (typeof value !== 'string' || value === '') {
      fields[name] = value === '' ? null : value;
      continue;
    }
    const what = `fields.${name}`;
    const reference = referenceOf(resolver, what, value);
    if (reference !== null) {
      references[name] = reference;
      continue;
    }
    const resolved = resolver.value(what, value);
    if (resolved !== null) fields[name] = resolved;
  }
  return { fields, references };
}

/** Leaves an empty map of references out of an operation. */
export function withReferences(
  references: Readonly<Record<string, string>>,
): { references: Readonly<Record<string, string>> } | object {
  return Object.keys(references).length === 0 ? {} : { references };
}
