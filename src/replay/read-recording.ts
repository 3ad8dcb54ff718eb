import { agentObservationSchema } from '../model/observation.ts';
import { parseWith } from '../model/parse.ts';
import { isCcpLogLine, readCcpLog } from './read-ccp-log.ts';
import { readConfiguration } from './read-configuration.ts';
import { readSnapshot } from './read-snapshot.ts';
import { readTime } from './read-time.ts';
import { asRecordingEntry, isTraceLine } from './read-trace.ts';
import type { Recording, RecordingEntry } from './recording.ts';
import { readArray, readObject, refuseRecording } from './refuse-recording.ts';

type Fields = Readonly<Record<string, unknown>>;

const KEYS = ['agentUpdate', 'snapshot', 'dialer', 'reload', 'observation'] as const;
type Key = (typeof KEYS)[number];

function findKeys(entry: unknown): readonly Key[] {
  if (typeof entry !== 'object' || entry === null) return [];
  return KEYS.filter((key) => Object.hasOwn(entry, key));
}

function readKey(entry: Fields, path: string): Key {
  const [key, second] = findKeys(entry);
  if (key === undefined) throw refuseRecording(path, `has none of the keys ${KEYS.join(', ')}`);
  if (second !== undefined) throw refuseRecording(path, `has two keys, ${key} and ${second}; give it one`);
  return key;
}

class RecordingReader {
  private configuration: Fields | null = null;
  private lastAt = 0;

  readEntry(value: unknown, index: number): RecordingEntry {
    const path = `[${index}]`;
    const entry = readObject(value, path);
    const key = readKey(entry, path);
    const given = readTime(entry['at'], `${path}.at`);
    const read = this.readValue(entry[key], key, `${path}.${key}`);
    this.lastAt = given?.getTime() ?? read.at ?? this.lastAt;
    return { ...read.entry, index, at: this.lastAt };
  }

  private readValue(
    value: unknown,
    key: Key,
    path: string,
  ): { readonly at: number | undefined; readonly entry: EntryBody } {
    switch (key) {
      case 'dialer':
        return { at: undefined, entry: { kind: 'dialer', message: value } };
      case 'reload':
        if (value !== true) throw refuseRecording(path, 'must be true');
        return { at: undefined, entry: { kind: 'reload' } };
      case 'observation':
        return this.readObservation(value, path);
      case 'snapshot':
        return this.readUpdate(value, undefined, path, path);
      case 'agentUpdate': {
        const update = readObject(value, path);
        return this.readUpdate(update['snapshot'], update['configuration'], `${path}.snapshot`, path);
      }
    }
  }

  private readUpdate(snapshotValue: unknown, configurationValue: unknown, path: string, parent: string) {
    const snapshot = readSnapshot(snapshotValue, path);
    const configuration = readConfiguration(
      configurationValue,
      this.configuration,
      `${parent}.configuration`,
    );
    this.configuration = configuration;
    const at = readTime(snapshot['snapshotTimestamp'], path)?.getTime();
    return { at, entry: { kind: 'update' as const, update: { snapshot, configuration } } };
  }

  private readObservation(value: unknown, path: string) {
    const content = isTraceLine(value) ? asRecordingEntry(value)?.['observation'] : value;
    const parsed = parseWith(agentObservationSchema, content);
    if (!parsed.ok) {
      const issue = parsed.issues[0] ?? { path: '', message: 'cannot be read' };
      throw refuseRecording(issue.path === '' ? path : `${path}.${issue.path}`, issue.message);
    }
    return {
      at: parsed.value.at,
      entry: { kind: 'observation' as const, observation: parsed.value },
    };
  }
}

type EntryBody = DistributiveOmit<RecordingEntry, 'index' | 'at'>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/**
 * Reads a recording: our own format, a log downloaded from the CCP, or a trace exported by the softphone. Throws
 * `invalid-recording` that names the entry's index and path.
 */
export function readRecording(value: unknown): Recording {
  const list = readArray(value, '');
  const isOurs = list.some((entry) => findKeys(entry).length > 0);
  if (!isOurs && list.some(isCcpLogLine)) return readCcpLog(list);
  const isTrace = list.some(isTraceLine);
  const reader = new RecordingReader();
  const entries: RecordingEntry[] = [];
  for (const [index, item] of list.entries()) {
    const entry = findKeys(item).length === 0 && isTraceLine(item) ? asRecordingEntry(item) : item;
    if (entry !== undefined) entries.push(reader.readEntry(entry, index));
  }
  return { format: isTrace ? 'trace' : 'recording', entries, warnings: [] };
}
