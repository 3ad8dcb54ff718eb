import { isPacelineError } from '../errors.ts';
import type { Recording, RecordingEntry } from './recording.ts';
import { readConfiguration } from './read-configuration.ts';
import { readSnapshot } from './read-snapshot.ts';
import { readTime } from './read-time.ts';

type Fields = Readonly<Record<string, unknown>>;

const MASK = '[redacted]';
const MAX_DEPTH = 24;
/** How deep below a log line's `objects` a snapshot is looked for: message, data, snapshot. */
const SEARCH_DEPTH = 3;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A line of the file that the CCP's "Download logs" writes. */
export function isCcpLogLine(value: unknown): value is Fields {
  return (
    isObject(value) &&
    typeof value['text'] === 'string' &&
    (typeof value['time'] === 'string' || typeof value['time'] === 'number') &&
    typeof value['level'] === 'string'
  );
}

function unmask(value: unknown, depth = 0): unknown {
  if (value === MASK || depth > MAX_DEPTH) return null;
  if (Array.isArray(value)) return value.map((item) => unmask(item, depth + 1));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unmask(item, depth + 1)]));
}

function isSnapshot(value: unknown): boolean {
  return isObject(value) && isObject(value['state']) && Array.isArray(value['contacts']);
}

function findUpdate(value: unknown, depth = 0): Fields | null {
  if (isSnapshot(value)) return { snapshot: value };
  if (isObject(value) && isSnapshot(value['snapshot'])) return value;
  if (depth >= SEARCH_DEPTH || typeof value !== 'object' || value === null) return null;
  for (const item of Object.values(value)) {
    const found = findUpdate(item, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

interface Line {
  readonly index: number;
  readonly time: number;
  readonly update: Fields;
}

function timeOf(line: Fields, index: number): number {
  try {
    return readTime(line['time'], `[${index}].time`)?.getTime() ?? Number.NaN;
  } catch (error) {
    if (!isPacelineError(error)) throw error;
    return Number.NaN;
  }
}

function findLines(log: readonly unknown[]): Line[] {
  const lines: Line[] = [];
  for (const [index, line] of log.entries()) {
    const update = isCcpLogLine(line) ? findUpdate(line['objects']) : null;
    const time = isCcpLogLine(line) ? timeOf(line, index) : Number.NaN;
    if (update !== null && !Number.isNaN(time)) lines.push({ index, time, update });
  }
  return lines.sort((a, b) => a.time - b.time || a.index - b.index);
}

/**
 * The snapshots of a downloaded CCP log, in the order of their times. Lines without a snapshot are skipped, and so are
 * snapshots older than one already seen (several windows write one log) and those that cannot be read.
 */
export function readCcpLog(log: readonly unknown[]): Recording {
  const entries: RecordingEntry[] = [];
  const warnings: string[] = [];
  let configuration: Fields | null = null;
  let newest = Number.NEGATIVE_INFINITY;
  for (const { index, time, update } of findLines(log)) {
    try {
      const path = `[${index}].objects`;
      const snapshot = readSnapshot(unmask(update['snapshot']), path);
      const taken = readTime(snapshot['snapshotTimestamp'], path)?.getTime() ?? time;
      if (taken < newest) continue;
      newest = taken;
      configuration = readConfiguration(unmask(update['configuration']), configuration, path);
      entries.push({ kind: 'update', index, at: time, update: { snapshot, configuration } });
    } catch (error) {
      if (!isPacelineError(error)) throw error;
      warnings.push(error.message);
    }
  }
  warnings.push(
    `A log of the CCP: ${entries.length} snapshots in ${log.length} lines; its attributes are masked and count as none.`,
  );
  return { format: 'ccp-log', entries, warnings };
}
