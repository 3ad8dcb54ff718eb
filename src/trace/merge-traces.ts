import type { TraceEntry } from '../model/trace-entry.ts';

/**
 * Adds to a trace the lines of others that it does not hold yet, each before the first that is younger. The trace's own
 * order stays as it is: it is the order in which things were seen.
 */
export function mergeTraces(
  own: readonly TraceEntry[],
  others: readonly TraceEntry[],
): readonly TraceEntry[] {
  const known = new Set(
    own.filter(({ kind }) => kind !== 'observation').map((entry) => JSON.stringify(entry)),
  );
  const fresh = others
    .filter((entry) => !known.has(JSON.stringify(entry)))
    .sort((one, other) => one.at - other.at);
  if (fresh.length === 0) return own;
  const merged: TraceEntry[] = [];
  let next = 0;
  for (const entry of own) {
    for (let line = fresh[next]; line !== undefined && line.at < entry.at; line = fresh[next]) {
      merged.push(line);
      next += 1;
    }
    merged.push(entry);
  }
  return [...merged, ...fresh.slice(next)];
}
