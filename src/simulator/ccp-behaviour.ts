/**
 * What no public source settles about Amazon Connect. Each value is an assumption behind one name, so that a real
 * log can flip it; code that consumes observations must hold for every value.
 */
export interface CcpBehaviour {
  /** Consult: customer on hold and third leg in one update, or in two successive ones. */
  readonly consult: 'one-update' | 'two-updates';
  /** Legs of the other parties in the ended contact after the agent left a call with several parties. */
  readonly legsAfterAgentLeaves: 'stay' | 'disconnected';
  /** A third leg that hung up: still listed as disconnected, or gone. */
  readonly thirdLegAfterHangUp: 'disconnected' | 'removed';
  /** State of the customer's leg while an inbound call rings at the agent. */
  readonly ringingCustomerLeg: 'connecting' | 'connected';
  /** Contact state of a preview after the agent accepted it and before the customer is dialled. */
  readonly previewAfterAccept: 'incoming' | 'connecting';
  /** Type of the customer's leg of a campaign call. */
  readonly campaignLeg: 'inbound' | 'outbound';
  /** Type of the customer's leg on a desktop that another agent's call reached. */
  readonly receivedLeg: 'inbound' | 'outbound';
  /** `initiationMethod` as documented, or null as in every published voice sample; previews always have theirs. */
  readonly initiationMethod: 'set' | 'null';
  /** An automatically accepted call is first seen connecting, or connected at once. */
  readonly autoAccept: 'connecting-first' | 'connected-at-once';
  /** A manual outbound call that nobody answered. */
  readonly unansweredOutbound: 'ended' | 'missed' | 'error';
  /** An inbound call whose caller gave up while it rang at the agent. */
  readonly abandonedWhileRinging: 'missed' | 'removed' | 'ended';
  /** A consulted party behind a queue or flow is connected when it answers, or as soon as it is routed. */
  readonly consultConnects: 'when-answered' | 'when-routed';
}

/** One value of each assumption; `BEHAVIOUR_CHOICES` has them all. */
export const DEFAULT_BEHAVIOUR: CcpBehaviour = {
  consult: 'one-update',
  legsAfterAgentLeaves: 'stay',
  thirdLegAfterHangUp: 'disconnected',
  ringingCustomerLeg: 'connected',
  previewAfterAccept: 'incoming',
  campaignLeg: 'outbound',
  receivedLeg: 'inbound',
  initiationMethod: 'set',
  autoAccept: 'connecting-first',
  unansweredOutbound: 'ended',
  abandonedWhileRinging: 'missed',
  consultConnects: 'when-answered',
};

/** Every value that an assumption can take, for tests and for switches in a user interface. */
export const BEHAVIOUR_CHOICES: { readonly [K in keyof CcpBehaviour]: readonly CcpBehaviour[K][] } = {
  consult: ['one-update', 'two-updates'],
  legsAfterAgentLeaves: ['stay', 'disconnected'],
  thirdLegAfterHangUp: ['disconnected', 'removed'],
  ringingCustomerLeg: ['connecting', 'connected'],
  previewAfterAccept: ['incoming', 'connecting'],
  campaignLeg: ['inbound', 'outbound'],
  receivedLeg: ['inbound', 'outbound'],
  initiationMethod: ['set', 'null'],
  autoAccept: ['connecting-first', 'connected-at-once'],
  unansweredOutbound: ['ended', 'missed', 'error'],
  abandonedWhileRinging: ['missed', 'removed', 'ended'],
  consultConnects: ['when-answered', 'when-routed'],
};
