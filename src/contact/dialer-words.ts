import type { DialerCallSignal } from '../model/dialer-signal.ts';
import type { DialerChange } from './dialer-change.ts';

const REGULAR: ReadonlyMap<string, DialerChange> = new Map([
  ['preview', 'regular.preview'],
  ['initiate', 'regular.initiate'],
  ['custanswered', 'regular.custanswered'],
  ['cust-answered', 'regular.custanswered'],
  ['hold', 'regular.hold'],
  ['conference', 'regular.conference'],
  ['acw', 'regular.acw'],
  ['dropped', 'regular.dropped'],
]);

const SILENT = new Set(['started', 'ringing', 'answered', 'machine', 'human', 'swapped']);

/**
 * What a dialler's word means for the machine: a change, `silent` for a word that changes nothing that could be an
 * event, or null for a word that no dialler says.
 */
export function readDialerWord(signal: DialerCallSignal): DialerChange | 'silent' | null {
  const { word, callType } = signal;
  if (callType === 'regular-call') {
    return REGULAR.get(word) ?? (SILENT.has(word) || word === 'consult' ? 'silent' : null);
  }
  if (word === 'consult') return 'consult.placed';
  if (word === 'dropped' || word === 'acw') return 'consult.over';
  return REGULAR.has(word) || SILENT.has(word) ? 'consult.open' : null;
}
