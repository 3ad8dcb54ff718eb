import type { RecommendedAction } from '../../catalog/row-shape.ts';
import type { RuleInput } from '../rule.ts';

type ActionInput = RuleInput['actions'][number];

/**
 * The source names actions without parameters; these are the shipped ones. The page that it leaves open is switched
 * off until an admin gives it a target.
 */
export const PRESET_ACTIONS = {
  'screen-pop': {
    type: 'screen-pop',
    strategies: [{ by: 'phone', objects: ['Contact', 'Lead', 'Account'] }],
    none: { do: 'nothing' },
    many: { do: 'ask' },
  },
  'open-page': { type: 'open-page', on: false },
  'create-record': { type: 'create-record', object: 'Paceline_Interaction__c' },
  'update-call-log': { type: 'update-call-log', target: 'log' },
} satisfies Record<RecommendedAction, ActionInput>;
