import { enablePopout, open, updateUtility } from 'lightning/platformUtilityBarApi';
import type { UtilityAttributes } from 'lightning/platformUtilityBarApi';
import LABEL_DISCONNECTED from '@salesforce/label/c.Paceline_Utility_Disconnected';
import LABEL_IDLE from '@salesforce/label/c.Paceline_Utility_Idle';
import LABEL_RINGING from '@salesforce/label/c.Paceline_Utility_Ringing';
import LABEL_TALKING from '@salesforce/label/c.Paceline_Utility_Talking';
import NO_POPOUT from '@salesforce/label/c.Paceline_Utility_No_Popout';

export type UtilityMood = 'idle' | 'ringing' | 'talking' | 'disconnected';

const ATTRIBUTES: Readonly<Record<UtilityMood, UtilityAttributes>> = {
  idle: { label: LABEL_IDLE, icon: 'call', highlighted: false },
  ringing: { label: LABEL_RINGING, icon: 'incoming_call', highlighted: true },
  disconnected: { label: LABEL_DISCONNECTED, icon: 'warning', highlighted: true },
  talking: { label: LABEL_TALKING, icon: 'call', highlighted: false },
};

export interface UtilityItem {
  /** Shows the mood in the bar; when it turns to ringing, opens the panel and leaves the focus where it is. */
  show(mood: UtilityMood): void;
}

/** What the bar refuses (not in a utility bar, pop-out not offered by the org) does not concern a call. */
function tolerate(attempt: Promise<unknown>): void {
  attempt.catch(() => undefined);
}

/** The softphone's item in the utility bar. Its pop-out is switched off: it would start a second CCP. */
export function createUtilityItem(utilityId: string): UtilityItem {
  let shown: UtilityMood | undefined;
  tolerate(enablePopout(utilityId, false, { disabledText: NO_POPOUT }));
  return {
    show(mood) {
      if (mood === shown) return;
      shown = mood;
      tolerate(updateUtility(utilityId, ATTRIBUTES[mood]));
      if (mood === 'ringing') tolerate(open(utilityId, { autoFocus: false }));
    },
  };
}
