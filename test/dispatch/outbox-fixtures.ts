import * as z from 'zod/mini';
import type { Action } from '../../src/model/action.ts';
import { actionSchema } from '../../src/model/action.ts';
import type { CallView } from '../../src/model/call-view.ts';
import type { CtiEvent } from '../../src/model/cti-event.ts';
import type { PlannedAction } from '../../src/model/plan.ts';
import { actionNeeds } from '../../src/rules/action-needs.ts';
import { newOutboxAction } from '../../src/dispatch/outbox.ts';
import type { OutboxAction, OutboxPlan } from '../../src/dispatch/outbox.ts';

export const CALL: CallView = {
  callKey: 'agent|c-1|1',
  callId: 'c-1',
  contactId: 'c-1',
  initialContactId: null,
  setup: 'hvoc',
  pacingMode: 'inbound',
  pacingSource: null,
  channelType: 'inbound',
  direction: 'inbound',
  receiving: false,
  phoneNumber: '+12025550143',
  queue: null,
  attributes: {},
  variables: {},
  state: 'connected',
  legs: [],
  offeredAt: 0,
  connectedAt: 1_000,
  endedAt: null,
  clearedAt: null,
  holdMs: 0,
  holdSince: null,
  answered: true,
  endedBy: null,
  estimatedEnd: false,
};

export const EVENT: CtiEvent = {
  tuple: 'hvoc.inbound.inbound.connected',
  setup: 'hvoc',
  pacingMode: 'inbound',
  channelType: 'inbound',
  event: 'connected',
  cause: 'agent-accepted',
  leg: 'primary',
  legId: 'leg-1',
  occurrence: 1,
  contactId: 'c-1',
  initialContactId: null,
  callId: 'c-1',
  callKey: CALL.callKey,
  receiving: false,
  at: 1_000,
  synthetic: false,
  replayed: false,
  evidence: 'contact entered connected',
};

type ActionInput = z.input<typeof actionSchema>;

/** An action as a rule holds it; what has a default may be left out. */
export function action(input: ActionInput): Action {
  return z.parse(actionSchema, input);
}

export function planned(
  key: string,
  input: ActionInput,
  onFailure: PlannedAction['onFailure'] = 'continue',
): PlannedAction {
  const parsed = action(input);
  return {
    key,
    sharedBy: [],
    ruleKey: 'rule',
    ruleLabel: 'Rule',
    action: parsed,
    needs: actionNeeds(parsed),
    onFailure,
  };
}

export const POP: ActionInput = {
  type: 'screen-pop',
  strategies: [{ by: 'phone', objects: ['Contact'] }],
};
export const RECORD = { type: 'create-record' } as const;
export const CASE = { type: 'create-record', object: 'Case' } as const;
export const LOG = { type: 'update-call-log' } as const;
export const PAGE = { type: 'open-page', target: { kind: 'object-home', object: 'Case' } } as const;

export function entry(one: PlannedAction, more: Partial<OutboxAction> = {}): OutboxAction {
  return { ...newOutboxAction(one), ...more };
}

export function plan(...actions: OutboxAction[]): OutboxPlan {
  return {
    callKey: CALL.callKey,
    event: EVENT,
    call: CALL,
    agentName: 'Sam Agent',
    acceptedAt: 1_000,
    actions,
  };
}
