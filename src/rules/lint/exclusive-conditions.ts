import type { Condition } from '../condition.ts';

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** A queue has three names at once, so two different values can both hold. */
const singleValued = (condition: Condition): boolean => condition.field !== 'queue';

function valuesOf(condition: Condition): readonly string[] | null {
  if (condition.operator === 'equals') return [condition.value];
  return condition.operator === 'in' ? condition.value : null;
}

function excludes(a: Condition, b: Condition): boolean {
  if (a.field !== b.field) return false;
  if (a.operator === 'exists' && !a.value)
    return b.operator === 'exists' ? b.value : b.operator !== 'notEquals';
  const values = valuesOf(a);
  if (values === null) return false;
  if (b.operator === 'notEquals') return values.every((value) => same(value, b.value));
  const others = valuesOf(b);
  if (others !== null)
    return singleValued(a) && !values.some((value) => others.some((other) => same(value, other)));
  if (b.operator !== 'startsWith' && b.operator !== 'contains') return false;
  const wanted = b.value.trim().toLowerCase();
  const fits = (value: string): boolean =>
    b.operator === 'startsWith'
      ? value.trim().toLowerCase().startsWith(wanted)
      : value.toLowerCase().includes(wanted);
  return singleValued(a) && a.field !== 'number' && !values.some(fits);
}

/** True when the conditions of both lists can surely never hold together. */
export function areExclusive(one: readonly Condition[], other: readonly Condition[]): boolean {
  return one.some((a) => other.some((b) => excludes(a, b) || excludes(b, a)));
}
