import { INTERACTION_OBJECT } from '../model/action.ts';
import type { Action } from '../model/action.ts';

function mentions(action: Action, pattern: RegExp): boolean {
  return pattern.test(JSON.stringify(action));
}

/** True when an action writes or opens something else once the call's match is known. */
export function needsMatch(action: Action): boolean {
  if (action.type === 'update-call-log' && (action.target === 'log' || action.target === 'match'))
    return true;
  if (action.type === 'create-record' && action.object === INTERACTION_OBJECT) return true;
  if (action.type === 'create-record' && action.relateMatchTo !== undefined) return true;
  return mentions(action, /\{![^}]*\bmatch\./i);
}

/** True when an action refers to what earlier actions of its call created. */
export function needsEarlierRecords(action: Action): boolean {
  return mentions(action, /\{![^}]*\b(created|log)\./i);
}
