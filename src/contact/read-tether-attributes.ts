import type { DialerCallSignal } from '../model/dialer-signal.ts';
import type { ContactObservation } from '../model/observation.ts';
import type { EventSettings } from '../model/settings.ts';

/** What a dialler wrote on the tether's contact: nothing new, a message, or something that cannot be read. */
export type TetherAttributes =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'signal'; readonly sequence: number; readonly signal: DialerCallSignal }
  | { readonly kind: 'problem'; readonly sequence: number | null; readonly problem: string };

/**
 * Reads `cti_call_id`, `cti_call_state`, `cti_call_type`, `cti_seq` and the pacing attribute. Only a sequence number
 * above `lastSequence` is news; a lower or repeated one is an old value seen again.
 */
export function readTetherAttributes(
  contact: ContactObservation,
  settings: EventSettings,
  lastSequence: number | null,
  at: number,
): TetherAttributes {
  const read = (name: string): string =>
    Object.hasOwn(contact.attributes, name) ? (contact.attributes[name] ?? '').trim() : '';
  const written = read('cti_seq');
  if (written === '') return { kind: 'nothing' };
  const sequence = Number(written);
  if (!Number.isFinite(sequence)) {
    return { kind: 'problem', sequence: null, problem: `cti_seq is not a number: ${written.slice(0, 40)}` };
  }
  if (lastSequence !== null && sequence <= lastSequence) return { kind: 'nothing' };
  const callId = read('cti_call_id');
  if (callId === '')
    return { kind: 'problem', sequence, problem: `cti_call_id is missing at cti_seq ${written}` };
  const callType = (read('cti_call_type') || 'regular-call').toLowerCase();
  if (callType !== 'regular-call' && callType !== 'consult') {
    return { kind: 'problem', sequence, problem: `cti_call_type is unknown: ${callType.slice(0, 40)}` };
  }
  const pacing = read(settings.pacingAttribute);
  return {
    kind: 'signal',
    sequence,
    signal: {
      kind: 'call',
      at,
      callId,
      callType,
      word: read('cti_call_state').toLowerCase(),
      variables: pacing === '' ? {} : { [settings.tether.pacingVariable]: pacing },
      phoneNumber: null,
    },
  };
}
