/**
 * A deep copy of plain data; Dates stay Dates, as structured clone keeps them. Functions and undefined properties
 * are left out.
 */
export function cloneData<T>(value: T): T {
  if (value instanceof Date) return new Date(value.getTime()) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => cloneData(item)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(
    ([, item]) => item !== undefined && typeof item !== 'function',
  );
  return Object.fromEntries(entries.map(([key, item]) => [key, cloneData<unknown>(item)])) as T;
}
