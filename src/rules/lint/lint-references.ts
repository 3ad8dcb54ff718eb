import type { Action } from '../../model/action.ts';
import { actionTemplates } from '../action-templates.ts';
import type { Expression } from '../merge/ast.ts';
import { createdObject } from '../merge/fields.ts';
import { parseTemplate } from '../merge/parse-template.ts';
import type { Rule } from '../rule.ts';
import type { Finding } from './finding.ts';
import { coveredSituations } from './situations.ts';

/** What an action takes from earlier ones: the match, or a created record of an object. */
interface Need {
  readonly path: string;
  readonly of: 'match' | { readonly created: string };
  readonly updates: boolean;
}

function fieldsOf(expression: Expression): readonly (readonly string[])[] {
  if (expression.kind === 'call') return expression.args.flatMap(fieldsOf);
  return expression.kind === 'field' ? [expression.path] : [];
}

function mergedNeeds(action: Action): Need[] {
  return actionTemplates(action).flatMap(({ path, text }) => {
    const parsed = parseTemplate(text);
    const fields = parsed.ok
      ? parsed.value.flatMap((part) => (typeof part === 'string' ? [] : fieldsOf(part)))
      : [];
    return fields.flatMap((field): Need[] => {
      const created = createdObject(field);
      if (created !== null) return [{ path, of: { created }, updates: false }];
      return field[0] === 'match' ? [{ path, of: 'match', updates: false }] : [];
    });
  });
}

function needsOf(action: Action): Need[] {
  const needs = mergedNeeds(action);
  if (action.type === 'create-record' && action.relateMatchTo !== undefined)
    needs.push({ path: 'relateMatchTo', of: 'match', updates: false });
  if (action.type === 'update-call-log') {
    if (action.target === 'match') needs.push({ path: 'target', of: 'match', updates: true });
    if (action.target.startsWith('created.')) {
      const created = action.target.slice('created.'.length).replace(/\.Id$/, '');
      needs.push({ path: 'target', of: { created }, updates: true });
    }
  }
  return needs;
}

const callsOf = (rule: Rule): Set<string> =>
  new Set(coveredSituations(rule.trigger).map(({ row }) => `${row.setup}.${row.pacingMode}`));

function fills(action: Action, need: Need): boolean {
  if (need.of === 'match') return action.type === 'screen-pop';
  return action.type === 'create-record' && action.object === need.of.created;
}

/** Actions that update or refer to what no rule of the same calls finds or creates. */
export function lintReferences(rules: readonly Rule[]): Finding[] {
  const active = rules.filter((rule) => rule.active);
  return active.flatMap((rule) => {
    const calls = callsOf(rule);
    const sources = active.filter((other) => [...callsOf(other)].some((call) => calls.has(call)));
    const filled = (need: Need): boolean =>
      sources.some((other) => other.actions.some((action) => fills(action, need)));
    return rule.actions.flatMap((action, index) =>
      needsOf(action)
        .filter((need) => !filled(need))
        .map((need): Finding => {
          const missing = need.of === 'match' ? 'pops a record' : `creates a ${need.of.created}`;
          return {
            id: need.updates ? 'nothing-to-update' : 'nothing-to-refer-to',
            level: need.updates ? 'error' : 'warning',
            ruleKey: rule.key,
            path: `actions[${index}].${need.path}`,
            message: `no active rule for these calls ${missing}, so there is nothing to ${need.updates ? 'update' : 'refer to'}`,
            fix: {
              text:
                need.of === 'match'
                  ? 'Add a screen-pop action to a rule for the same calls'
                  : `Add a create-record action for ${need.of.created} to a rule for the same calls`,
            },
          };
        }),
    );
  });
}
