/**
 * The words of the published tables (docs/events.md, "Where the names come from"), which `src` calls the source: an id is
 * the stored form, a label keeps the source's spelling.
 * Incoming words are matched case-insensitively against ids and labels (see `parse-word.ts`).
 */
export const SETUPS = { tethered: 'Tethered', hvoc: 'HVOC' } as const;

export const PACING_MODES = {
  preview: 'Preview',
  'direct-preview': 'Direct Preview',
  progressive: 'Progressive',
  predictive: 'Predictive',
  'manual-outbound': 'Manual Outbound',
  inbound: 'Inbound',
} as const;

export const CHANNEL_TYPES = {
  'regular-call': 'Regular-Call',
  outbound: 'Outbound',
  inbound: 'Inbound',
} as const;

export const EVENTS = {
  preview: 'Preview',
  initiate: 'initiate',
  connecting: 'connecting',
  connected: 'connected',
  'cust-answered': 'CustAnswered',
  hold: 'Hold',
  consult: 'Consult',
  conference: 'Conference',
  acw: 'ACW',
  dropped: 'DROPPED',
  missed: 'Missed',
  resume: 'Resume',
} as const;

export const ACTIONS = {
  'screen-pop': 'Screen pop (Look Up)',
  'open-page': 'Invoke SF Page',
  'create-record': 'Object Creation',
  'update-call-log': 'Object Update (Call Log)',
  'run-flow': 'Run a flow',
  publish: 'Publish a message',
} as const;

export const LEGS = { primary: 'Primary', consult: 'Consult' } as const;

export const CAUSES = {
  'preview-offered': 'A preview was offered',
  'agent-accepted': 'The agent accepted',
  'call-placed': 'The agent placed the call',
  'call-offered': 'The call was offered',
  'customer-answered': 'The customer answered',
  'customer-resumed': 'The customer was taken off hold',
  'agent-held': 'The agent put the customer on hold',
  'consult-placed': 'The agent called a consultant',
  'consultant-answered': 'The consultant answered',
  'conference-started': 'A conference was started',
  'consult-transferred': 'Transferred after consulting',
  'blind-transferred': 'Transferred without consulting',
  'call-ended': 'The call ended',
  'contact-cleared': 'The contact was cleared',
  'not-answered': 'Nobody answered',
  rejected: 'The call was rejected',
  failed: 'The call failed',
} as const;

/** `supported`: in a "supported events" table; `recommended-only`: only in a "recommended" one; `extension`: ours. */
export const PROVENANCES = ['supported', 'recommended-only', 'extension'] as const;

export type Setup = keyof typeof SETUPS;
export type PacingMode = keyof typeof PACING_MODES;
export type ChannelType = keyof typeof CHANNEL_TYPES;
export type EventName = keyof typeof EVENTS;
export type ActionType = keyof typeof ACTIONS;
export type Leg = keyof typeof LEGS;
export type Cause = keyof typeof CAUSES;
export type Provenance = (typeof PROVENANCES)[number];
