/** Changes of the contact's state while it lives; named after Amazon's contact states. */
export interface LiveStateChange {
  readonly type:
    'contact.incoming' | 'contact.pending' | 'contact.connecting' | 'contact.connected' | 'contact.paused';
}

/**
 * Changes with which a contact stops living. `thirdsLeft`: the third legs that were alive together with the initial
 * leg in the last observation in which the contact lived; whoever they are, the agent left them with the customer.
 */
export interface EndChange {
  readonly type:
    'contact.ended' | 'contact.missed' | 'contact.rejected' | 'contact.error' | 'contact.removed';
  readonly thirdsLeft: readonly string[];
}

/** Contact connected and initial leg connected or on hold, which they were not both before. */
export interface CustomerConnectedChange {
  readonly type: 'customer.connected';
  readonly onHold: boolean;
}

/** An outbound initial leg entered connected while the contact was connecting. */
export interface CustomerAnsweredChange {
  readonly type: 'customer.answered';
}

export interface ResumeChange {
  readonly type: 'initial.resumed';
}

/** `thirdsAlive`: third legs alive in the observation that showed the hold. */
export interface HoldChange {
  readonly type: 'initial.hold';
  readonly thirdsAlive: readonly string[];
}

/** A third leg came onto the line, in this state; precedes the change that says so of the state. */
export interface ThirdAliveChange {
  readonly type: 'third.alive';
  readonly legId: string;
  readonly state: string;
}

/** `third.connected`: not from hold. */
export interface ThirdLegChange {
  readonly type: 'third.connecting' | 'third.connected' | 'third.hold';
  readonly legId: string;
}

/** Three legs or more are connected, the agent's included, which they were not before. */
export interface ConferenceChange {
  readonly type: 'conference.started';
}

/** Who stopped being on the line: the evidence for who ended the call. */
export interface PartyLeftChange {
  readonly type: 'party.left';
  readonly by: 'agent' | 'customer' | 'unknown';
}

/** The finite alphabet between two observations of one contact; nothing else reaches the machine. */
export type ContactChange =
  | LiveStateChange
  | CustomerConnectedChange
  | CustomerAnsweredChange
  | ResumeChange
  | HoldChange
  | ThirdAliveChange
  | ThirdLegChange
  | ConferenceChange
  | PartyLeftChange
  | EndChange;
