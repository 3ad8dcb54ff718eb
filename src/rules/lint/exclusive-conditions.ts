import { comparable } from '../condition.ts';
import type { Condition } from '../condition.ts';
import { isSameField } from '../condition-field.ts';

/** A queue has three names at once, so two different values can both hold. */
const singleValued = (condition: Condition): boolean => condition.field !== 'queue';

function valuesOf(condition: Condition): readonly string[] | null {
  if (condition.operator === 'equals') return [condition.value];
  return condition.operator === 'in' ? condition.value : null;
}

/** A number that is withheld does not exist, and yet the word that is sent in its place can be compared with. */
function excludes(a: Condition, b: Condition): boolean {
  if (!isSameField(a.field, b.field)) return false;
  if (a.operator === 'exists' && !a.value)
    return b.operator === 'exists' ? b.value : b.operator !== 'notEquals' && a.field !== 'number';
  const values = valuesOf(a)?.map((value) => comparable(a.field, value));
  if (values === undefined) return false;
  if (b.operator === 'notEquals') return values.every((value) => value === comparable(b.field, b.value));
  const others = valuesOf(b)?.map((value) => comparable(b.field, value));
  if (others !== undefined) return singleValued(a) && !values.some((value) => others.includes(value));
  if (b.operator !== 'startsWith' && b.operator !== 'contains') return false;
  const wanted = comparable(b.field, b.value);
  const fits = (value: string): boolean =>
    b.operator === 'startsWith' ? value.startsWith(wanted) : value.includes(wanted);
  return singleValued(a) && !values.some(fits);
}

/** True when the conditions of both lists can surely never hold together. */
export function areExclusive(one: readonly Condition[], other: readonly Condition[]): boolean {
  return one.some((a) => other.some((b) => excludes(a, b) || excludes(b, a)));
}
