import type { TraceEntry } from '../model/trace-entry.ts';

/** A line of a trace that the softphone exported. */
export function isTraceLine(value: unknown): value is TraceEntry {
  if (typeof value !== 'object' || value === null) return false;
  const line = value as Partial<Record<keyof TraceEntry, unknown>>;
  return typeof line.kind === 'string' && typeof line.text === 'string' && typeof line.at === 'number';
}

/** The trace line in the form of a recording's entry; undefined for lines that only explain. */
export function asRecordingEntry(line: TraceEntry): Readonly<Record<string, unknown>> | undefined {
  if (line.kind === 'observation') {
    return { at: line.at, observation: line.data?.['observation'] ?? line.data };
  }
  if (line.kind === 'dialer' && line.data !== undefined && Object.hasOwn(line.data, 'message')) {
    return { at: line.at, dialer: line.data['message'] };
  }
  return undefined;
}
