import type { ActionView, CallCard, CallView, SoftphoneView } from 'c/pacelineCore';

/** Noon UTC of an ordinary day. */
export const NOON = Date.UTC(2026, 2, 4, 12, 0, 0);

/** A ringing inbound call. */
export function sampleCall(changes: Partial<CallView> = {}): CallView {
  return {
    callKey: 'agent|contact-1|1',
    callId: 'contact-1',
    contactId: 'contact-1',
    initialContactId: null,
    setup: 'hvoc',
    pacingMode: 'inbound',
    pacingSource: 'initial leg',
    channelType: 'inbound',
    direction: 'inbound',
    receiving: false,
    phoneNumber: '+12025550101',
    queue: { arn: null, id: null, name: 'Support' },
    attributes: {},
    variables: {},
    state: 'connecting',
    legs: [],
    offeredAt: NOON,
    connectedAt: null,
    endedAt: null,
    clearedAt: null,
    holdMs: 0,
    holdSince: null,
    answered: false,
    endedBy: null,
    estimatedEnd: false,
    ...changes,
  };
}

export function sampleAction(changes: Partial<ActionView> = {}): ActionView {
  return {
    key: 'action-1',
    label: 'Screen pop',
    status: 'done',
    text: 'Opened Robin Example.',
    canRetry: false,
    matches: [],
    offer: null,
    recordId: null,
    ...changes,
  };
}

export function sampleCard(changes: Partial<CallCard> = {}): CallCard {
  return {
    call: sampleCall(),
    match: null,
    sentence: 'A call is offered to you.',
    actions: [],
    timeline: [],
    ...changes,
  };
}

export function sampleView(changes: Partial<SoftphoneView> = {}): SoftphoneView {
  return {
    role: 'leader',
    ccp: { kind: 'ready', at: NOON, text: '' },
    agentName: 'Sam Sample',
    agentState: 'Available',
    tetherStatus: null,
    cards: [],
    problems: [],
    warnings: [],
    ...changes,
  };
}
