import type { EventSettings } from '../model/settings.ts';
import type { TraceEntry } from '../model/trace-entry.ts';
import { maskPersonal } from './mask.ts';
import type { TraceLog } from './trace-log.ts';

/** Attributes with which a dialler reports its calls on the tether contact. */
const TETHER_ATTRIBUTES = ['cti_call_id', 'cti_call_state', 'cti_call_type', 'cti_seq', 'cti_pacing'];

function concerns(entry: TraceEntry, callKey: string): boolean {
  return entry.callKey === callKey || entry.kind === 'observation' || entry.kind === 'dialer';
}

/**
 * The trace as JSON text, which `paceline replay` reads: a JSON array of trace entries. Names, numbers and attribute
 * values are masked, except those that decide which events come out under these settings. With a call key: that call's
 * lines, and every observation and message, without which it could not be replayed.
 */
export function exportTrace(log: TraceLog, settings: EventSettings, callKey?: string): string {
  const { pacingAttribute, tether } = settings;
  const keep = new Set([...TETHER_ATTRIBUTES, pacingAttribute, tether.attribute, tether.pacingVariable]);
  const entries = log.all().filter((entry) => callKey === undefined || concerns(entry, callKey));
  return JSON.stringify(
    entries.map((entry) => maskPersonal(entry, keep)),
    null,
    1,
  );
}
