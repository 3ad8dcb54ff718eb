import { createContactTracker } from '../contact/contact-tracker.ts';
import type { ResolveAction } from '../model/action-request.ts';
import type { AgentObservation } from '../model/observation.ts';
import { planActions } from '../rules/plan-actions.ts';
import type { Rule } from '../rules/rule.ts';
import type { SoftphoneSettings } from './softphone-settings.ts';

const leg = (type: string, state: string, phoneNumber: string | null) => ({
  legId: type,
  type,
  state,
  stateAt: null,
  initial: type === 'inbound',
  phoneNumber,
  quickConnectName: null,
});

const RINGING: AgentObservation = {
  at: 0,
  agent: { id: 'warm-up', name: null, state: null },
  contacts: [
    {
      contactId: 'warm-up',
      initialContactId: null,
      type: 'voice',
      state: 'connecting',
      stateAt: null,
      queue: null,
      initiationMethod: null,
      attributes: {},
      connections: [leg('agent', 'connecting', null), leg('inbound', 'connected', '+12025550100')],
    },
  ],
};

/**
 * Takes an invented ringing call through machine, rules and resolution, and forgets it. Nothing is stored or sent: the
 * code has run once then, and the agent's first call does not wait for that.
 */
export function warmUp(
  settings: Pick<SoftphoneSettings, 'events'>,
  rules: readonly Rule[],
  resolve: ResolveAction,
): void {
  const tracker = createContactTracker({ settings: settings.events });
  for (const output of tracker.observe(RINGING)) {
    if (output.kind !== 'event') continue;
    const { event, call } = output;
    const plan = planActions({ event, call, agentName: null, rules });
    const scope = { event, call, agentName: null, match: null, created: {}, creating: {} };
    for (const planned of plan.actions) {
      resolve(planned, { ...scope, interactionId: null, taskId: null });
    }
  }
}
