import { INTERACTION_OBJECT } from '../model/action.ts';
import type { Action, UpdateCallLogAction } from '../model/action.ts';
import type { Issue } from '../model/parse.ts';
import { showValue } from '../model/parse-written.ts';
import { isRecordId } from '../model/record-id.ts';
import { saysObject } from './update-target.ts';

function checkId(path: string, text: string | undefined): Issue[] {
  if (text === undefined || text.includes('{!') || isRecordId(text.trim())) return [];
  const message = `must be a merge field or a record id (15 or 18 letters and digits), not ${showValue(text)}`;
  return [{ path, message }];
}

function checkUpdate(action: UpdateCallLogAction): Issue[] {
  const strangers =
    action.target === 'log'
      ? []
      : Object.keys(action.fields).filter((name) => name.startsWith(`${INTERACTION_OBJECT}.`));
  return [
    ...(saysObject(action.target) || action.object !== undefined
      ? []
      : [
          {
            path: 'object',
            message: `is missing: the target ${showValue(action.target)} does not say of which object the record is`,
            fix: 'Write "object" and the API name of the record\'s object',
          },
        ]),
    ...strangers.map((name) => ({
      path: `fields.${name}`,
      message: 'goes only with the target "log", which writes the interaction too',
    })),
  ];
}

function checkAction(action: Action): Issue[] {
  switch (action.type) {
    case 'screen-pop':
      return [
        ...action.strategies.flatMap((strategy, index) =>
          strategy.by === 'record-id' ? checkId(`strategies[${index}].value`, strategy.value) : [],
        ),
        ...checkId('open.parent', action.open.parent),
      ];
    case 'open-page':
      return [
        ...(action.target?.kind === 'record' ? checkId('target.recordId', action.target.recordId) : []),
        ...checkId('parent', action.parent),
      ];
    case 'update-call-log':
      return checkUpdate(action);
    default:
      return [];
  }
}

/** What can never work in a rule's actions although each part of them is right; paths begin at the rule. */
export function checkActions(actions: readonly Action[]): Issue[] {
  return actions.flatMap((action, index) =>
    checkAction(action).map((issue) => ({ ...issue, path: `actions[${index}].${issue.path}` })),
  );
}
