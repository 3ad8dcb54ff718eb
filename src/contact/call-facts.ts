import type { PacingMode, Setup } from '../catalog/vocabulary.ts';
import type { EventSettings } from '../model/settings.ts';

/** What the machine has to know of a call besides its changes. */
export interface CallFacts {
  readonly setup: Setup;
  readonly pacingMode: PacingMode;
  /** The call reached this desktop by consult or transfer. */
  readonly receiving: boolean;
  readonly queueCallback: boolean;
  readonly answerSignal: EventSettings['answerSignal'];
  /** The agent is in after-call work, and no other contact that ended can be the reason. */
  readonly afterCallWork: boolean;
}

/** True for the pacing modes of a campaign: the dialler, not the agent or the caller, started the call. */
export function isCampaignPacing(pacingMode: PacingMode): boolean {
  return pacingMode !== 'manual-outbound' && pacingMode !== 'inbound';
}

/** True for the pacing modes that offer the customer's data before the call. */
export function isPreviewPacing(pacingMode: PacingMode): boolean {
  return pacingMode === 'preview' || pacingMode === 'direct-preview';
}
