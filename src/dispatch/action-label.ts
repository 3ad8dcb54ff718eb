import { INTERACTION_OBJECT } from '../model/action.ts';
import type { Action } from '../model/action.ts';

/** A short name of an action for its line on the call card. */
export function labelAction(action: Action): string {
  switch (action.type) {
    case 'screen-pop':
      return 'Find the caller';
    case 'open-page':
      return 'Open a page';
    case 'create-record':
      return action.object === INTERACTION_OBJECT ? 'Start the call record' : `Create ${action.object}`;
    case 'update-call-log':
      return action.target === 'log' ? 'Write the call log' : `Update ${action.object ?? action.target}`;
    case 'run-flow':
      return `Run flow ${action.flow}`;
    case 'publish':
      return `Publish ${action.name}`;
  }
}
