import { CHANNEL_TYPES, EVENTS, PACING_MODES, SETUPS } from '../../src/catalog/vocabulary.ts';
import type { ChannelType, EventName, PacingMode, Setup } from '../../src/catalog/vocabulary.ts';

interface Term {
  readonly id: string;
  readonly label: string;
  /** What shows it in Amazon Connect Streams. */
  readonly amazon: string;
  /** The nearest word of Service Cloud Voice. */
  readonly voice: string;
}

const SETUP_WORDS: Record<Setup, readonly [string, string]> = {
  tethered: ['a standing agent contact, or one contact a call', '-'],
  hvoc: ['outbound campaigns', '-'],
};

const PACING_WORDS: Record<PacingMode, readonly [string, string]> = {
  preview: ['-', '-'],
  'direct-preview': ['initiation method `campaign_preview`', '-'],
  progressive: ['- (attribute or queue)', '-'],
  predictive: ['- (attribute or queue)', '-'],
  'manual-outbound': ['initial connection of type `outbound`', 'CallType Outbound'],
  inbound: ['initial connection of type `inbound`', 'CallType Inbound'],
};

const CHANNEL_WORDS: Record<ChannelType, readonly [string, string]> = {
  'regular-call': ['-', '-'],
  outbound: ['connection type `outbound`', 'CallType Outbound'],
  inbound: ['connection type `inbound`', 'CallType Inbound, Transfer'],
};

const EVENT_WORDS: Record<EventName, readonly [string, string]> = {
  preview: ['contact state `incoming` of a preview', '-'],
  initiate: ['-', '-'],
  connecting: ['contact state `connecting`', 'CALL_STARTED'],
  connected: ['contact state `connected`', 'CALL_CONNECTED'],
  'cust-answered': ['-', 'CALL_CONNECTED'],
  hold: ['connection state `hold`', 'HOLD_TOGGLE'],
  consult: ['a third connection', 'PARTICIPANT_ADDED'],
  conference: ['three connections in state `connected`', 'PARTICIPANTS_CONFERENCED'],
  acw: ['contact state `ended`', 'AFTER_CALL_WORK_STARTED'],
  dropped: ['contact removed (`contact::destroyed`)', 'WRAP_UP_ENDED'],
  missed: ['contact state `missed`, `rejected` or `error`', 'HANGUP'],
  resume: ['connection state `hold` to `connected`', 'HOLD_TOGGLE'],
};

function terms<Id extends string>(
  labels: Readonly<Record<Id, string>>,
  words: Readonly<Record<Id, readonly [string, string]>>,
): Term[] {
  return (Object.keys(labels) as Id[]).map((id) => ({
    id,
    label: labels[id],
    amazon: words[id][0],
    voice: words[id][1],
  }));
}

export const GLOSSARY: readonly Term[] = [
  ...terms(SETUPS, SETUP_WORDS),
  ...terms(PACING_MODES, PACING_WORDS),
  ...terms(CHANNEL_TYPES, CHANNEL_WORDS),
  ...terms(EVENTS, EVENT_WORDS),
];
