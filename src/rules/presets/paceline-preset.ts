import type { Cause } from '../../catalog/vocabulary.ts';
import type { RulesetFile } from '../parse-ruleset.ts';
import { PRESET_ACTIONS } from './preset-actions.ts';

/** Every cause with which a conversation begins; the others go on with one. */
const ANSWERED: Cause[] = [
  'agent-accepted',
  'customer-answered',
  'consultant-answered',
  'consult-transferred',
  'blind-transferred',
];
const OFFERED_OR_ANSWERED: Cause[] = ['preview-offered', 'call-placed', 'call-offered', ...ANSWERED];

/**
 * The recommended tables of both setups with their gaps closed: the record pops as soon as the call is offered and
 * once only, every call that is answered gets its live record, every call that ends or is missed gets its log.
 */
export const PACELINE_PRESET: RulesetFile = {
  ruleset: 'paceline-recommended',
  description: 'Both setups: the recommended actions with their gaps closed, each done once a call.',
  rules: [
    {
      key: 'pac_screen_pop',
      label: 'Pop the customer once',
      order: 10,
      trigger: {
        events: ['preview', 'connecting', 'connected', 'cust-answered'],
        causes: OFFERED_OR_ANSWERED,
        legs: ['primary'],
      },
      once: 'call',
      actions: [PRESET_ACTIONS['screen-pop']],
    },
    {
      key: 'pac_open_interaction',
      label: 'Open the live record on answer',
      order: 20,
      trigger: {
        pacingModes: ['preview', 'direct-preview', 'progressive', 'predictive', 'inbound'],
        events: ['connected', 'cust-answered'],
        causes: ANSWERED,
        legs: ['primary'],
      },
      once: 'call',
      actions: [PRESET_ACTIONS['create-record']],
    },
    {
      key: 'pac_open_interaction_manual',
      label: 'Open the live record, manual calls',
      order: 30,
      trigger: {
        pacingModes: ['manual-outbound'],
        channelTypes: ['outbound'],
        events: ['connected'],
        legs: ['primary'],
      },
      once: 'call',
      actions: [PRESET_ACTIONS['create-record']],
    },
    {
      key: 'pac_open_interaction_received',
      label: 'Open the live record, received manual',
      order: 40,
      trigger: {
        pacingModes: ['manual-outbound'],
        channelTypes: ['inbound'],
        events: ['connecting', 'connected'],
        legs: ['primary'],
      },
      once: 'call',
      actions: [PRESET_ACTIONS['create-record']],
    },
    {
      key: 'pac_consult',
      label: 'Pop and record the consult',
      order: 50,
      trigger: { events: ['consult', 'connected'], legs: ['consult'] },
      once: 'call',
      actions: [PRESET_ACTIONS['screen-pop'], PRESET_ACTIONS['create-record']],
    },
    {
      key: 'pac_close_log',
      label: 'Write the call log',
      order: 60,
      trigger: { events: ['dropped', 'missed'] },
      once: 'call',
      actions: [PRESET_ACTIONS['update-call-log']],
    },
  ],
};
