import type { Action } from '../model/action.ts';
import type { CtiEvent } from '../model/cti-event.ts';
import type { Rule } from './rule.ts';

/** The ids of a rule's actions: its own, else its type, numbered from the second of a type on. */
export function actionIds(actions: readonly Action[]): string[] {
  const seen = new Map<string, number>();
  return actions.map((action) => {
    if (action.id !== undefined) return action.id;
    const count = (seen.get(action.type) ?? 0) + 1;
    seen.set(action.type, count);
    return count === 1 ? action.type : `${action.type}-${count}`;
  });
}

const escapePart = (text: string): string => text.replaceAll('%', '%25').replaceAll('|', '%7C');

/**
 * Idempotency key of one action: call key, leg id, rule, action, and what the rule's `once` adds. Equal keys are the
 * same piece of work, whatever tab, page load or replay planned them.
 */
export function actionKey(event: CtiEvent, rule: Rule, actionId: string): string {
  const parts = [event.callKey, escapePart(event.legId), rule.key, actionId];
  if (rule.once !== 'call') parts.push(event.tuple);
  if (rule.once === 'occurrence') parts.push(String(event.occurrence));
  return parts.join('|');
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, item]) => [name, canonical(item)]);
}

/** Equal for two actions that do the very same, whatever their ids. */
export function actionContent(action: Action): string {
  return JSON.stringify(canonical({ ...action, id: undefined }));
}
