import type { Action } from '../../model/action.ts';
import { actionTemplates } from '../action-templates.ts';
import { createdObject } from '../merge/fields.ts';
import { parseTemplate } from '../merge/parse-template.ts';
import { templateFields } from '../merge/template-fields.ts';
import type { Rule } from '../rule.ts';
import { createdTarget } from '../update-target.ts';
import { canCoincide, canPrecede, isOnSeveralEvents, meet, presenceOf } from './call-order.ts';
import type { Finding } from './finding.ts';

/** What an action takes from earlier ones: the match, or a created record of an object. */
interface Need {
  readonly path: string;
  readonly of: 'match' | { readonly created: string };
  readonly updates: boolean;
  /** It must be there before: an update or a new record takes a match also when that becomes known later. */
  readonly before: boolean;
}

const takesLateMatch = ({ type }: Action): boolean => type === 'update-call-log' || type === 'create-record';

function mergedNeeds(action: Action): Need[] {
  return actionTemplates(action).flatMap(({ path, text }) => {
    const parsed = parseTemplate(text);
    return (parsed.ok ? templateFields(parsed.value) : []).flatMap((field): Need[] => {
      const created = createdObject(field);
      if (created !== null) return [{ path, of: { created }, updates: false, before: true }];
      if (field[0] !== 'match') return [];
      return [{ path, of: 'match', updates: false, before: !takesLateMatch(action) }];
    });
  });
}

function needsOf(action: Action): Need[] {
  const needs = mergedNeeds(action);
  if (action.type === 'create-record' && action.relateMatchTo !== undefined)
    needs.push({ path: 'relateMatchTo', of: 'match', updates: false, before: false });
  if (action.type === 'update-call-log') {
    if (action.target === 'match') needs.push({ path: 'target', of: 'match', updates: true, before: false });
    const created = createdTarget(action.target);
    if (created !== null) needs.push({ path: 'target', of: { created }, updates: true, before: true });
  }
  return needs;
}

function fills(action: Action, need: Need): boolean {
  if (need.of === 'match') return action.type === 'screen-pop';
  return action.type === 'create-record' && action.object === need.of.created;
}

/** An action of an active rule, in the order in which actions of one event run. */
interface Placed {
  readonly rule: Rule;
  readonly action: Action;
  readonly index: number;
  readonly calls: ReturnType<typeof presenceOf>;
  readonly order: number;
}

function placeActions(rules: readonly Rule[]): Placed[] {
  return rules
    .flatMap((rule) => {
      const calls = presenceOf(rule);
      return rule.actions.map((action, index) => ({ rule, action, index, calls }));
    })
    .map((placed, order) => ({ ...placed, order }));
}

/** Within one rule the order of its actions decides, unless an earlier event ran them all before. */
function canRunBefore(one: Placed, other: Placed): boolean {
  if (one.rule === other.rule && one.order > other.order)
    return one.rule.once !== 'call' && isOnSeveralEvents(one.calls);
  return (
    canPrecede(one.calls, other.calls) || (one.order < other.order && canCoincide(one.calls, other.calls))
  );
}

function missing(need: Need, placed: Placed): Finding {
  const what = need.of === 'match' ? 'pops a record' : `creates a ${need.of.created}`;
  return {
    ...base(need, placed),
    message: `no active rule for these calls ${what}, so there is nothing to ${need.updates ? 'update' : 'refer to'}`,
    fix: {
      text:
        need.of === 'match'
          ? 'Add a screen-pop action to a rule for the same calls'
          : `Add a create-record action for ${need.of.created} to a rule for the same calls`,
    },
  };
}

function tooLate(need: Need, placed: Placed, source: Placed): Finding {
  const what = need.of === 'match' ? 'record is popped' : `${need.of.created} is created`;
  const where =
    source.rule === placed.rule
      ? `actions[${source.index}] of the same rule`
      : `rule ${source.rule.key}, actions[${source.index}]`;
  return {
    ...base(need, placed),
    message: `the ${what} only later, by ${where}, so there is nothing to ${need.updates ? 'update' : 'refer to'} yet`,
    fix: {
      text: canCoincide(source.calls, placed.calls)
        ? 'Let that action come before this one'
        : 'Let this action wait for a later event, or that one come on an earlier event',
    },
  };
}

function base(need: Need, { rule, index }: Placed): Pick<Finding, 'id' | 'level' | 'ruleKey' | 'path'> {
  return {
    id: need.updates ? 'nothing-to-update' : 'nothing-to-refer-to',
    level: need.updates ? 'error' : 'warning',
    ruleKey: rule.key,
    path: `actions[${index}].${need.path}`,
  };
}

/** Actions that update or refer to what no rule of the same calls finds or creates, or none in time. */
export function lintReferences(rules: readonly Rule[]): Finding[] {
  const all = placeActions(rules.filter((rule) => rule.active));
  return all.flatMap((placed) =>
    needsOf(placed.action).flatMap((need): Finding[] => {
      const sources = all.filter((other) => fills(other.action, need) && meet(other.calls, placed.calls));
      const [source] = sources;
      if (source === undefined) return [missing(need, placed)];
      if (!need.before || sources.some((other) => canRunBefore(other, placed))) return [];
      return [tooLate(need, placed, source)];
    }),
  );
}
