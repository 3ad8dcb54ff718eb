import type { EventSettings } from '../model/settings.ts';
import type { TraceEntry } from '../model/trace-entry.ts';
import { maskEntry } from './mask-entry.ts';
import { collectPersonalValues, maskerOf } from './personal-values.ts';
import type { TraceLog } from './trace-log.ts';

/** Attributes with which a dialler reports its calls on the tether contact. */
const TETHER_ATTRIBUTES = ['cti_call_id', 'cti_call_state', 'cti_call_type', 'cti_seq', 'cti_pacing'];

export interface ExportOptions {
  /** Only this call's lines, and every observation and message, without which it could not be replayed. */
  readonly callKey?: string | undefined;
  /** Anything that holds personal values under their usual names (calls, matches): sentences must not repeat them. */
  readonly known?: readonly unknown[];
}

function concerns(entry: TraceEntry, callKey: string): boolean {
  if (entry.callKey !== null) return entry.callKey === callKey;
  return entry.kind === 'observation' || entry.kind === 'dialer';
}

/**
 * The trace as JSON text, which `paceline replay` reads: a JSON array of trace entries. Nothing that names a person
 * stays: no name, number or attribute value, except those values that decide which events come out under these settings.
 */
export function exportTrace(
  log: Pick<TraceLog, 'all'>,
  settings: EventSettings,
  { callKey, known = [] }: ExportOptions = {},
): string {
  const { pacingAttribute, tether } = settings;
  const keep = new Set([...TETHER_ATTRIBUTES, pacingAttribute, tether.attribute, tether.pacingVariable]);
  const entries = log.all();
  const seen = entries
    .filter(({ kind }) => kind === 'observation' || kind === 'dialer')
    .map(({ data }) => data);
  const maskKnown = maskerOf(collectPersonalValues([...seen, ...known], keep));
  return JSON.stringify(
    entries
      .filter((entry) => callKey === undefined || concerns(entry, callKey))
      .map((entry) => maskEntry(entry, { keep, maskKnown })),
    null,
    1,
  );
}
