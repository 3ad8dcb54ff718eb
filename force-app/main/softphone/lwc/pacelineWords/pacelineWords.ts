import OFFERED from '@salesforce/label/c.Paceline_Phase_Offered';
import DIALING from '@salesforce/label/c.Paceline_Phase_Dialing';
import TALKING from '@salesforce/label/c.Paceline_Phase_Talking';
import HELD from '@salesforce/label/c.Paceline_Phase_Held';
import WRAP_UP from '@salesforce/label/c.Paceline_Phase_Wrap_Up';
import DONE from '@salesforce/label/c.Paceline_Phase_Done';
import MISSED from '@salesforce/label/c.Paceline_Phase_Missed';
import UNKNOWN_CALLER from '@salesforce/label/c.Paceline_Unknown_Caller';
import UNKNOWN_PACING from '@salesforce/label/c.Paceline_Unknown_Pacing';
import { PACING_MODES } from 'c/pacelineCore';
import type { CallCard, CallView } from 'c/pacelineCore';
import type { CallPhase } from './callPhase.ts';

export { findPhase, isLive, measurePhase } from './callPhase.ts';
export type { CallPhase } from './callPhase.ts';
export { formatDuration } from './duration.ts';

export const PHASE_LABELS: Readonly<Record<CallPhase, string>> = {
  offered: OFFERED,
  dialing: DIALING,
  talking: TALKING,
  held: HELD,
  'wrap-up': WRAP_UP,
  done: DONE,
  missed: MISSED,
};

/** Who is on the line, as well as is known: the record found, the number, or that it is not known. */
export function nameCaller(card: CallCard): string {
  return card.match?.name ?? card.call.phoneNumber ?? UNKNOWN_CALLER;
}

/** How the call was paced, in the source's words. */
export function namePacing(call: CallView): string {
  return call.pacingMode === null ? UNKNOWN_PACING : PACING_MODES[call.pacingMode];
}

/** Puts values into the `{0}`, `{1}` of a label. */
export function fillIn(label: string, ...values: readonly string[]): string {
  return label.replace(/\{(\d)\}/g, (placeholder, index: string) => values[Number(index)] ?? placeholder);
}
