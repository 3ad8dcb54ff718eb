import type { TraceEntry } from '../model/trace-entry.ts';

const ENTRIES_PER_CALL = 200;
const CALLS_KEPT = 30;
const GENERAL_ENTRIES = 500;

/** The trace of one softphone: ordered, bounded for each call, and for what belongs to no call. */
export interface TraceLog {
  add(entry: TraceEntry): void;
  /** Takes over what was stored of some calls, in place of what is known of them. */
  restore(entries: readonly TraceEntry[]): void;
  /** Lines of a call, oldest first, without the general ones. */
  ofCall(callKey: string): readonly TraceEntry[];
  /** Lines that belong to no call, oldest first. */
  general(): readonly TraceEntry[];
  /** Every line in the order in which it came. */
  all(): readonly TraceEntry[];
}

interface Numbered {
  readonly number: number;
  readonly entry: TraceEntry;
}

function bounded(lines: readonly Numbered[], limit: number): Numbered[] {
  return lines.length < limit ? [...lines] : lines.slice(lines.length - limit + 1);
}

export function createTraceLog(restored: readonly TraceEntry[] = []): TraceLog {
  let count = 0;
  let general: readonly Numbered[] = [];
  const byCall = new Map<string, readonly Numbered[]>();

  function add(entry: TraceEntry): void {
    count += 1;
    const line = { number: count, entry };
    if (entry.callKey === null) {
      general = [...bounded(general, GENERAL_ENTRIES), line];
      return;
    }
    const lines = byCall.get(entry.callKey) ?? [];
    byCall.delete(entry.callKey);
    byCall.set(entry.callKey, [...bounded(lines, ENTRIES_PER_CALL), line]);
    const [oldest] = byCall.keys();
    if (byCall.size > CALLS_KEPT && oldest !== undefined) byCall.delete(oldest);
  }

  restored.forEach(add);
  return {
    add,
    restore(entries) {
      for (const { callKey } of entries) if (callKey !== null) byCall.delete(callKey);
      entries.forEach(add);
    },
    ofCall: (callKey) => (byCall.get(callKey) ?? []).map(({ entry }) => entry),
    general: () => general.map(({ entry }) => entry),
    all: () =>
      [...general, ...[...byCall.values()].flat()]
        .sort((one, other) => one.number - other.number)
        .map(({ entry }) => entry),
  };
}
