import { INTERACTION_OBJECT } from '../../model/action.ts';
import type { Action, OpenPageAction, UpdateCallLogAction } from '../../model/action.ts';
import type { Rule } from '../rule.ts';
import { saysObject } from '../update-target.ts';
import type { Finding } from './finding.ts';

type Effect = Pick<Finding, 'level' | 'path' | 'message'> & { readonly fix: string };

const without = (path: string, message: string): Effect => ({
  level: 'warning',
  path,
  message,
  fix: `Remove "${path}"`,
});

function ofUpdate({ target, object, fields, matchTaskBy }: UpdateCallLogAction): Effect[] {
  return [
    ...(target !== 'log' && Object.keys(fields).length === 0
      ? [
          {
            level: 'error' as const,
            path: 'fields',
            message: 'there are no fields, so nothing is written',
            fix: 'Name the fields to write, or remove the action',
          },
        ]
      : []),
    ...(target !== 'log' && matchTaskBy !== undefined
      ? [without('matchTaskBy', 'counts only with the target "log", which writes a Task')]
      : []),
    ...(saysObject(target) && object !== undefined
      ? [without('object', `does not count: the target "${target}" is of a known object`)]
      : []),
  ];
}

const PREFIXED = /^[A-Za-z]\w*__./;

function ofPage({ target }: OpenPageAction): Effect[] {
  if (target?.kind !== 'component') return [];
  return Object.keys(target.state)
    .filter((name) => !PREFIXED.test(name))
    .map((name) => ({
      level: 'warning',
      path: `target.state.${name}`,
      message: 'does not reach the component: Lightning passes on only keys with a namespace',
      fix: `Write "c__${name}"`,
    }));
}

function effectsOf(action: Action): Effect[] {
  switch (action.type) {
    case 'update-call-log':
      return ofUpdate(action);
    case 'open-page':
      return ofPage(action);
    case 'create-record':
      return action.object === INTERACTION_OBJECT && action.recordType !== undefined
        ? [without('recordType', "does not count: the call's own record has no record types")]
        : [];
    default:
      return [];
  }
}

/** Actions, and parts of them, that do nothing as they are written. */
export function lintEffects(rules: readonly Rule[]): Finding[] {
  return rules.flatMap((rule) =>
    rule.actions.flatMap((action, index) =>
      effectsOf(action).map(({ level, path, message, fix }): Finding => ({
        id: 'no-effect',
        level,
        ruleKey: rule.key,
        path: `actions[${index}].${path}`,
        message,
        fix: { text: fix },
      })),
    ),
  );
}
