import { SETUPS } from 'c/pacelineCore';
import RECEIVING from '@salesforce/label/c.Paceline_Receiving';
import HELD_FOR from '@salesforce/label/c.Paceline_Held_For';
import ESTIMATED from '@salesforce/label/c.Paceline_Estimated_End';
import { PHASE_LABELS, fillIn, findPhase, formatDuration, namePacing } from 'c/pacelineWords';
import type { CallView } from 'c/pacelineCore';
import type { CallPhase } from 'c/pacelineWords';

export interface Badge {
  readonly key: string;
  readonly label: string;
  readonly className: string;
}

const PHASE_THEMES: Readonly<Record<CallPhase, string>> = {
  offered: 'slds-theme_warning',
  dialing: 'slds-theme_info',
  talking: 'slds-theme_success',
  held: 'slds-theme_warning',
  'wrap-up': 'slds-theme_info',
  done: '',
  missed: 'slds-theme_error',
};

/** The card's badges: phase first, then how the call was paced, then what is unusual about it. */
export function listBadges(call: CallView, now: number): readonly Badge[] {
  const phase = findPhase(call);
  const phaseLabel =
    phase === 'held' && call.holdSince !== null
      ? fillIn(HELD_FOR, formatDuration(now - call.holdSince))
      : PHASE_LABELS[phase];
  const badges: Badge[] = [
    { key: 'phase', label: phaseLabel, className: PHASE_THEMES[phase] },
    {
      key: 'pacing',
      label: namePacing(call),
      className: '',
    },
    { key: 'setup', label: SETUPS[call.setup], className: 'slds-badge_lightest' },
  ];
  if (call.receiving) badges.push({ key: 'receiving', label: RECEIVING, className: 'slds-badge_lightest' });
  if (call.estimatedEnd)
    badges.push({ key: 'estimated', label: ESTIMATED, className: 'slds-badge_lightest' });
  return badges;
}
