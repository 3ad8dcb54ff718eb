import { parsePacingMode } from '../catalog/parse-word.ts';
import type { PacingMode } from '../catalog/vocabulary.ts';
import type { DialerCallSignal } from '../model/dialer-signal.ts';
import type { ContactObservation } from '../model/observation.ts';
import type { EventSettings } from '../model/settings.ts';
import { readPacingAttribute, resolvePacing } from './resolve-pacing.ts';
import type { CallPacing } from './tracker-state.ts';

const SHOWN = 100;
const REPORTED = 10;

/** The pacing of a call after something was seen, and what the trace has to say about it. */
export interface PacingUpdate {
  readonly pacing: CallPacing;
  readonly notes: readonly { readonly text: string; readonly data: Readonly<Record<string, unknown>> }[];
}

function reject(pacing: CallPacing, value: string, text: string): PacingUpdate {
  const shown = value.slice(0, SHOWN);
  if (pacing.reported.includes(shown)) return { pacing, notes: [] };
  const reported = [...pacing.reported.slice(1 - REPORTED), shown];
  return { pacing: { ...pacing, reported }, notes: [{ text, data: { value: shown } }] };
}

function settle(update: PacingUpdate, mode: PacingMode, source: string): PacingUpdate {
  const { pacing, notes } = update;
  if (mode === pacing.mode && source === pacing.source) return update;
  const note = { text: `Pacing ${mode} from ${source}.`, data: { pacingMode: mode, source } };
  return { pacing: { ...pacing, mode, source }, notes: [...notes, note] };
}

/** Resolves the pacing of a contact anew; until the first event was emitted it may still change. */
export function updateContactPacing(
  pacing: CallPacing,
  contact: ContactObservation,
  settings: EventSettings,
): PacingUpdate {
  const { mode, source, rejected } = resolvePacing(contact, settings);
  const unknown = `The attribute ${settings.pacingAttribute} has a value that names no pacing mode; it is skipped.`;
  const checked =
    rejected === null || pacing.reported.length > 0
      ? { pacing, notes: [] }
      : reject(pacing, rejected, unknown);
  return settle(checked, mode, source);
}

/** What the trace has to say of a pacing attribute that changed after the first event; null when nothing changed. */
export function describeLatePacing(
  pacing: CallPacing,
  before: ContactObservation,
  after: ContactObservation,
  settings: EventSettings,
): string | null {
  const value = readPacingAttribute(after, settings);
  if (value === undefined || value === readPacingAttribute(before, settings)) return null;
  if (parsePacingMode(value) === pacing.mode) return null;
  return `The attribute ${settings.pacingAttribute} changed after the first event; the call keeps the pacing ${pacing.mode}.`;
}

/** Where a dialler says the pacing of a call that a standing tether carries. */
export function pacingCarrier({ tether, pacingAttribute }: EventSettings): string {
  return tether.source === 'attributes'
    ? `attribute ${pacingAttribute}`
    : `call variable ${tether.pacingVariable}`;
}

/**
 * The pacing of a dialler's call: the first valid value of the call variable, else the settings' default. It does not
 * change any more once an event was emitted.
 */
export function updateDialerPacing(
  pacing: CallPacing,
  signal: DialerCallSignal,
  settings: EventSettings,
): PacingUpdate {
  const { pacingVariable, defaultPacing } = settings.tether;
  const value = Object.hasOwn(signal.variables, pacingVariable)
    ? signal.variables[pacingVariable]
    : undefined;
  const source = pacingCarrier(settings);
  const named = parsePacingMode(value);
  const unknown = `The ${source} has a value that names no pacing mode; it counts as absent.`;
  const checked =
    value === undefined || named !== undefined ? { pacing, notes: [] } : reject(pacing, value, unknown);
  if (pacing.locked || pacing.source === source) return checked;
  if (named !== undefined) return settle(checked, named, source);
  return defaultPacing === null ? checked : settle(checked, defaultPacing, 'setting tether.defaultPacing');
}
